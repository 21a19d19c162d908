import path from 'node:path';
import type { Problem } from '../problem.ts';
import type { Site } from '../site.ts';
import { buildDigest } from './build.ts';
import type { Entry } from './entry.ts';
import { shownPath } from './folders.ts';
import { locate } from './locate.ts';

/** Whether a file, named as problems name it, is one of those that were asked for. */
export type Scope = (file: string) => boolean;

/**
 * A part of a content folder. A picture or a table stands for the text that shows it, since what is wrong with
 * it is told there.
 *
 * @param paths absolute, of files and folders in `content`
 */
export function buildScope(content: string, paths: readonly string[]): Scope {
  const wanted = paths.map((one) => {
    const name = path.relative(content, one).split(path.sep).join('/');
    const location = locate(name);
    return 'kind' in location && location.kind === 'picture'
      ? shownPath(one.slice(0, -location.name.length - 1))
      : shownPath(one);
  });
  return (file) => wanted.some((one) => file === one || one === '' || file.startsWith(`${one}/`));
}

/**
 * The problems of a part of the folder: its own, and those that it causes in other files, such as a slug that is
 * taken twice and told in the second file. They are what would not be there without it.
 */
export function selectProblems(
  problems: readonly Problem[],
  scope: Scope,
  entries: readonly Entry[],
  site: Site,
): Problem[] {
  const rest = entries.filter(({ file }) => !scope(file));
  const caused = new Set(buildDigest(entries, site).problems.map(keyOf));
  for (const problem of buildDigest(rest, site).problems) caused.delete(keyOf(problem));
  return problems.filter((problem) => scope(problem.file) || caused.has(keyOf(problem)));
}

/** The same for the same problem in two runs over one state of the files. */
export function keyOf({ file, line, column, code, message }: Problem): string {
  return JSON.stringify([file, line, column, code, message]);
}
