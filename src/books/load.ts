import type { Picture } from '../pictures/picture.ts';
import { loadSharingPicture } from '../sharing/load.ts';
import { packBook } from './archive.ts';
import type { Book } from './book.ts';
import { buildFiles } from './files.ts';
import { COVER } from './matter.ts';
import { isCore } from './rendering.ts';

/** A book as an EPUB 3 file. What its pictures and its cover take is kept from the last build. */
export async function loadBook(book: Book): Promise<Uint8Array> {
  const bytes = new Map<string, Uint8Array>([[COVER, await loadSharingPicture(book.cover)]]);
  for (const [file, picture] of book.pictures) bytes.set(file, await loadPicture(picture));
  return packBook(
    buildFiles(book, (file) => {
      const found = bytes.get(file);
      if (!found) throw new Error(`A book has no ${file}.`);
      return found;
    }),
  );
}

async function loadPicture(picture: Picture): Promise<Uint8Array> {
  if (isCore(picture)) return picture.bytes;
  const { convertToCore } = await import('../pictures/core.ts');
  return await convertToCore(picture);
}
