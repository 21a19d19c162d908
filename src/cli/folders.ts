import { existsSync, readdirSync, realpathSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { contentFolder } from '../digest/folders.ts';

/** The project's folder, absolute, without a separator at its end; every command runs in it. */
export const ROOT = resolve(import.meta.dirname, '../..');

/** Where everything that can be made again is kept; git and the checks pass it by. */
export const CACHE = join(ROOT, '.cache');

/** Where a site is built when nobody says otherwise. */
export const DEFAULT_OUT_DIR = 'dist';

/**
 * A build replaces its output folder, so a wrong `--outDir` must not cost anybody a folder.
 * Returns what is wrong with it as a sentence, or `undefined`.
 */
export function outDirProblem(outDir: string): string | undefined {
  const path = realPath(resolve(outDir));
  const root = realPath(ROOT);
  const kept = ['src', 'public', 'tests', 'node_modules', '.git'].map((name) => join(root, name));
  kept.push(realPath(contentFolder()));
  if ([root, realPath(homedir()), ...kept].some((folder) => isWithin(folder, path))) {
    return `The output folder ${outDir} holds more than a built site; name a folder of its own, such as dist.`;
  }
  const around = kept.find((folder) => isWithin(path, folder));
  if (around !== undefined) {
    return `The output folder ${outDir} lies inside ${around}; name a folder of its own, such as dist.`;
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

/** Whether a path is a folder or lies in it; both are absolute. */
function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

/** A path with its links resolved as far as it exists. */
function realPath(path: string): string {
  if (existsSync(path)) return realpathSync(path);
  const parent = dirname(path);
  return parent === path ? path : join(realPath(parent), basename(path));
}
