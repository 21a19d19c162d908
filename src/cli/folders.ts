import { createHash } from 'node:crypto';
import { existsSync, readdirSync, realpathSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { contentFolder } from '../digest/folders.ts';

/** The project's folder, absolute, without a separator at its end. */
export const ROOT = resolve(fileURLToPath(new URL('../..', import.meta.url)));

/** Where everything that can be made again is kept; git and the checks pass it by. */
export const CACHE = join(ROOT, '.cache');

/** A path as one would type it: relative to the project where it lies inside. */
export function typedPath(path: string): string {
  const inside = relative(ROOT, resolve(path));
  return inside === '' || inside.startsWith('..') || isAbsolute(inside) ? path : inside;
}

/** What the tools keep about one output folder: a scratch folder and a stamp beside it. */
export function buildCache(outDir: string): { scratch: string; old: string; stamp: string } {
  const name = createHash('sha256').update(resolve(outDir)).digest('hex').slice(0, 16);
  const at = join(CACHE, 'builds', name);
  return { scratch: `${at}.new`, old: `${at}.old`, stamp: `${at}.json` };
}

/**
 * A build replaces its output folder, so a wrong `--outDir` must not cost anybody a folder.
 * Returns what is wrong with it as a sentence, or `undefined`.
 */
export function outDirProblem(outDir: string): string | undefined {
  const path = realPath(resolve(outDir));
  const root = realPath(ROOT);
  const covers = (outer: string, inner: string) =>
    inner === outer || inner.startsWith(outer.endsWith(sep) ? outer : outer + sep);
  const kept = ['src', 'public', 'tests', 'node_modules', '.git'].map((name) => join(root, name));
  kept.push(realPath(contentFolder()));
  if ([root, realPath(homedir()), ...kept].some((folder) => covers(path, folder))) {
    return `The output folder ${outDir} holds more than a built site; name a folder of its own, such as dist.`;
  }
  const within = kept.find((folder) => covers(folder, path));
  if (within !== undefined) {
    return `The output folder ${outDir} lies inside ${typedPath(within)}; name a folder of its own, such as dist.`;
  }
  if (existsSync(path) && !isSite(path) && readdirSync(path).length > 0) {
    return `The output folder ${outDir} holds something that is no built site, and a build would replace it; name an empty or a new folder.`;
  }
  return undefined;
}

/** Whether a folder holds a site that was built to its end: every build has a page for errors. */
export function isSite(folder: string): boolean {
  return existsSync(join(folder, '404.html'));
}

/** A path with its links resolved as far as it exists. */
function realPath(path: string): string {
  if (existsSync(path)) return realpathSync(path);
  const parent = dirname(path);
  return parent === path ? path : join(realPath(parent), basename(path));
}
