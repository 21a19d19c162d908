import { readFileSync } from 'node:fs';
import { hashOf } from '../cache.ts';
import { describe, type Picture } from './facts.ts';
import type { Fault } from './fault.ts';
import { findFile, type Wanted } from './file.ts';
import type { KeptPictures } from './kept.ts';
import type { KeptReadings, MadePicture } from './kept-readings.ts';
import { ENDINGS, judgeKind, judgeSize, TYPES } from './kind.ts';
import { nameFile, stemOf } from './name.ts';
import type { Encoded } from './raster.ts';
import { cleanSvg } from './svg.ts';

export type { Picture } from './facts.ts';

const WANTED: Wanted = {
  code: 'picture',
  noun: 'picture',
  example: './picture.svg',
  ending: /\.(?:svg|png|jpe?g|webp|avif|gif)$/i,
};

/** `key` is what it is kept under, if it is. */
export type PictureReading = { picture?: Picture; problems: Fault[]; key?: string };

/**
 * Reads a picture of a paper or an issue.
 *
 * `folder` is the folder of its text, `src` the path as the writer gave it: `./figure.svg`. What is
 * wrong comes back as problems, and then there is no picture. The same file gives the same bytes.
 */
export async function readPicture(
  folder: string,
  src: string,
  kept?: KeptReadings,
): Promise<PictureReading> {
  const found = findFile(folder, src, WANTED, kept?.disk);
  if ('code' in found) return { problems: [found] };
  const { name: shown, file, size } = found;
  const judged = judgeSize(shown, size);
  if ('code' in judged) return { problems: [judged] };
  if (!kept) {
    const { made, problems } = await convert(readFileSync(file), shown);
    return made ? { picture: made.picture, problems } : { problems };
  }
  let key = kept.keyOf(shown, file);
  let reading = kept.find(key);
  if (!reading) {
    const read = kept.readFile(shown, file);
    key = read.key;
    const { made, problems } = await convert(read.bytes, shown, kept.encoded);
    // Whether a raster can be decoded may lie in the machine as well: it is tried again.
    if (!made && judged.format !== 'svg') return { problems };
    reading = { pictures: kept.add(key, made ? [made] : [], problems), problems };
  }
  const { pictures, problems } = reading;
  return pictures[0] ? { picture: pictures[0], problems, key } : { problems };
}

async function convert(
  source: Buffer,
  shown: string,
  kept?: KeptPictures,
): Promise<{ made?: MadePicture; problems: Fault[] }> {
  const judged = judgeKind(shown, source);
  if ('code' in judged) return { problems: [judged] };
  const { format } = judged;
  const stem = stemOf(shown, 'picture');
  if (format === 'svg') {
    const { made, problems } = cleanSvg(source, shown);
    return made ? { made: { picture: nameDrawing(stem, made) }, problems } : { problems };
  }
  let problems: Fault[] = [];
  const make = async () => {
    const { convertRaster } = await import('./raster.ts');
    const converted = await convertRaster(source, format, shown);
    problems = converted.problems;
    return converted.made ? [converted.made] : [];
  };
  if (!kept) {
    const [made] = await make();
    return made ? { made: { picture: nameRaster(stem, made) }, problems } : { problems };
  }
  const [made] = await kept.keep(format, source, make);
  if (!made) return { problems };
  return { made: { picture: nameRaster(stem, made), file: made.file }, problems };
}

/**
 * The smaller files of a picture, each as it is published; none of a drawing in SVG.
 *
 * @param key what the picture is kept under
 */
export async function readSmaller(
  picture: Picture,
  key: string,
  kept: KeptReadings,
): Promise<Picture[]> {
  const format = [...ENDINGS.values()].find((one) => TYPES[one] === picture.type);
  if (format === undefined || format === 'svg') return [];
  const own = smallerKey(key);
  const found = kept.find(own);
  if (found) return found.pictures;
  const stem = picture.name.replace(/\..*$/s, '');
  const { bytes, width, height, opaque } = picture;
  const made = await kept.encoded.keep('smaller', bytes, async () => {
    const { makeSmaller } = await import('./smaller.ts');
    return await makeSmaller({ format, bytes, width, height, opaque });
  });
  const named = made.map((one) => {
    const isItself = one.format === format && one.width === width;
    const smaller = isItself ? picture : nameRaster(`${stem}-${one.width}`, one);
    return { picture: smaller, file: one.file };
  });
  return kept.add(own, named);
}

/** What the smaller files of a picture are kept under: they are made of it, by the code that reads it. */
export function smallerKey(key: string): string {
  return hashOf(`smaller ${key}`);
}

/** The picture in a form that mail programs show; itself where it is one. `width` is the widest that it is shown, in CSS pixels. */
export async function readPortable(
  picture: Picture,
  kept: KeptPictures,
  width: number,
): Promise<Picture> {
  const { bytes, opaque, type } = picture;
  if (opaque && (type === TYPES.png || type === TYPES.jpg)) return picture;
  const shown = Math.min(width, picture.width);
  const [made] = await kept.keep(`portable ${shown}`, bytes, async () => {
    const { makePortable } = await import('./portable.ts');
    return [await makePortable(bytes, { isDrawing: type === TYPES.svg, opaque, width: shown })];
  });
  return made ? nameRaster(picture.name.replace(/\..*$/s, ''), made) : picture;
}

function nameRaster(stem: string, made: Encoded): Picture {
  const { format, width, height, opaque } = made;
  const name = nameFile(stem, made.bytes, format);
  return describe({ name, width, height, type: TYPES[format], opaque }, () => made.bytes);
}

function nameDrawing(stem: string, { bytes, width, height }: Drawn): Picture {
  const name = nameFile(stem, bytes, 'svg');
  return describe({ name, width, height, type: TYPES.svg, opaque: false }, () => bytes);
}

type Drawn = { bytes: Uint8Array; width: number; height: number };
