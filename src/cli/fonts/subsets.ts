import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import subsetFont from 'subset-font';
import { ROOT } from '../folders.ts';
import type { Face } from './faces.ts';
import { readCharacters } from './woff2.ts';

/** A file to be cut: its name, and the characters that it shall have. */
export type Subset = {
  face: Face;
  file: string;
  source: string;
  characters: number[];
  /** Those of the face's other files. */
  others: ReadonlySet<number>;
  /** Whether it is the only file of its face. */
  whole: boolean;
};

/**
 * The files of a face: its core, what comes next, then for each of its sources what that has and nothing before it. No character
 * of a source is lost, and none is in two.
 */
export function planSubsets(face: Face): Subset[] {
  const [core, more] = [codesOf(face.core), codesOf(face.more)];
  const taken = new Set<number>();
  const parts = face.sources.flatMap(({ part, file }, index) => {
    const source = join(ROOT, 'node_modules', file);
    const codes = readCharacters(readFileSync(source)).filter(
      // Control characters, and KaTeX's glyph for no character at all.
      (code) => code >= 0x20 && code !== 0xffff && !taken.has(code),
    );
    for (const code of codes) taken.add(code);
    if (index > 0 || core.size === 0) return [{ part, source, characters: codes }];
    const partOf = (code: number) => (core.has(code) ? 'core' : more.has(code) ? 'more' : part);
    const names = more.size === 0 ? ['core', part] : ['core', 'more', part];
    return names.map((name) => ({
      part: name,
      source,
      characters: codes.filter((code) => partOf(code) === name),
    }));
  });
  return parts.map(({ part, source, characters }) => ({
    face,
    file: `${parts.length === 1 ? face.name : `${face.name}-${part}`}.woff2`,
    source,
    characters,
    others: new Set([...taken].filter((code) => !characters.includes(code))),
    whole: parts.length === 1,
  }));
}

function codesOf(characters = ''): Set<number> {
  return new Set([...characters].map((character) => character.codePointAt(0)!));
}

/**
 * Cuts one file. Without hints: the text's faces come without them, and what reads KaTeX's is rare by now, while
 * they are a fifth of its files.
 */
export async function cutSubset({ face, source, characters }: Subset): Promise<Buffer> {
  return await subsetFont(readFileSync(source), String.fromCodePoint(...characters), {
    targetFormat: 'woff2',
    noHinting: true,
    ...(face.features ? { keepFeatures: face.features } : {}),
    ...(face.axes ? { variationAxes: face.axes } : {}),
  });
}

// What no glyph is needed for: it must not fetch a file that another character does not.
const UNSEEN = /[\u200b-\u200f\u2028-\u202e\u2060-\u2064]/;
const WIDEST_GAP = 0x80;

/** `U+20-7E, U+A0`: a file's characters, and those between them that no file of its face has. */
export function writeRange({ characters, others }: Pick<Subset, 'characters' | 'others'>): string {
  const free = (code: number) => !others.has(code) && !UNSEEN.test(String.fromCodePoint(code));
  const ranges: { first: number; last: number }[] = [];
  for (const code of characters) {
    const open = ranges.at(-1);
    const gap = open ? code - open.last - 1 : Infinity;
    const closes =
      open && gap <= WIDEST_GAP && Array.from({ length: gap }, (_, i) => code - 1 - i).every(free);
    if (closes) open.last = code;
    else ranges.push({ first: code, last: code });
  }
  const hex = (code: number) => code.toString(16).toUpperCase();
  return ranges
    .map(({ first, last }) => `U+${hex(first)}${first === last ? '' : `-${hex(last)}`}`)
    .join(', ');
}
