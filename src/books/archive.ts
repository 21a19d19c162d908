import { zipSync, type Zippable } from 'fflate';

/**
 * Packs the files of a book (https://www.w3.org/TR/epub-33/#sec-zip-container-zipreqs): `mimetype` first and as it
 * is, the others by their paths. The same files give the same bytes wherever and whenever they are packed.
 */
export function packBook(files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const zippable: Zippable = {};
  // fflate writes the local time: noon of this day in every time zone. The format knows no earlier one.
  const mtime = new Date(1980, 0, 1, 12);
  const others = [...files.keys()].filter((path) => path !== 'mimetype').sort();
  for (const path of ['mimetype', ...others]) {
    const bytes = files.get(path);
    if (!bytes) throw new Error(`A book has no ${path}.`);
    const packed = path === 'mimetype' || /\.(?:png|jpg)$/.test(path);
    zippable[path] = [bytes, { level: packed ? 0 : 9, mtime }];
  }
  return zipSync(zippable);
}
