import type { Loader } from 'astro/loaders';
import { contentFolder } from './folders.ts';
import type { Location } from './locate.ts';
import { readEntries } from './read.ts';

/**
 * Entries of one kind as an Astro collection, by the reader that `check` uses. Astro's own `glob()`
 * is not used: it logs a file whose name has `#` or `?` and goes on without it, keeps one of two
 * entries with one id, and judges by digests that do not see our rules change.
 */
export function loadEntries(kind: Location['kind']): Loader {
  return {
    name: `digest-${kind}`,
    // eslint-disable-next-line @typescript-eslint/require-await -- Astro wants a promise
    async load({ store, watcher }) {
      const content = contentFolder();
      const sync = () => {
        store.clear();
        for (const entry of readEntries(content, [kind])) {
          store.set({ id: entry.file, data: entry });
        }
      };
      sync();
      watcher?.add(content);
      watcher?.on('all', (_event, file) => {
        if (file.startsWith(content)) sync();
      });
    },
  };
}
