import type { Cell } from './csv.ts';

/** What a column holds, and how its values are written on an axis. */
export type Kind = 'number' | 'date' | 'name';

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d{1,2})?$/i;
const DATE = /^(\d{4})-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?$/;
// Beyond these a drawing's arithmetic would lose its digits.
const LARGEST = 1e15;
const SMALLEST = 1e-15;

/** `12`, `-0.5`, `1e-4` as a number; undefined for anything else, `NaN`, `Infinity` and `1,000` among it. */
export function readNumber(text: string): number | undefined {
  if (!NUMBER.test(text)) return undefined;
  const value = Number(text);
  if (Math.abs(value) > LARGEST) return undefined;
  return Math.abs(value) < SMALLEST
    ? Number(text.replace(/e.*/i, '')) === 0
      ? 0
      : undefined
    : value;
}

/** Whether a number has a size that no drawing's arithmetic can take; undefined where it has not, or is none. */
export function tellSize(text: string): 'large' | 'small' | undefined {
  if (!/^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(text) || readNumber(text) !== undefined) {
    return undefined;
  }
  const exponent = Number(/e(.*)$/i.exec(text)?.[1] ?? 0);
  return exponent < 0 || Math.abs(Number(text)) < 1 ? 'small' : 'large';
}

/** `2025-01-31` or `2025-01` in milliseconds of UTC; undefined for anything else. */
export function readDate(text: string): number | undefined {
  const [, year, month, day = '01'] = DATE.exec(text) ?? [];
  if (year === undefined) return undefined;
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`);
  // 31 February would be a day of March.
  return date.getUTCDate() === Number(day) ? date.getTime() : undefined;
}

/** What most of the cells are. */
export function tellKind(cells: readonly Cell[]): Kind {
  const half = cells.length / 2;
  if (cells.filter(({ text }) => readNumber(text) !== undefined).length > half) return 'number';
  return cells.filter(({ text }) => DATE.test(text)).length > half ? 'date' : 'name';
}

/** What a cell that is no number was probably meant to be: `1,000` is 1000, `95 %` is 95. */
export function guessNumber(text: string): string | undefined {
  const plain = text
    .replace(/[\u2212\u2013]/g, '-')
    .replace(/^(?:US)?[$€£]|[\s%_]|(?<=\d),(?=\d{3}(?:\D|$))|^[~≈<>≤≥]+|\*+$/g, '')
    .replace(/^(-?\d+),(\d+)$/, '$1.$2');
  if (readNumber(plain) !== undefined) return plain;
  const [, digits, unit] = /^(-?[\d.]+)([KMBT])$/i.exec(plain) ?? [];
  if (digits === undefined || readNumber(digits) === undefined) return undefined;
  return `${digits}e${{ k: 3, m: 6, b: 9, t: 12 }[unit?.toLowerCase() ?? ''] ?? 0}`;
}
