import type { Routes } from '../routes.ts';
import type { Edition } from './edition.ts';
import { facetOfCategory, facetOfPerson, facetOfTag, type Facet } from './facets.ts';
import type { Category, Digest, Person, Tag } from './model.ts';

/**
 * A list of dated things that may be too long for one page. Past years never change, so what does not fit stands on a
 * page of its year, `/tags/memory/2024/`, and where a year is too long, of its months, `/tags/memory/2024/03/`: numbers
 * of pages would lead elsewhere with each new paper.
 */
export type DatedList = {
  /** The folder of its years, and of those that lead on to them. */
  folder: string;
  former: readonly string[];
  /** The day of each thing. */
  days: readonly string[];
  most: Most;
};

/** Things that the first page of a list holds, how many of more it shows, and how many a page of a year holds. */
export type Most = { first: number; newest: number; year: number };

/** Rows with their abstracts; a year has room for more without. */
export const MOST_ROWS = 60;
export const OF_PAPERS: Most = { first: MOST_ROWS, newest: 50, year: 5 * MOST_ROWS };
/** A formula is as much markup as ten rows. */
export const OF_EQUATIONS: Most = { first: 60, newest: 40, year: 60 };
export const OF_ISSUES: Most = { first: 36, newest: 24, year: 200 };

/** All papers: each year has a page, however few they are. */
export function listOfPapers({ papers }: Digest, routes: Routes): DatedList {
  const days = papers.map(({ published }) => published);
  return { folder: routes.years('papers'), former: [], days, most: { ...OF_PAPERS, first: 0 } };
}

export function listOfIssues({ issues }: Digest, routes: Routes): DatedList {
  const days = issues.map(dayOfIssue);
  return { folder: routes.years('issues'), former: [], days, most: OF_ISSUES };
}

/** A labelled formula is of the day on which its paper was published. */
export function listOfEquations({ papers }: Digest, routes: Routes): DatedList {
  const days = papers.flatMap(({ facts, published }) =>
    (facts?.equations ?? []).map(() => published),
  );
  return { folder: routes.equations(), former: [], days, most: OF_EQUATIONS };
}

export function listOfTag(digest: Digest, routes: Routes, tag: Tag): DatedList {
  return listOfFacet(facetOfTag(routes, tag), daysOf(digest, tag.papers));
}

export function listOfCategory(digest: Digest, routes: Routes, category: Category): DatedList {
  return listOfFacet(facetOfCategory(routes, category), daysOf(digest, category.papers));
}

/** What somebody wrote, summarised and edited, each of its day. */
export function listOfPerson(digest: Digest, routes: Routes, person: Person): DatedList {
  const summaries = person.summaries.flatMap((slug) => digest.paperBySlug.get(slug)?.day ?? []);
  const issues = person.issues.flatMap((id) => {
    const issue = digest.issueById.get(id);
    return issue ? [dayOfIssue(issue)] : [];
  });
  const days = [...daysOf(digest, person.papers), ...summaries, ...issues];
  return listOfFacet(facetOfPerson(routes, person), days);
}

function listOfFacet({ page, former }: Facet, days: string[]): DatedList {
  return { folder: page, former, days, most: OF_PAPERS };
}

function daysOf({ paperBySlug }: Digest, slugs: readonly string[]): string[] {
  return slugs.flatMap((slug) => paperBySlug.get(slug)?.published ?? []);
}

/** An issue of a month is of that month, whenever it came out. */
export function dayOfIssue({ month, date }: { month?: string; date: string }): string {
  return month ? `${month}-15` : date;
}

/**
 * The years and months of a list that have a page, `2024` and `2024-03`, newest first: those that are needed, and those
 * that were published once.
 */
export function listPeriods(
  { recorded, routes }: Pick<Edition, 'recorded' | 'routes'>,
  { folder, former, days, most }: DatedList,
): string[] {
  const periods = new Set<string>();
  for (const one of [folder, ...former]) {
    const key = one.slice(routes.base.length - 1);
    for (const rest of recorded.within(key))
      if (/^\d{4}(?:\/\d\d)?$/.test(rest)) periods.add(rest.replace('/', '-'));
  }
  if (days.length > most.first) {
    for (const [year, own] of Map.groupBy(days, (day) => day.slice(0, 4))) {
      periods.add(year);
      if (own.length > most.year) for (const day of own) periods.add(day.slice(0, 7));
    }
  }
  return [...periods].sort().reverse();
}

/**
 * What stands on a page of a list: on its first one, without a period, and on that of a year all of it, or where that
 * is too much, the newest.
 *
 * @param items newest first
 */
export function selectPeriod<T>(
  items: readonly T[],
  dayOf: (item: T) => string,
  period: string,
  { first, newest, year }: Most,
): { all: T[]; shown: T[] } {
  const all = items.filter((item) => dayOf(item).startsWith(period));
  const isMonth = period.length === 'YYYY-MM'.length;
  const isParted = !isMonth && all.length > (period === '' ? first : year);
  return { all, shown: isParted ? all.slice(0, newest) : all };
}

/** Years in which a paper of the digest was published, newest first. */
export function listYears({ digest }: Pick<Edition, 'digest'>): string[] {
  return [...new Set(digest.papers.map((paper) => paper.published.slice(0, 4)))].sort().reverse();
}
