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
        return {
          code: 'not-a-date',
          says: 'is not a date',
          fix: 'Write year, month and day with hyphens: `2026-02-14`.',
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

/** 0 for a month that is none. */
function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  if ([4, 6, 9, 11].includes(month)) return 30;
  return month >= 1 && month <= 12 ? 31 : 0;
}
