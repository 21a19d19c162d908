import { z } from 'zod';
import { rule } from './rule.ts';

const firstYear = 1900;
const lastYear = 2100;

/** A day of the Gregorian calendar from 1900 to 2100, kept as the string `YYYY-MM-DD`. */
export const day = z
  .string()
  .trim()
  .min(1)
  .check(
    rule((value) => {
      const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
      if (match === null) {
        const write = meantBy(value);
        return {
          code: 'not-a-date',
          says: 'is not a date',
          fix:
            write === undefined
              ? 'Write year, month and day with hyphens: `2026-02-14`.'
              : `Write \`${write}\`.`,
          ...(write !== undefined && { write }),
        };
      }
      const [year, month, date] = match.slice(1).map(Number) as [number, number, number];
      if (date < 1 || date > daysInMonth(year, month)) {
        return {
          code: 'not-a-day',
          says: 'is not a day of the calendar',
          fix: 'Look the day up and write it as `YYYY-MM-DD`.',
        };
      }
      if (year >= firstYear && year <= lastYear) return undefined;
      return {
        code: 'year-out-of-range',
        says: `lies outside the years ${firstYear} to ${lastYear}`,
        fix: 'Correct the year.',
      };
    }),
  );

/** The day that is meant, where only one can be: `2026-2-14`, `14 Feb 2026`, `2026/02/14`. */
function meantBy(value: string): string | undefined {
  const named =
    /^(?:(\d{1,2})(?:st|nd|rd|th)? ([a-z]{3,9})\.?|([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?),? (\d{4})$/i.exec(
      value,
    );
  const numbers = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ]\d\d:.{0,30})?$/.exec(value);
  const [year, month, date] = numbers
    ? [numbers[1], numbers[2], numbers[3]]
    : [named?.[5], monthOf(named?.[2] ?? named?.[3] ?? ''), named?.[1] ?? named?.[4]];
  const written = [year, month?.padStart(2, '0'), date?.padStart(2, '0')].join('-');
  const [, y, m, d] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(written) ?? [];
  const exists =
    d !== undefined && Number(d) >= 1 && Number(d) <= daysInMonth(Number(y), Number(m));
  return exists ? written : undefined;
}

const MONTHS =
  'january february march april may june july august september october november december'.split(
    ' ',
  );

function monthOf(name: string): string | undefined {
  const at = MONTHS.findIndex((month) => month.startsWith(name.toLowerCase()));
  return name.length < 3 || at < 0 ? undefined : String(at + 1);
}

/** 0 for a month that is none. */
function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  if ([4, 6, 9, 11].includes(month)) return 30;
  return month >= 1 && month <= 12 ? 31 : 0;
}
