/** The kinds of picture that are published, by their ending. */
export type Format = 'avif' | 'jpg' | 'png' | 'svg' | 'webp';

/** Kinds that are known only to be named in a message. */
export type KnownFormat = Format | 'gif' | 'heic' | 'html' | 'pdf' | 'tiff' | 'zip';

const STARTS: [KnownFormat, number, string][] = [
  ['png', 0, '\x89PNG\r\n\x1a\n'],
  ['jpg', 0, '\xff\xd8\xff'],
  ['gif', 0, 'GIF8'],
  ['webp', 8, 'WEBPVP8'],
  ['heic', 4, 'ftyp'],
  ['pdf', 0, '%PDF-'],
  ['tiff', 0, 'II*\0'],
  ['tiff', 0, 'MM\0*'],
  ['zip', 0, 'PK\x03\x04'],
];

/** Tells what a file holds by its first bytes, whatever it is called. */
export function tellFormat(bytes: Uint8Array): KnownFormat | undefined {
  const start = String.fromCharCode(...bytes.subarray(0, 4096));
  // The brands of the container; some programs put the kind of picture second.
  if (start.startsWith('ftyp', 4) && /avi[fs]/.test(start.slice(8, 40))) return 'avif';
  for (const [format, offset, mark] of STARTS) {
    if (start.startsWith(mark, offset)) return format;
  }
  const text = start.replace(/^\xef\xbb\xbf/, '').trimStart();
  if (/^<!doctype html|^<html[\s>]/i.test(text)) return 'html';
  return /^<(?:\?xml\s|!--|!DOCTYPE\s+svg|svg[\s>/]|[\w-]+:svg[\s>/])/.test(text)
    ? 'svg'
    : undefined;
}
