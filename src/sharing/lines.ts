import type { SetFormula } from './formula.ts';
import { type Face, serif } from './faces.ts';
import { measure } from './letters.ts';

/** What stands in one line in one face, or a formula. */
export type Run =
  { type: 'text'; text: string; face: Face } | { type: 'formula'; formula: SetFormula };

/** `above` and `below` are what its formulas need besides the leading, at a size of 1. */
export type Line = { runs: Run[]; above: number; below: number };

/** Lines of a title and the size of its letters in pixels. */
export type SetTitle = { lines: Line[]; size: number };

/** A word is runs between two places where a line may break; its width is at a size of 1. */
type Word = { runs: Run[]; width: number };

const SIZES = [104, 90, 78, 68, 60, 52] as const;
const LARGE = 78;
export const LEADING = 1.12;
/** What a line has room for over and under its base line. */
const OVER = 0.86;
const UNDER = 0.28;
const SPACE = measure(' ', serif);

/**
 * Breaks a title into lines of about one length, at the largest size at which they fill no more
 * than `width` × `height` pixels. What does not fit at the smallest size ends in an ellipsis.
 */
export function setTitle(runs: readonly Run[], width: number, height: number): SetTitle {
  const words = splitWords(runs);
  const settings = SIZES.map((size) => ({ size, lines: breakLines(words, width / size) })).filter(
    ({ size, lines }) =>
      size * heightOf(lines.map(joinWords)) <= height &&
      words.every((word) => word.width <= width / size),
  );
  // A line less is worth a size or two, as long as the letters stay large.
  const fewest = Math.min(
    ...settings.filter(({ size }) => size >= LARGE).map(({ lines }) => lines.length),
  );
  const best = settings.find(({ lines }) => lines.length === fewest) ?? settings[0];
  if (best) {
    const { size, lines } = best;
    return { size, lines: balance(words, width / size, lines.length).map(joinWords) };
  }
  const size = SIZES[SIZES.length - 1] ?? 0;
  const short = words.flatMap((word) => splitLong(word, width / size));
  let lines = breakLines(short, width / size);
  while (lines.length > 1 && size * heightOf(lines.map(joinWords)) > height) {
    lines = shorten(lines.slice(0, -1), width / size);
  }
  return { size, lines: lines.map(joinWords) };
}

/** At a size of 1. */
export function heightOf(lines: readonly Line[]): number {
  return lines.reduce((sum, { above, below }) => sum + LEADING + above + below, 0);
}

function splitWords(runs: readonly Run[]): Word[] {
  const words: Word[] = [];
  let word: Run[] = [];
  const end = () => {
    if (word.length > 0) words.push(toWord(word));
    word = [];
  };
  for (const run of runs) {
    if (run.type === 'formula') {
      word.push(run);
      continue;
    }
    run.text.split(' ').forEach((text, index) => {
      if (index > 0) end();
      if (text !== '') word.push({ ...run, text });
    });
  }
  end();
  return words;
}

function toWord(runs: Run[]): Word {
  return { runs, width: runs.reduce((sum, run) => sum + widthOf(run), 0) };
}

function widthOf(run: Run): number {
  return run.type === 'formula' ? run.formula.width : measure(run.text, run.face);
}

function breakLines(words: readonly Word[], width: number): Word[][] {
  const lines: Word[][] = [];
  let room = 0;
  for (const word of words) {
    const line = lines.at(-1);
    if (line && room >= SPACE + word.width) {
      line.push(word);
      room -= SPACE + word.width;
    } else {
      lines.push([word]);
      room = width - word.width;
    }
  }
  return lines;
}

/** The same number of lines in the narrowest column, so that none is left with one word. */
function balance(words: readonly Word[], width: number, count: number): Word[][] {
  let [low, high] = [0, width];
  for (let step = 0; step < 12; step += 1) {
    const middle = (low + high) / 2;
    const fits = words.every((word) => word.width <= middle);
    if (fits && breakLines(words, middle).length <= count) high = middle;
    else low = middle;
  }
  return breakLines(words, high);
}

/** A word that is longer than a line, in parts that are not. */
function splitLong(word: Word, width: number): Word[] {
  if (word.width <= width) return [word];
  const parts: Run[] = word.runs.flatMap((run): Run[] =>
    run.type === 'formula' ? [run] : [...run.text].map((text) => ({ ...run, text })),
  );
  const lines: Run[][] = [];
  let room = 0;
  for (const part of parts) {
    const taken = widthOf(part);
    if (lines.length > 0 && room >= taken) lines.at(-1)?.push(part);
    else {
      lines.push([part]);
      room = width;
    }
    room -= taken;
  }
  return lines.map(toWord);
}

/** Puts an ellipsis after the last word that leaves room for one. */
function shorten(lines: Word[][], width: number): Word[][] {
  const ellipsis: Run = { type: 'text', text: '…', face: serif };
  const most = width - widthOf(ellipsis);
  const last = lines.at(-1) ?? [];
  const kept = breakLines(last, most)[0] ?? [];
  const [end] = splitLong(kept.at(-1) ?? toWord([]), most);
  const closed = toWord([...(end?.runs ?? []), ellipsis]);
  return [...lines.slice(0, -1), [...kept.slice(0, -1), closed]];
}

/** One run for neighbours of one face, so that they are kerned together. */
function joinWords(words: readonly Word[]): Line {
  const line: Run[] = [];
  words.forEach((word, index) => {
    const first = word.runs[0];
    const face = first?.type === 'text' ? first.face : serif;
    const space: Run[] = index === 0 ? [] : [{ type: 'text', text: ' ', face }];
    for (const run of [...space, ...word.runs]) {
      const before = line.at(-1);
      if (run.type === 'text' && before?.type === 'text' && before.face === run.face) {
        line[line.length - 1] = { ...before, text: before.text + run.text };
      } else line.push(run);
    }
  });
  const formulas = line.flatMap((run) => (run.type === 'formula' ? [run.formula] : []));
  return {
    runs: line,
    above: Math.max(0, ...formulas.map(({ above }) => above - OVER)),
    below: Math.max(0, ...formulas.map(({ below }) => below - UNDER)),
  };
}
