import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Fault } from './fault.ts';
import { findFile } from './file.ts';
import { tellFormat, type Format } from './format.ts';
import { convertRaster } from './raster.ts';
import { cleanSvg } from './svg.ts';

/** A picture as it is published: checked, without metadata, named by what it holds. */
export type Picture = {
  /** `<stem>.<hash>.<ending>`: other bytes are another name. */
  name: string;
  bytes: Uint8Array;
  /** In pixels, as it is shown at full size. */
  width: number;
  height: number;
  /** Its media type: `image/svg+xml`. */
  type: string;
};

export type PictureReading = { picture?: Picture; problems: Fault[] };

const MEGABYTE = 1_000_000;
const MOST_BYTES = 2 * MEGABYTE;
const MOST_SVG_BYTES = MEGABYTE / 2;

const ENDINGS = new Map<string, Format>([
  ['avif', 'avif'],
  ['jpeg', 'jpg'],
  ['jpg', 'jpg'],
  ['png', 'png'],
  ['svg', 'svg'],
  ['webp', 'webp'],
]);

const TYPES: Record<Format, string> = {
  avif: 'image/avif',
  jpg: 'image/jpeg',
  png: 'image/png',
  svg: 'image/svg+xml',
  webp: 'image/webp',
};

/**
 * Reads a picture of a paper or an issue.
 *
 * `folder` is the folder of its text, `src` the path as the writer gave it: `./figure.svg`. What is
 * wrong comes back as problems, and then there is no picture. The same file gives the same bytes.
 */
export async function readPicture(folder: string, src: string): Promise<PictureReading> {
  const found = findFile(folder, src, {
    code: 'picture',
    noun: 'picture',
    example: './picture.svg',
  });
  if ('code' in found) return { problems: [found] };
  const shown = found.name;
  const ending = path.extname(shown).slice(1).toLowerCase();
  const format = ENDINGS.get(ending);
  if (format === undefined) return { problems: [wrongEnding(shown, ending)] };
  const most = format === 'svg' ? MOST_SVG_BYTES : MOST_BYTES;
  if (found.size > most) return { problems: [tooHeavy(shown, found.size, most)] };
  const source = readFileSync(found.file);
  const told = tellFormat(source);
  if (told !== format) return { problems: [wrongContent(shown, ending, told)] };
  return await convert(source, format, shown);
}

// `dev` reads all pictures again for each page; converting them again would be most of its time.
const converted = new Map<string, PictureReading>();

async function convert(source: Buffer, format: Format, shown: string): Promise<PictureReading> {
  const key = `${shown} ${hashOf(source)}`;
  const known = converted.get(key);
  if (known !== undefined) return known;
  const result =
    format === 'svg' ? cleanSvg(source, shown) : await convertRaster(source, format, shown);
  const reading: PictureReading = { problems: result.problems };
  if (result.made !== undefined) {
    const { bytes, width, height } = result.made;
    const stem = path.basename(shown, path.extname(shown)).toLowerCase();
    const plain = stem.replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '') || 'picture';
    const name = `${plain.slice(0, 60)}.${hashOf(bytes).slice(0, 10)}.${format}`;
    reading.picture = { name, bytes, width, height, type: TYPES[format] };
  }
  converted.set(key, reading);
  return reading;
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function wrongEnding(shown: string, ending: string): Fault {
  const message =
    ending === ''
      ? `The picture \`${shown}\` has no ending that says what it is.`
      : `\`${shown}\` is a .${ending} file, which is not taken as a picture.`;
  const fix =
    ending === 'gif'
      ? 'Save it as png, or link to a video where it moves.'
      : 'Save it as svg (diagrams and plots), png, jpg, webp or avif.';
  return { code: 'picture-type', message, fix };
}

function wrongContent(shown: string, ending: string, told: string | undefined): Fault {
  if (told === undefined) {
    return {
      code: 'picture-type',
      message: `\`${shown}\` does not hold a ${ending} picture, or any other that is known here.`,
      fix: 'Save the picture again from the program that made it.',
    };
  }
  return {
    code: 'picture-type',
    message: `\`${shown}\` is named .${ending}, but holds a ${told} file.`,
    fix: told in TYPES ? `Rename it: the ending is .${told}.` : `Save it as ${ending}.`,
  };
}

function tooHeavy(shown: string, size: number, most: number): Fault {
  return {
    code: 'picture-too-heavy',
    message: `\`${shown}\` has ${formatBytes(size)}; at most ${formatBytes(most)} are taken.`,
    fix:
      most === MOST_SVG_BYTES
        ? 'Draw fewer points, or save the picture as png.'
        : 'Make it smaller: 1920 pixels are the widest that is shown.',
  };
}

/** `480 kB`, `2.5 MB`: in steps of a thousand, rounded up so that a size over a limit looks so. */
function formatBytes(bytes: number): string {
  return bytes < MEGABYTE
    ? `${Math.ceil(bytes / 1000)} kB`
    : `${Math.ceil(bytes / (MEGABYTE / 10)) / 10} MB`;
}
