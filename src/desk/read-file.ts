import { judgeKind, TYPES } from '../pictures/kind.ts';
import { cleanSvg } from '../pictures/svg.ts';
import type { ReadFile } from './messages.ts';

/** Of a picture that is shown; what is published is made smaller. */
const MOST_PIXELS = 25_000_000;

/** Judges a picture or a CSV file by itself. What is wrong with the numbers is told with the plot that draws them. */
export async function readFile(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<ReadFile> {
  if (/\.csv$/i.test(name)) return { faults: [], csv: new TextDecoder().decode(bytes) };
  const judged = judgeKind(name, bytes);
  if ('code' in judged) return { faults: [judged] };
  const { format } = judged;
  const type = TYPES[format];
  if (format === 'svg') {
    const { made, problems } = cleanSvg(bytes, name);
    if (!made) return { faults: problems };
    const { width, height } = made;
    const drawing = new Uint8Array(made.bytes);
    return { faults: [], picture: { bytes: drawing, type, width, height, opaque: false } };
  }
  try {
    const bitmap = await createImageBitmap(new Blob([bytes], { type }));
    const { width, height } = bitmap;
    bitmap.close();
    if (width * height > MOST_PIXELS) {
      const message = `\`${name}\` has more than ${MOST_PIXELS / 1_000_000} million pixels.`;
      const fix = 'Make it smaller: 1920 pixels are the widest that is shown.';
      return { faults: [{ code: 'picture-too-large', message, fix }] };
    }
    return { faults: [], picture: { bytes, type, width, height, opaque: format === 'jpg' } };
  } catch {
    const message = `\`${name}\` is damaged and cannot be read to its end.`;
    const fix = 'Save the picture again from the program that made it.';
    return { faults: [{ code: 'picture-damaged', message, fix }] };
  }
}
