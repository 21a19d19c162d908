import { day } from '../schemas/day.ts';

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** A day as old archives write it: `2024-05-31T01:00:00Z`, `2024/05/31`, `Feb 04, 2025`, `4 February 2025`; as ours. */
export function oldDay(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const numbers = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?!\d)/.exec(text.trim());
  const words =
    /^(?:([A-Za-z]{3,9})\.? (\d{1,2}),? (\d{4})|(\d{1,2}) ([A-Za-z]{3,9})\.?,? (\d{4}))$/.exec(
      text.trim(),
    );
  const name = (words?.[1] ?? words?.[5] ?? '').slice(0, 3).toLowerCase();
  const year = numbers?.[1] ?? words?.[3] ?? words?.[6] ?? '';
  const month = numbers?.[2] ?? (MONTHS.includes(name) ? String(MONTHS.indexOf(name) + 1) : '');
  const date = numbers?.[3] ?? words?.[2] ?? words?.[4] ?? '';
  const told = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  return day.safeParse(told).success ? told : undefined;
}
