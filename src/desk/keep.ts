import type { Draft } from './messages.ts';

/** What this browser keeps of the desk, so that a reload loses nothing: the text, and the files beside it. */

// Nothing is shared with the reader's script: every page would load what both have as a file of its own.
const KEY = 'residual-draft';
const DATABASE = 'residual-desk';
const STORE = 'files';

export function recallDraft(): Draft | undefined {
  try {
    const { text, issue, slug } = JSON.parse(localStorage.getItem(KEY) ?? '') as Partial<Draft>;
    const isDraft = [text, issue, slug].every((value) => typeof value === 'string');
    return isDraft ? { text: text!, issue: issue!, slug: slug! } : undefined;
  } catch {
    return undefined;
  }
}

/** Nothing is kept where storage is blocked or full. */
export function keepDraft(draft: Draft | undefined): void {
  try {
    if (draft === undefined) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, JSON.stringify(draft));
  } catch {
    // The page goes on without.
  }
}

export type KeptFile = { name: string; bytes: Uint8Array<ArrayBuffer> };

export async function recallFiles(): Promise<KeptFile[]> {
  return (await inStore('readonly', (store) => store.getAll() as IDBRequest<KeptFile[]>)) ?? [];
}

export async function keepFile(file: KeptFile): Promise<void> {
  await inStore('readwrite', (store) => store.put(file));
}

export async function forgetFile(name: string): Promise<void> {
  await inStore('readwrite', (store) => store.delete(name));
}

export async function forgetFiles(): Promise<void> {
  await inStore('readwrite', (store) => store.clear());
}

/** Undefined where the browser keeps nothing, in a private window say. */
function inStore<T>(
  mode: IDBTransactionMode,
  act: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T | undefined> {
  return new Promise((resolve) => {
    const nothing = () => {
      resolve(undefined);
    };
    try {
      const opening = indexedDB.open(DATABASE, 1);
      opening.onupgradeneeded = () => opening.result.createObjectStore(STORE, { keyPath: 'name' });
      opening.onerror = nothing;
      opening.onblocked = nothing;
      opening.onsuccess = () => {
        const database = opening.result;
        const transaction = database.transaction(STORE, mode);
        const request = act(transaction.objectStore(STORE));
        transaction.oncomplete = () => {
          database.close();
          resolve(request.result);
        };
        transaction.onerror = nothing;
        transaction.onabort = nothing;
      };
    } catch {
      nothing();
    }
  });
}
