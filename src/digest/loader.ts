import type { LiveLoader } from 'astro/loaders';
import { handedContent } from './handing.ts';
import type { Location } from './locate.ts';
import type { StoredEntry } from './read.ts';
import type { Saved } from './saved-content.ts';

/**
 * Entries of one kind as an Astro collection, by the reader that `check` uses: of a look at the content folder, the last
 * unless told. Astro's own `glob()` is not used: it logs a file whose name has `#` or `?` and goes on without it, keeps one of
 * two entries with one id, and judges by digests that do not see our rules change.
 */
export function loadEntries(
  kind: Location['kind'],
): LiveLoader<StoredEntry, { id: string }, { saved: Saved }> {
  const load = ({ entries }: Saved = handedContent().latest) =>
    entries
      .filter((entry) => entry.kind === kind)
      .map((entry) => ({ id: entry.file, data: entry }));
  return {
    name: `digest-${kind}`,
    loadCollection: ({ filter }) => Promise.resolve({ entries: load(filter?.saved) }),
    loadEntry: ({ filter }) => Promise.resolve(load().find(({ id }) => id === filter.id)),
  };
}
