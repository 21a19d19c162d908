import sharp from '../encoder.ts';
import type { Picture } from './picture.ts';

/** A picture in a format that readers of books and mails have always known: PNG where something shows through it, else JPEG. */
export async function convertToCore({ bytes, opaque }: Picture): Promise<Uint8Array> {
  const image = sharp(bytes);
  return await (
    opaque ? image.jpeg({ quality: 88, mozjpeg: true }) : image.png({ compressionLevel: 9 })
  ).toBuffer();
}
