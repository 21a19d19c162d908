import type { Edition } from '../digest/edition.ts';
import { listPeriods, type DatedList } from '../digest/periods.ts';
import { periodName, text } from '../text.ts';
import type { TextLink, TitleLink } from './page.ts';

/** The way through the pages of a list that has several; absent where it has one. */
export type PartsView = {
  /** `The newest 50 of 3,000 papers.`, where there are more. */
  said?: string;
  years: PartLink[];
  /** Of the year, where it has pages of months. */
  months: PartLink[];
  newer?: TitleLink;
  older?: TitleLink;
};

export type PartLink = TextLink & { isHere: boolean };

/**
 * @param first the first page of the list
 * @param period of the page, empty on the first
 * @param last the day of the last thing on the page, from which readers go on
 */
export function buildParts(
  edition: Edition,
  list: DatedList,
  { first, period, last, said }: { first: string; period: string; last?: string; said?: string },
): PartsView | undefined {
  const { routes } = edition;
  const periods = listPeriods(edition, list);
  if (periods.length === 0) return undefined;
  const year = period.slice(0, 4);
  const isMonth = (one: string) => one.includes('-');
  const years = periods.filter((one) => !isMonth(one));
  const months = periods.filter((one) => isMonth(one) && year !== '' && one.startsWith(year));
  const link = (one: string): TitleLink => {
    const name = periodName(one);
    return { href: routes.period(list.folder, one), html: name, text: name };
  };
  const part = (one: string, words: string): PartLink => ({
    href: link(one).href,
    text: words,
    isHere: one === period,
  });
  // Those beside it: the months of its year, or the years.
  const beside = isMonth(period) ? months : years;
  const at = beside.indexOf(period);
  const newer = at > 0 ? beside[at - 1] : undefined;
  const next = at === -1 ? last && years.find((one) => last.startsWith(one)) : beside[at + 1];
  return {
    ...(said !== undefined && { said }),
    years: [
      { href: first, text: text.list.newest, isHere: period === '' },
      ...years.map((one) => part(one, one)),
    ],
    months: months.map((one) => part(one, periodName(one).slice(0, -' YYYY'.length))),
    ...(newer !== undefined && { newer: link(newer) }),
    ...(next && { older: link(next) }),
  };
}
