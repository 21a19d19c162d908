import type { Redirect } from '../redirects.ts';

/** A file of the site, and where it lies a second time. */
export type Copy = { from: string; to: string };

/**
 * What can be had beside a page, its feed, its citation, at its former addresses too: a file leads nowhere by itself,
 * and a host that reads no rules has nothing but files. Comes with all that leads on, the pages among it, sorted.
 *
 * @param files of the site, a page at every former address among them
 * @param base the site's base path
 */
export function listMoved(
  files: ReadonlySet<string>,
  base: string,
  moves: readonly Redirect[],
): { copies: Copy[]; redirects: Redirect[] } {
  const copies: Copy[] = [];
  // A large site has 300,000 files, and an old one a thousand former addresses.
  const sorted = moves.length > 0 ? [...files].sort() : [];
  const redirects = moves.flatMap(({ from, to }) => {
    const [page, former] = [to, from].map((address) => address.slice(base.length, -1)) as [
      string,
      string,
    ];
    const beside = [...listBelow(sorted, `${page}.`), ...listBelow(sorted, `${page}/`)]
      .map((file) => file.slice(page.length))
      // A page of its own leads on by itself.
      .filter((rest) => !rest.endsWith('/index.html'));
    for (const rest of beside) {
      if (files.has(former + rest))
        throw new Error(`Two things would stand at ${base}${former}${rest}.`);
      copies.push({ from: page + rest, to: former + rest });
    }
    const led = beside.map((rest) => ({ from: base + former + rest, to: base + page + rest }));
    return [{ from, to }, ...led];
  });
  return { copies, redirects: redirects.sort((a, b) => (a.from < b.from ? -1 : 1)) };
}

/** Those that begin in some way, of files that are sorted by code units. */
function listBelow(files: readonly string[], beginning: string): string[] {
  let [from, to] = [0, files.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((files[middle] ?? '') < beginning) from = middle + 1;
    else to = middle;
  }
  let end = from;
  while (files[end]?.startsWith(beginning)) end += 1;
  return files.slice(from, end);
}
