import { existsSync, realpathSync, statSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { oneLine } from '../digest/excerpt.ts';
import { contentFolder } from '../digest/folders.ts';
import { buildScope, type Scope } from '../digest/scope.ts';
import { stop } from './arguments.ts';

/** The content folder that a command was told, or the usual one; ends the process where there is none. */
export function findContent(given: string | undefined): string {
  const content = given === undefined ? contentFolder() : resolveGiven(given);
  if (statSync(content, { throwIfNoEntry: false })?.isDirectory() === true) return content;
  return stop(
    `There is no folder ${oneLine(given ?? content)}. Write where the content lies: --content another/folder.`,
  );
}

/** The part of a content folder that some paths name; undefined for none. Ends the process where one names nothing in it. */
export function findScope(content: string, given: readonly string[]): Scope | undefined {
  if (given.length === 0) return undefined;
  const paths = given.map((one) => {
    const path = resolveGiven(one);
    if (!existsSync(path)) return stop(`There is no file or folder ${oneLine(one)}.`);
    return (
      pathWithin(content, path) ??
      pathWithin(content, path, realpathSync) ??
      stop(
        `${oneLine(one)} does not lie in the content folder, ${relative('', content) || content}.`,
      )
    );
  });
  return buildScope(content, paths);
}

/** A path as the one who wrote it sees it: npm runs every command in the project's folder, wherever it was called. */
function resolveGiven(path: string): string {
  const here = resolve(path);
  return existsSync(here) ? here : resolve(process.env['INIT_CWD'] ?? '', path);
}

function pathWithin(
  content: string,
  path: string,
  find: (path: string) => string = (same) => same,
): string | undefined {
  const name = relative(find(content), find(path));
  return name === '..' || name.startsWith(`..${sep}`) || resolve(name) === name
    ? undefined
    : join(content, name);
}
