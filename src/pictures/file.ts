import { lstatSync, realpathSync, type Stats } from 'node:fs';
import path from 'node:path';
import { nearest } from '../body/nearest.ts';
import { Disk } from '../disk.ts';
import type { Fault } from './fault.ts';

export type FoundFile = { file: string; name: string; size: number };

/** What is looked for, as messages name it: `{ code: 'picture', noun: 'picture', example: './picture.svg', … }`. */
export type Wanted = { code: string; noun: string; example: string; ending: RegExp };

/** Finds a file below `folder`, letter by letter as written, without leaving it through a link. */
export function findFile(
  folder: string,
  src: string,
  wanted: Wanted,
  disk = new Disk(),
): FoundFile | Fault {
  const { code, noun, example, ending } = wanted;
  const shown = shorten(src);
  const outside: Fault = {
    code: `${code}-outside`,
    message: `The ${noun} \`${shown}\` lies outside the folder of its text.`,
    fix: `Copy the file into the folder and write its name: \`${example}\`.`,
  };
  const segments = src.replace(/^\.\//, '').split('/');
  if (/^[a-z][a-z0-9+.-]*:|\\|\0/i.test(src) || src.startsWith('/') || segments.includes('..')) {
    return outside;
  }
  let at = folder;
  let stat: Stats | undefined;
  let isLinked = false;
  for (const [index, segment] of segments.entries()) {
    const names = readNames(at, disk);
    if (segment === '' || segment === '.' || !names.includes(segment)) {
      const [before, rest] = [segments.slice(0, index), segments.slice(index + 1)];
      const last = rest.length === 0;
      const near = nearest(
        segment,
        names.filter((name) => !last || ending.test(name)),
      );
      const meant = near === undefined ? undefined : [...before, near, ...rest].join('/');
      return {
        code: `${code}-missing`,
        message: `There is no ${noun} \`${shown}\` in the folder of this text.`,
        fix:
          near === undefined
            ? 'Put the file there, or correct its name.'
            : `Write \`./${meant ?? near}\`${
                near.toLowerCase() === segment.toLowerCase() ? ', with these letters.' : '.'
              }`,
        ...(meant !== undefined && { meant }),
      };
    }
    at = path.join(at, segment);
    stat = lstatSync(at, { throwIfNoEntry: false });
    isLinked ||= stat?.isSymbolicLink() === true;
  }
  let file = at;
  // To follow a path takes as long as all the rest, and without a link below the folder it leads nowhere else.
  if (isLinked) {
    const real = realPathOf(at);
    if (!real?.startsWith(realpathSync(folder) + path.sep)) return outside;
    file = real;
    stat = lstatSync(file);
  }
  if (!stat) return outside;
  if (!stat.isFile()) {
    return {
      code: `${code}-type`,
      message: `\`${shown}\` is no file.`,
      fix: `Write the path of a ${noun}: \`${example}\`.`,
    };
  }
  return { file, name: path.basename(at), size: stat.size };
}

function readNames(folder: string, disk: Disk): string[] {
  try {
    return disk.list(folder).map(({ name }) => name);
  } catch {
    return [];
  }
}

/** Nothing for a link that leads nowhere. */
function realPathOf(file: string): string | undefined {
  try {
    return realpathSync(file);
  } catch {
    return undefined;
  }
}

function shorten(text: string): string {
  const visible = text.slice(0, 200).replace(/[\p{Cc}`]/gu, ' ');
  return visible.length > 60 ? `${visible.slice(0, 59)}…` : visible;
}
