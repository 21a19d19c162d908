import { readFileSync } from 'node:fs';
import path from 'node:path';
import { tellFormat } from '../pictures/format.ts';
import { stemOf } from '../pictures/name.ts';
import { findInArchive, insideOf, type Archive } from './archive.ts';
import type { Placed } from './text/links.ts';

/** What may lie beside a text; a gif is kept, and the check says what to do with it. */
const TAKEN = ['svg', 'png', 'jpg', 'webp', 'avif', 'gif'];
const MOST_BYTES = 25_000_000;

/** The pictures of one text: found in the archive, named by our rules, to be copied beside it. */
export class PictureFolder {
  /** Names beside the text, each with the file of the archive. */
  readonly copies = new Map<string, string>();
  readonly #archive: Archive;
  readonly #from: string;

  constructor(archive: Archive, from: string) {
    this.#archive = archive;
    this.#from = from;
  }

  place(src: string): Placed {
    const shown = `\`${src.slice(0, 120).replaceAll('`', "'")}\``;
    if (/^(?:https?:)?\/\//.test(src))
      return {
        lost: `The picture ${shown} lies on another site, and became a link: save it beside the text, if it may be shown`,
      };
    if (/^data:/i.test(src))
      return { lost: 'A picture is written into the text itself: save it as a file' };
    const found = findInArchive(this.#archive, this.#from, src);
    const full = found && insideOf(this.#archive, found.file);
    if (found === undefined || full === undefined)
      return {
        lost: `The picture ${shown} is not in the archive: put it beside the text and write a \`<Figure>\``,
      };
    const bytes = readFileSync(full);
    const format = tellFormat(bytes);
    if (format === undefined || !TAKEN.includes(format))
      return {
        lost: `${found.file} is no picture that is taken here${format === undefined ? '' : ` but ${format}`}: save it as svg, png or jpg`,
      };
    if (bytes.length > MOST_BYTES)
      return {
        lost: `${found.file} has more than ${MOST_BYTES / 1_000_000} MB, and was not copied: make it smaller`,
      };
    const told = [
      ...(found.differs ? [`The picture ${shown} is called ${found.file}, in other letters`] : []),
      ...(format === 'gif'
        ? [
            `${found.file} is a gif${isAnimated(bytes) ? ' that moves' : ''}: save it as png, or link to a video`,
          ]
        : []),
    ].join('. ');
    return { name: this.#name(found.file, format), ...(told !== '' && { told }) };
  }

  #name(file: string, format: string): string {
    const stem = stemOf(path.posix.basename(file), 'picture');
    for (let count = 1; ; count += 1) {
      const name = `${count === 1 ? stem : `${stem}-${count}`}.${format}`;
      const other = this.copies.get(name);
      if (other !== undefined && other !== file) continue;
      this.copies.set(name, file);
      return name;
    }
  }
}

/** More than one frame: https://www.w3.org/Graphics/GIF/spec-gif89a.txt, 23, graphic control extension. */
function isAnimated(bytes: Uint8Array): boolean {
  return Buffer.from(bytes).toString('latin1').split('\x21\xf9\x04').length > 2;
}
