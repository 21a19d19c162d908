import type { Place } from '../problem.ts';

/** Columns of a terminal that an excerpt takes at most. */
const WIDTH = 100;
const TAB = '    ';

/** What moves the cursor, reorders the line, or is not seen at all. */
const HIDDEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/gu;

/**
 * What a stranger wrote, in one line that moves no cursor, forges no other line, and gives no orders to a CI
 * that reads its log: `::error` at the start of a line, `##[error]` anywhere in it
 * (https://github.com/actions/runner, ActionCommand.cs).
 */
export function oneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]+/gu, ' ')
    .replace(/^\s*:+/, '')
    .replaceAll('##[', '## [');
}

/**
 * The line of a source and, under it, a caret at the column; a long line is cut around it. Tabs are spaces, and
 * what cannot be seen is shown as `�`.
 *
 * @param written the line; its end is passed over
 */
export function renderExcerpt(written: string, { line, column }: Place): [string, string] {
  const source = written.replace(/[\r\n]+$/, '');
  // A hostile line may be the whole file; no more of it is looked at than can be shown.
  const start = Math.max(0, column - 1 - 2 * WIDTH);
  const at = Math.min(column - 1, source.length) - start;
  const part = source.slice(start, start + at + 2 * WIDTH);
  const before = measure(part.slice(0, at));
  const after = measure(part.slice(at));
  const room = WIDTH - 2;
  const shownBefore = takeEnd(before, Math.max(room - widthOf(after), Math.floor(room * 0.6)));
  const shownAfter = take(after, room - widthOf(shownBefore));
  const isCut = start > 0 || shownBefore.length < before.length;
  const ends = start + part.length >= source.length && shownAfter.length === after.length;
  const text = `${isCut ? '…' : ''}${textOf(shownBefore)}${textOf(shownAfter)}${ends ? '' : '…'}`;
  const margin = `  ${line} | `;
  const indent = ' '.repeat(margin.length + (isCut ? 1 : 0) + widthOf(shownBefore));
  return [`${margin}${text}`.trimEnd().replaceAll('##[', '## ['), `${indent}^`];
}

type Piece = { text: string; width: number };

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** What is shown of a text, piece by piece, with the columns that each takes. */
function measure(text: string): Piece[] {
  return [...graphemes.segment(text)].map(({ segment }) => {
    if (segment === '\t') return { text: TAB, width: TAB.length };
    const shown = segment.replace(HIDDEN, (character, index: number) =>
      // A joiner inside an emoji is part of what is seen.
      character === '\u200d' && index > 0 && index < segment.length - 1 ? character : '�',
    );
    const hidden = shown.split('�').length - 1;
    const seen = shown.replaceAll('�', '');
    if (seen === '') return { text: shown, width: hidden };
    const wide = WIDE.test(seen) ? 2 : /^\p{M}+$/u.test(seen) ? 0 : 1;
    return { text: shown, width: wide + hidden };
  });
}

/** Two columns wide: https://www.unicode.org/reports/tr11/, as far as letters and emoji go. */
const WIDE =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}\u3000-\u303e\uff01-\uff60\uffe0-\uffe6]|\ufe0f/u;

function widthOf(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, { width }) => sum + width, 0);
}

function textOf(pieces: readonly Piece[]): string {
  return pieces.map(({ text }) => text).join('');
}

function take(pieces: readonly Piece[], room: number): Piece[] {
  let left = room;
  const end = pieces.findIndex(({ width }) => (left -= width) < 0);
  return pieces.slice(0, end < 0 ? pieces.length : end);
}

function takeEnd(pieces: readonly Piece[], room: number): Piece[] {
  return take([...pieces].reverse(), room).reverse();
}
