/** A paper that the reader keeps. */
export type Kept = {
  /** What the digest knows it by for ever. */
  id: string;
  /** Its page, from the site's base path on: `papers/titans/`. */
  path: string;
  title: string;
  read: boolean;
};

/** As many papers as a list holds; with titles of 500 characters that is half of what a browser stores at least. */
export const MOST = 500;

/** Of the form in which a list is stored and exported: `{ version, papers }`. */
const VERSION = 1;

/**
 * A list as it was read. `fault` says why it is not, or not all, of what stands there: `broken` where it is no list,
 * `newer` where a later version wrote it, `partly` where `left` papers were not sound or too many.
 */
export type Reading = { papers: Kept[]; fault?: 'broken' | 'newer' | 'partly'; left: number };

/** Reads what was stored or exported, the newest paper first; nothing in it is trusted. */
export function readList(stored: string | null): Reading {
  if (stored === null) return { papers: [], left: 0 };
  const broken: Reading = { papers: [], fault: 'broken', left: 0 };
  let value: unknown;
  try {
    value = JSON.parse(stored);
  } catch {
    return broken;
  }
  if (typeof value !== 'object' || value === null) return broken;
  const { version, papers } = value as { version?: unknown; papers?: unknown };
  if (typeof version === 'number' && version > VERSION) {
    return { papers: [], fault: 'newer', left: 0 };
  }
  if (version !== VERSION || !Array.isArray(papers)) return broken;
  const sound = new Map<string, Kept>();
  for (const paper of papers) {
    if (isKept(paper) && !sound.has(paper.id) && sound.size < MOST) {
      const { id, path, title, read } = paper;
      sound.set(id, { id, path, title, read });
    }
  }
  const left = papers.length - sound.size;
  return { papers: [...sound.values()], left, ...(left > 0 && { fault: 'partly' }) };
}

export function writeList(papers: readonly Kept[]): string {
  return JSON.stringify({ version: VERSION, papers });
}

function isKept(value: unknown): value is Kept {
  if (typeof value !== 'object' || value === null) return false;
  const { id, path, title, read } = value as Partial<Record<keyof Kept, unknown>>;
  return (
    typeof id === 'string' &&
    /^[a-z0-9-]{1,200}$/.test(id) &&
    typeof path === 'string' &&
    // No dot and no empty part: below the base path it stays on this site.
    /^(?:[\w-]+\/)+$/.test(path) &&
    path.length <= 300 &&
    typeof title === 'string' &&
    title.trim() !== '' &&
    title.length <= 500 &&
    typeof read === 'boolean'
  );
}

/** The list with a paper in front; undefined where it is full. One that is on it stays in its place, under its new name. */
export function addTo(papers: readonly Kept[], paper: Kept): Kept[] | undefined {
  if (papers.some(({ id }) => id === paper.id)) {
    return papers.map((one) => (one.id === paper.id ? { ...paper, read: one.read } : one));
  }
  return papers.length < MOST ? [paper, ...papers] : undefined;
}

export function without(papers: readonly Kept[], id: string): Kept[] {
  return papers.filter((one) => one.id !== id);
}

export function marked(papers: readonly Kept[], id: string, read: boolean): Kept[] {
  return papers.map((one) => (one.id === id ? { ...one, read } : one));
}

/** Two lists in one, what is read in either as read; `left` of the second found no room. */
export function merge(
  papers: readonly Kept[],
  others: readonly Kept[],
): { papers: Kept[]; added: number; left: number } {
  const readThere = new Set(others.filter(({ read }) => read).map(({ id }) => id));
  const here = new Set(papers.map(({ id }) => id));
  const fresh = others.filter(({ id }) => !here.has(id));
  const room = fresh.slice(0, Math.max(0, MOST - papers.length));
  return {
    papers: [
      ...papers.map((one) => (readThere.has(one.id) ? { ...one, read: true } : one)),
      ...room,
    ],
    added: room.length,
    left: fresh.length - room.length,
  };
}
