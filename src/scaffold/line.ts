import { findInvisibleCharacters } from '../body/parsing/characters.ts';

/**
 * What a service or a file says, as one line: NFC, one space between words, none of the characters that
 * nobody sees, among them those that turn the direction of writing or end a line.
 */
export function tidyLine(text: string): string {
  // First, since a line end is a space and the rest of the control characters are nothing.
  const flat = text.replace(/[\s\u0085\u2028\u2029]+/gu, ' ').normalize('NFC');
  let tidy = '';
  let end = 0;
  for (const { offset } of findInvisibleCharacters(flat)) {
    tidy += flat.slice(end, offset);
    end = offset + ((flat.codePointAt(offset) ?? 0) > 0xffff ? 2 : 1);
  }
  tidy += flat.slice(end);
  // What stood first was taken as the mark of a file.
  return tidy
    .replace(/^\uFEFF/, '')
    .replace(/ +/g, ' ')
    .trim();
}

/** What somebody wrote, to be quoted in a sentence on a terminal. */
export function shown(text: string): string {
  const tidy = tidyLine(text).replaceAll('`', "'");
  return tidy.length > 80 ? `${[...tidy].slice(0, 79).join('')}…` : tidy;
}
