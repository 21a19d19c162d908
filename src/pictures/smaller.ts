import sharp, { type OutputInfo, type Sharp } from '../encoder.ts';
import type { Encoded, RasterFormat } from './raster.ts';

/** Steps below the full width, in pixels: a phone, and a phone or a text column of twice the density. */
const STEPS = [480, 960];
/** A file that saves less, of its size and in bytes, is not worth a file. */
const WORTH = 0.9;
const LEAST = 1_000;
/** Colours and edges of a drawing make a lossless file that is hardly larger than a lossy one. */
const DRAWN = 1.25;

type Pixels = { data: Buffer; info: OutputInfo };

/**
 * Smaller files of a raster picture, the best format first, each by rising width: AVIF and WebP of
 * what was photographed or rendered, WebP without visible loss of what was drawn. The full width is the
 * picture's own. A format is left out where its full width is no smaller than what it replaces, a step
 * where it is no smaller than the next one; so the list may be empty.
 */
export async function makeSmaller(picture: Encoded): Promise<Encoded[]> {
  const { format, bytes, opaque } = picture;
  const decoded = opaque ? sharp(bytes).removeAlpha() : sharp(bytes);
  const pixels = await decoded.raw().toBuffer({ resolveWithObject: true });
  if (format === 'avif') return await makeSteps(pixels, picture, encodeAvif);
  if (format === 'webp') {
    const avif = await encode(pixels, picture, picture.width, encodeAvif);
    return [
      ...(isWorth(avif, picture) ? await makeSteps(pixels, avif, encodeAvif) : []),
      ...(await makeSteps(pixels, picture, encodeWebp)),
    ];
  }
  const webp = await encode(pixels, picture, picture.width, encodeWebp);
  if (format === 'png') {
    const exact = await encode(pixels, picture, picture.width, encodeExact);
    if (exact.bytes.length <= webp.bytes.length * DRAWN)
      return isWorth(exact, picture) ? await makeSteps(pixels, exact, encodeNear) : [];
  }
  if (!isWorth(webp, picture)) return [];
  const avif = await encode(pixels, picture, picture.width, encodeAvif);
  return [
    ...(isWorth(avif, webp) ? await makeSteps(pixels, avif, encodeAvif) : []),
    ...(await makeSteps(pixels, webp, encodeWebp)),
  ];
}

type Encoder = (image: Sharp) => { format: RasterFormat; image: Sharp };

// More effort takes ten times as long for a tenth less.
const encodeAvif: Encoder = (image) => ({
  format: 'avif',
  image: image.avif({ quality: 50, effort: 1 }),
});
const encodeWebp: Encoder = (image) => ({ format: 'webp', image: image.webp({ quality: 80 }) });
const encodeExact: Encoder = (image) => ({
  format: 'webp',
  image: image.webp({ lossless: true }),
});
/** Differences of a few levels, which lossless compression likes, and nobody sees. */
const encodeNear: Encoder = (image) => ({
  format: 'webp',
  image: image.webp({ nearLossless: true, quality: 60 }),
});

/** The steps below a full width that are worth it, and the full width. */
async function makeSteps(pixels: Pixels, full: Encoded, encoder: Encoder): Promise<Encoded[]> {
  const kept = [full];
  for (const width of STEPS.filter((step) => step <= full.width * WORTH).reverse()) {
    const step = await encode(pixels, full, width, encoder);
    if (kept[0] && isWorth(step, kept[0])) kept.unshift(step);
  }
  return kept;
}

async function encode(
  { data, info }: Pixels,
  { opaque }: Encoded,
  width: number,
  encoder: Encoder,
): Promise<Encoded> {
  const { width: full, height, channels } = info;
  const raw = sharp(data, { raw: { width: full, height, channels } });
  const { format, image } = encoder(width === full ? raw : raw.resize({ width }));
  const made = await image.toBuffer({ resolveWithObject: true });
  return { format, bytes: made.data, width: made.info.width, height: made.info.height, opaque };
}

function isWorth(made: Encoded, replaced: Encoded): boolean {
  const [size, before] = [made.bytes.length, replaced.bytes.length];
  return size < before * WORTH && size <= before - LEAST;
}
