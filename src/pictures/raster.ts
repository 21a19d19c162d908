import sharp, { type Sharp } from '../encoder.ts';
import type { Fault } from './fault.ts';
import type { Format } from './format.ts';

/** More pixels than any figure needs, and few enough to decode. */
const MOST_PIXELS = 25_000_000;
/** Twice the measure of the text, for screens with two pixels to a point. */
const MOST_WIDTH = 1920;

export type RasterFormat = Exclude<Format, 'svg'>;

/** A raster picture in a format of the web. `opaque` where every pixel hides what is behind it. */
export type Encoded = {
  format: RasterFormat;
  readonly bytes: Uint8Array;
  width: number;
  height: number;
  opaque: boolean;
};

/**
 * Decodes a picture and encodes it anew in its own format: upright, at most 1920 pixels wide, in
 * sRGB, without metadata (places, cameras, names), which sharp drops unless told to keep it.
 */
export async function convertRaster(
  source: Uint8Array,
  format: RasterFormat,
  shown: string,
): Promise<{ made?: Encoded; problems: Fault[] }> {
  try {
    const image = sharp(source, { limitInputPixels: MOST_PIXELS, failOn: 'error' });
    const { pages = 1 } = await image.metadata();
    if (pages > 1) {
      const message = `\`${shown}\` moves: it holds ${pages} pictures.`;
      const fix = 'Save one of them, or link to a video.';
      return { problems: [{ code: 'picture-moves', message, fix }] };
    }
    const upright = image.autoOrient().resize({ width: MOST_WIDTH, withoutEnlargement: true });
    const encoded = encode(upright, format);
    const { data, info } = await encoded.toBuffer({ resolveWithObject: true });
    const { width, height, channels } = info;
    const opaque = channels < 4 || (await sharp(data).stats()).isOpaque;
    return { made: { format, bytes: data, width, height, opaque }, problems: [] };
  } catch (error) {
    if (/pixel limit/i.test((error as Error).message)) {
      const message = `\`${shown}\` has more than ${MOST_PIXELS / 1_000_000} million pixels.`;
      const fix = `Make it smaller: ${MOST_WIDTH} pixels are the widest that is shown.`;
      return { problems: [{ code: 'picture-too-large', message, fix }] };
    }
    const message = `\`${shown}\` is damaged and cannot be read to its end.`;
    const fix = 'Save the picture again from the program that made it.';
    return { problems: [{ code: 'picture-damaged', message, fix }] };
  }
}

function encode(image: Sharp, format: RasterFormat): Sharp {
  switch (format) {
    case 'avif':
      // More effort makes the file no smaller, and of two megapixels of noise takes 40 seconds instead of one.
      return image.avif({ quality: 65, effort: 1 });
    case 'jpg':
      return image.jpeg({ quality: 85, mozjpeg: true });
    case 'png':
      return image.png({ compressionLevel: 9 });
    case 'webp':
      return image.webp({ quality: 88 });
  }
}
