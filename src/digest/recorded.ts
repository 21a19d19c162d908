import type { Published } from '../record/record.ts';

/** What was published before, so that it stays; addresses without the site's base path, `/tags/memory/`. */
export type Recorded = {
  /** The files beside a page, as its record names them. */
  filesOf(address: string): readonly string[];
  /** The pages in a folder, by the rest of their addresses: `2024/03` in `/tags/memory/`. */
  within(folder: string): readonly string[];
};

export function buildRecorded(pages: readonly Pick<Published, 'address' | 'files'>[]): Recorded {
  const files = new Map(pages.map((page) => [page.address, page.files]));
  const folders = new Map<string, string[]>();
  for (const address of files.keys()) {
    const parts = address.slice(1, -1).split('/');
    for (let depth = 1; depth < parts.length; depth += 1) {
      const folder = `/${parts.slice(0, depth).join('/')}/`;
      const rest = parts.slice(depth).join('/');
      const known = folders.get(folder);
      if (known) known.push(rest);
      else folders.set(folder, [rest]);
    }
  }
  return {
    filesOf: (address) => files.get(address) ?? [],
    within: (folder) => folders.get(folder) ?? [],
  };
}
