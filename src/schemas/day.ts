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
          fix: `Write year, month and day with hyphens: \`${write ?? '2026-02-14'}\`.`,
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

/** A day whose year comes first, with single digits or another mark between: `2026-3-1`, `2026/03/01`. */
function meantBy(value: string): string | undefined {
  const [, year = '', , month = '', date = ''] =
    /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/.exec(value) ?? [];
  const exists = Number(date) >= 1 && Number(date) <= daysInMonth(Number(year), Number(month));
  return exists ? `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}` : undefined;
}

/** 0 for a month that is none. */
function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  if ([4, 6, 9, 11].includes(month)) return 30;
  return month >= 1 && month <= 12 ? 31 : 0;
}
