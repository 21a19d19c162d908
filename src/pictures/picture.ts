import { readFileSync } from 'node:fs';
import { hashOf } from '../cache.ts';
import type { Fault } from './fault.ts';
import { findFile } from './file.ts';
import type { Format } from './format.ts';
import type { KeptPictures } from './kept.ts';
import { ENDINGS, judgeKind, TYPES } from './kind.ts';
import { nameFile, stemOf } from './name.ts';
import type { Encoded } from './raster.ts';
import { cleanSvg } from './svg.ts';

/** A picture as it is published: checked, without metadata, named by what it holds. */
export type Picture = {
  /** As `nameFile` makes it. */
  name: string;
  /** Of a raster read anew each time, so that an archive of pictures is not held in memory. */
  readonly bytes: Uint8Array;
  /** In pixels, as it is shown at full size. */
  width: number;
  height: number;
  /** Its media type: `image/svg+xml`. */
  type: string;
  /** Whether every pixel hides what is behind it. */
  opaque: boolean;
};

export type PictureReading = { picture?: Picture; problems: Fault[] };

/**
 * Reads a picture of a paper or an issue.
 *
 * `folder` is the folder of its text, `src` the path as the writer gave it: `./figure.svg`. What is
 * wrong comes back as problems, and then there is no picture. The same file gives the same bytes.
 */
export async function readPicture(
  folder: string,
  src: string,
  kept?: KeptPictures,
): Promise<PictureReading> {
  const found = findFile(folder, src, {
    code: 'picture',
    noun: 'picture',
    example: './picture.svg',
    ending: /\.(?:svg|png|jpe?g|webp|avif|gif)$/i,
  });
  if ('code' in found) return { problems: [found] };
  const shown = found.name;
  const judged = judgeKind(shown, found.size, () => readFileSync(found.file));
  if ('code' in judged) return { problems: [judged] };
  const { format, source } = judged;
  return await convert(source, format, shown, kept);
}

// `dev` reads all pictures again for each page; converting them again would be most of its time.
const converted = new Map<string, PictureReading>();

async function convert(
  source: Buffer,
  format: Format,
  shown: string,
  kept: KeptPictures | undefined,
): Promise<PictureReading> {
  const key = `${shown} ${hashOf(source)}`;
  const known = converted.get(key);
  if (known !== undefined) return known;
  const reading: PictureReading = { problems: [] };
  const stem = stemOf(shown, 'picture');
  if (format === 'svg') {
    const { made, problems } = cleanSvg(source, shown);
    reading.problems = problems;
    if (made) reading.picture = nameDrawing(stem, made);
  } else {
    // What failed is not kept: its message names the file.
    const make = async () => {
      const { convertRaster } = await import('./raster.ts');
      const { made, problems } = await convertRaster(source, format, shown);
      reading.problems = problems;
      return made ? [made] : [];
    };
    const [made] = kept ? await kept.keep(format, source, make) : await make();
    if (made) reading.picture = nameRaster(stem, made);
  }
  converted.set(key, reading);
  return reading;
}

/** The smaller files of a picture, each as it is published; none of a drawing in SVG. */
export async function readSmaller(picture: Picture, kept: KeptPictures): Promise<Picture[]> {
  const format = [...ENDINGS.values()].find((one) => TYPES[one] === picture.type);
  if (format === undefined || format === 'svg') return [];
  const stem = picture.name.replace(/\..*$/s, '');
  const { bytes, width, height, opaque } = picture;
  const made = await kept.keep('smaller', bytes, async () => {
    const { makeSmaller } = await import('./smaller.ts');
    return await makeSmaller({ format, bytes, width, height, opaque });
  });
  return made.map((one) =>
    one.format === format && one.width === width
      ? picture
      : nameRaster(`${stem}-${one.width}`, one),
  );
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
  return {
    name: nameFile(stem, made.bytes, format),
    get bytes() {
      return made.bytes;
    },
    ...{ width, height, type: TYPES[format], opaque },
  };
}

function nameDrawing(stem: string, made: { bytes: Uint8Array; width: number; height: number }) {
  const name = nameFile(stem, made.bytes, 'svg');
  return { name, ...made, type: TYPES.svg, opaque: false };
}
