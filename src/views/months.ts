import type { Edition } from '../digest/edition.ts';
import type { Issue, Paper } from '../digest/model.ts';
import { compareCodes } from '../digest/people.ts';
import { monthOfYear, text } from '../text.ts';

/** Stems that one line has room for on a phone. */
export const MOST_PLACES = 48;

/** Stretches of time, all of one length: months, or quarters or years where months are too many. */
export type Times = {
  /** In months. */
  step: 1 | 3 | 12;
  names: string[];
  ticks: { value: number; text: string }[];
  of: (month: string) => number;
};

/** The month that a paper came out in here: its issue's. */
export function monthOf({ digest }: Edition, paper: Paper): string {
  const issue = digest.issueById.get(paper.issue);
  return issue ? monthOfIssue(issue) : paper.day.slice(0, 7);
}

export function monthOfIssue(issue: Issue): string {
  return issue.month ?? issue.date.slice(0, 7);
}

/** From the first month to the last, with those in which nothing came. */
export function buildTimes(months: readonly string[]): Times {
  const sorted = [...months].sort(compareCodes);
  const numberOf = (month: string) =>
    Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
  const [first, last] = [numberOf(sorted[0] ?? ''), numberOf(sorted.at(-1) ?? '')];
  const step = ([1, 3, 12] as const).find((one) => (last - first) / one < MOST_PLACES) ?? 12;
  const start = Math.floor(first / step);
  const { quarter } = text.linking.statistics;
  const nameOf = (place: number) => {
    const month = (start + place) * step;
    const year = String(Math.floor(month / 12));
    if (step === 12) return year;
    if (step === 3) return quarter((month % 12) / 3 + 1, year);
    return shortMonth(`${year}-${String((month % 12) + 1).padStart(2, '0')}`);
  };
  const names = Array.from({ length: Math.floor(last / step) - start + 1 }, (_, place) =>
    nameOf(place),
  );
  return {
    step,
    names,
    // The first of all and of each year; between them, where few are drawn, every one.
    ticks: names.flatMap((name, value) =>
      names.length <= 4 || value === 0 || ((start + value) * step) % 12 === 0
        ? [{ value, text: step === 3 ? name.slice(-4) : name }]
        : [],
    ),
    of: (month) => Math.floor(numberOf(month) / step) - start,
  };
}

/** `2025-01` → `Jan 2025`. */
export function shortMonth(month: string): string {
  const [name = '', year = ''] = monthOfYear(month).split(' ');
  return `${name.slice(0, 3)} ${year}`;
}
