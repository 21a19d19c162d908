import type { LiveLoader } from 'astro/loaders';
import { contentFolder } from './folders.ts';
import type { Location } from './locate.ts';
import { readEntries, type StoredEntry } from './read.ts';

/**
 * Entries of one kind as an Astro collection, by the reader that `check` uses. Astro's own `glob()`
 * is not used: it logs a file whose name has `#` or `?` and goes on without it, keeps one of two
 * entries with one id, and judges by digests that do not see our rules change.
 */
export function loadEntries(kind: Location['kind']): LiveLoader<StoredEntry> {
  const load = () =>
    readEntries(contentFolder(), [kind]).map((entry) => ({ id: entry.file, data: entry }));
  return {
    name: `digest-${kind}`,
    loadCollection: () => Promise.resolve({ entries: load() }),
    loadEntry: ({ filter }) => Promise.resolve(load().find(({ id }) => id === filter['id'])),
  };
}
