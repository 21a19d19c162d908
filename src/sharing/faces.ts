import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readSegments } from './cmap.ts';

/** Name and bytes of one font file, as satori takes them. */
type Font = { name: string; data: Buffer };

/** A face: its files in the order in which a letter is looked for. */
export type Face = {
  fonts: readonly Font[];
  /** For satori: the names of the files, the first one that has a letter sets it. */
  family: string;
  /** Width of a letter at a size of 1, without kerning; `undefined` where the face lacks it. */
  widthOf(letter: string): number | undefined;
};

// Every command runs in the project's folder; a bundled module no longer knows where it stood.
const folder = 'src/sharing/fonts';

export const serif = readFace('serif', ['latin', 'latin-ext', 'vietnamese', 'greek', 'cyrillic']);
export const italic = readFace('italic', ['latin', 'latin-ext'], serif);
export const sans = readFace('sans', ['latin', 'latin-ext']);
export const bold = readFace('bold', ['latin', 'latin-ext']);

export const fonts: Font[] = [
  ...new Map([serif, italic, sans, bold].flatMap((face) => face.fonts).map((f) => [f.name, f])),
].map(([, font]) => font);

/** @param after where a letter comes from that the face lacks */
function readFace(name: string, parts: string[], after?: Face): Face {
  const own = parts.map((part) => ({
    name: `${name}-${part}`,
    data: readFileSync(path.join(folder, `${name}-${part}.ttf`)),
  }));
  const widths = new Map(own.reverse().flatMap(({ data }) => [...readWidths(data)]));
  const all = [...own.reverse(), ...(after?.fonts ?? [])];
  return {
    fonts: all,
    family: all.map((font) => font.name).join(', '),
    widthOf: (letter) => widths.get(letter.codePointAt(0) ?? 0) ?? after?.widthOf(letter),
  };
}

/** Ascent and descent of the first file, at a size of 1: where satori puts the base line. */
export function measureLine(face: Face): { ascent: number; descent: number } {
  const data = face.fonts[0]?.data ?? Buffer.alloc(0);
  const at = findTable(data, 'hhea');
  const units = data.readUInt16BE(findTable(data, 'head') + 18);
  return { ascent: data.readInt16BE(at + 4) / units, descent: -data.readInt16BE(at + 6) / units };
}

/** Widths by code point, from `cmap` and `hmtx`. */
function* readWidths(data: Buffer): Generator<[letter: number, width: number]> {
  const units = data.readUInt16BE(findTable(data, 'head') + 18);
  const measured = data.readUInt16BE(findTable(data, 'hhea') + 34);
  const hmtx = findTable(data, 'hmtx');
  const cmap = findTable(data, 'cmap');
  const subtables = Array.from({ length: data.readUInt16BE(cmap + 2) }, (_, index) => {
    return cmap + data.readUInt32BE(cmap + 4 + index * 8 + 4);
  });
  const at = subtables.find((offset) => data.readUInt16BE(offset) === 4);
  if (at === undefined) throw new Error('A font of the sharing pictures has no map of format 4.');
  for (const [letter, glyph] of readSegments(data.subarray(at))) {
    yield [letter, data.readUInt16BE(hmtx + Math.min(glyph, measured - 1) * 4) / units];
  }
}

function findTable(data: Buffer, tag: string): number {
  for (let at = 12; at < 12 + data.readUInt16BE(4) * 16; at += 16) {
    if (data.toString('latin1', at, at + 4) === tag) return data.readUInt32BE(at + 8);
  }
  throw new Error(`A font of the sharing pictures has no table ${tag}.`);
}
