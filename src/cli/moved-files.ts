import { cpSync, existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Redirect } from '../redirects.ts';
import { listFiles } from './files.ts';

/**
 * Puts what can be had beside a page, its feed, its citation, at its former addresses too: a file leads nowhere by
 * itself, and a host that reads no rules has nothing but files. Returns all that leads on, the pages among it, sorted.
 *
 * @param folder of the built site, which holds a page at every former address
 * @param base the site's base path
 */
export function copyMoved(folder: string, base: string, moves: readonly Redirect[]): Redirect[] {
  const files = listFiles(folder);
  const redirects = moves.flatMap(({ from, to }) => {
    const [page, former] = [to, from].map((address) => address.slice(base.length, -1)) as [
      string,
      string,
    ];
    const beside = files
      .filter((file) => file.startsWith(`${page}.`) || file.startsWith(`${page}/`))
      .map((file) => file.slice(page.length))
      // A page of its own leads on by itself.
      .filter((rest) => !rest.endsWith('/index.html'));
    for (const rest of beside) {
      const copy = join(folder, former + rest);
      if (existsSync(copy)) throw new Error(`Two things would stand at ${base}${former}${rest}.`);
      mkdirSync(dirname(copy), { recursive: true });
      cpSync(join(folder, page + rest), copy);
    }
    const led = beside.map((rest) => ({ from: base + former + rest, to: base + page + rest }));
    return [{ from, to }, ...led];
  });
  return redirects.sort((a, b) => (a.from < b.from ? -1 : 1));
}
