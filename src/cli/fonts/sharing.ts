import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import subsetFont from 'subset-font';
import { SANS, SERIF } from './faces.ts';

type Cut = { name: string; source: string; parts: string[]; axes: Record<string, number> };

// An optical size between the title's own and that of the small picture that a messenger makes of it.
const CUTS: Cut[] = [
  {
    name: 'serif',
    source: `${SERIF}-*-opsz-normal.woff2`,
    parts: ['latin', 'latin-ext', 'vietnamese', 'greek', 'cyrillic'],
    axes: { wght: 300, opsz: 40 },
  },
  {
    name: 'italic',
    source: `${SERIF}-*-opsz-italic.woff2`,
    parts: ['latin', 'latin-ext'],
    axes: { wght: 300, opsz: 40 },
  },
  {
    name: 'sans',
    source: `${SANS}-*-wght-normal.woff2`,
    parts: ['latin', 'latin-ext'],
    axes: { wght: 400 },
  },
  {
    name: 'bold',
    source: `${SANS}-*-wght-normal.woff2`,
    parts: ['latin', 'latin-ext'],
    axes: { wght: 600 },
  },
];

/** Latin with the accents of names, Greek and Cyrillic letters, and the signs of a title. */
const CHARACTERS = [
  [0x20, 0x7e],
  [0xa0, 0x17f],
  [0x192, 0x192],
  [0x1a0, 0x1a1],
  [0x1af, 0x1b0],
  [0x1cd, 0x1dc],
  [0x1e6, 0x1e7],
  [0x1fa, 0x21b],
  [0x2bb, 0x2bc],
  [0x384, 0x3ce],
  [0x400, 0x45f],
  [0x490, 0x491],
  [0x1e00, 0x1e9e],
  [0x1ea0, 0x1ef9],
  [0x2010, 0x2027],
  [0x2030, 0x203a],
  [0x2044, 0x2044],
  [0x2070, 0x208e],
  [0x20ac, 0x20ac],
  [0x2116, 0x2122],
  [0x2190, 0x2193],
  [0x2202, 0x22a5],
] as const;

const text = CHARACTERS.flatMap(([first, last]) =>
  Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index)),
).join('');

/**
 * The faces of the sharing pictures by file name, cut from the packages of the fonts. satori reads no
 * woff2 and no variable font, so each is TrueType at one weight and one optical size, without
 * features but kerning. The same packages give the same bytes.
 */
export async function cutSharingFonts(): Promise<Map<string, Buffer>> {
  const { resolve } = createRequire(import.meta.url);
  const files = new Map<string, Buffer>();
  for (const { name, source, parts, axes } of CUTS) {
    for (const part of parts) {
      const original = readFileSync(resolve(source.replace('*', part)));
      const bytes = await subsetFont(original, text, {
        targetFormat: 'truetype',
        variationAxes: axes,
        keepFeatures: ['kern'],
        noLayoutClosure: true,
        noHinting: true,
        dropTables: ['DSIG', 'STAT'],
      });
      files.set(`${name}-${part}.ttf`, bytes);
    }
  }
  return files;
}
