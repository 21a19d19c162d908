import path from 'node:path';
import sharp from '../encoder.ts';
import type { Encoded } from './raster.ts';

/** Pixels to a CSS pixel. */
const DENSITY = 2;
/** CSS pixels: a drawing may be a hundred times as high as it is wide. */
const MOST_HEIGHT = 1_200;
/** In CSS pixels an inch, as a drawing counts them for sharp. */
const INCH = 72;
const MOST_DENSITY = 7_200;

// Asked for when the first text is set: text of a drawing is in our faces, never in the machine's own.
process.env['FONTCONFIG_FILE'] = path.resolve('src/pictures/fonts.conf');

/**
 * A picture on white for programs that know neither SVG nor WebP nor AVIF and may put it on any ground, as mail
 * programs do: PNG of what was drawn or lets the page shine through, else JPEG. `width` and `height` count its pixels.
 *
 * @param width in which it is shown, in CSS pixels
 */
export async function makePortable(
  bytes: Uint8Array,
  { isDrawing, opaque, width }: { isDrawing: boolean; opaque: boolean; width: number },
): Promise<Encoded> {
  const given = isDrawing ? inOneLanguage(bytes) : bytes;
  const size = { width: width * DENSITY, height: MOST_HEIGHT * DENSITY, fit: 'inside' as const };
  // The pixels of a drawing are made here, in the size that they are wanted in.
  const source = isDrawing ? sharp(given, { density: await densityOf(given, size) }) : sharp(given);
  const image = source
    .resize({ ...size, withoutEnlargement: !isDrawing })
    .flatten({ background: '#ffffff' });
  const format = isDrawing || !opaque ? 'png' : 'jpg';
  const encoded =
    format === 'png'
      ? // More effort makes a drawing a seventh smaller, and takes twice as long.
        image.png({ palette: isDrawing, colours: 128, effort: 1, dither: 0, compressionLevel: 6 })
      : image.jpeg({ quality: 82, mozjpeg: true });
  const { data, info } = await encoded.toBuffer({ resolveWithObject: true });
  return { format, bytes: data, width: info.width, height: info.height, opaque: true };
}

/** Which of several faces has a letter is asked for a language, and that of the machine is another on another. */
function inOneLanguage(bytes: Uint8Array): Uint8Array {
  const text = Buffer.from(bytes).toString('utf8');
  if (/^[^>]*\sxml:lang=/.test(text)) return bytes;
  return Buffer.from(text.replace('<svg', '<svg xml:lang="en"'));
}

async function densityOf(
  bytes: Uint8Array,
  wanted: { width: number; height: number },
): Promise<number> {
  const { width, height } = await sharp(bytes).metadata();
  const scale = Math.min(wanted.width / width, wanted.height / height);
  return Math.min(MOST_DENSITY, Math.max(1, INCH * scale));
}
