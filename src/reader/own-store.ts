/** The reader's own list in the browser's storage: read anew for every change, so that two tabs never undo each other. */
import { listKey } from './keeping.ts';
import { MOST, readList, writeList, type Kept, type Reading } from './list.ts';
import { ownWords as words } from './own-words.ts';
import { recall, remember } from './storage.ts';

export function readStored(): Reading {
  return readList(recall(listKey()));
}

/** Changes the list; gives a sentence where that cannot be. `change` gives undefined where there is no room. */
export function changeStored(
  change: (papers: Kept[]) => readonly Kept[] | undefined,
): string | undefined {
  const { papers, fault } = readStored();
  if (fault === 'newer') return words.newer;
  const next = change(papers);
  if (!next) return words.full(MOST);
  if (!remember(listKey(), writeList(next))) return words.refused;
  for (const follow of followers) follow();
  return undefined;
}

const followers: (() => void)[] = [];

/** Calls back after every change, of this tab and of others, and when the page comes back as it was left. */
export function onChange(follow: () => void): void {
  followers.push(follow);
  addEventListener('storage', ({ key }) => {
    if (key === null || key === '' || key === listKey()) follow();
  });
}
