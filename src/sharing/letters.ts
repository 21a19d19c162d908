import type { Face } from './faces.ts';

/** More than any picture has room for. */
const MOST_LETTERS = 300;

/**
 * A text in letters that the face has. Where it lacks one, its compatible form (`𝔼` → `E`) or the letter
 * without its marks takes its place; a letter with neither (Han, emoji, directions of writing) is
 * left out, since a box says less than nothing.
 */
export function spell(text: string, face: Face): string {
  return [...text.normalize('NFC')]
    .slice(0, MOST_LETTERS)
    .map((letter) => (/\s/.test(letter) ? ' ' : (findForm(letter, face) ?? '')))
    .join('')
    .replace(/\s+/g, ' ');
}

/** Whether all letters of a text are in the face. */
export function isSpelt(text: string, face: Face): boolean {
  return [...text].every((letter) => /\s/.test(letter) || isIn(letter, face));
}

/** The first of some spellings that needs no letter left out; else the first of which letters remain. */
export function chooseSpelling(spellings: readonly string[], face: Face): string {
  const whole = spellings.find((text) => isSpelt(text.normalize('NFC'), face));
  return (
    whole ??
    spellings.map((text) => spell(text, face).trim()).find((text) => /\p{L}/u.test(text)) ??
    ''
  );
}

/** Width of a text at a size of 1, without kerning. */
export function measure(text: string, face: Face): number {
  return [...text].reduce((sum, letter) => sum + (face.widthOf(letter) ?? 0), 0);
}

function findForm(letter: string, face: Face): string | undefined {
  const forms = [letter, letter.normalize('NFKC'), letter.normalize('NFKD').replace(/\p{M}/gu, '')];
  return forms.find((form) => form !== '' && [...form].every((one) => isIn(one, face)));
}

function isIn(letter: string, face: Face): boolean {
  return !/\p{C}/u.test(letter) && face.widthOf(letter) !== undefined;
}
