import type { Edition } from '../digest/edition.ts';
import { dayOfIssue, listOfIssues, OF_ISSUES, selectPeriod } from '../digest/periods.ts';
import { count, periodName, text } from '../text.ts';
import { buildIssueCard, buildIssueLine, type IssueCard } from './issue.ts';
import type { Page } from './page.ts';
import { buildParts, type PartsView } from './parts.ts';
import { buildTimeline, type TimelineView } from './timeline.ts';

export type IssuesView = {
  page: Page;
  title: string;
  intro?: string;
  parts?: PartsView;
  timeline: TimelineView;
  years: YearOfIssues[];
};
export type YearOfIssues = { year: string; issues: IssueCard[] };

/** Issues that have their residuals beside them; of more, a page would be mostly that. */
const drawn = 36;

/**
 * Issues under the year that they are of: the month's where the id is a month, else the day's.
 *
 * @param period a year or a month; empty for the first page, which has the line of all
 */
export function buildIssues(edition: Edition, period = ''): IssuesView {
  const { digest, routes } = edition;
  const list = listOfIssues(digest, routes);
  const { all, shown } = selectPeriod(digest.issues, dayOfIssue, period, OF_ISSUES);
  const last = shown.length < all.length ? shown.at(-1) : undefined;
  const parts = buildParts(edition, list, {
    first: routes.issues(),
    period,
    ...(last && {
      last: dayOfIssue(last),
      said: text.list.newestOf(shown.length, count(all.length, 'issue')),
    }),
  });
  const title = period === '' ? text.list.issues : text.list.issuesOf(periodName(period));
  const years = Map.groupBy(shown, (issue) => dayOfIssue(issue).slice(0, 4));
  const build = shown.length > drawn ? buildIssueLine : buildIssueCard;
  return {
    page: {
      title,
      description: period === '' ? text.list.issuesIntro : title,
      path: period === '' ? routes.issues() : routes.period(list.folder, period),
    },
    title,
    ...(period === '' && { intro: text.list.issuesIntro }),
    ...(parts && { parts }),
    timeline: period === '' ? buildTimeline(edition) : [],
    years: [...years].map(([year, issues]) => ({
      year,
      issues: issues.map((issue) => build(edition, issue)),
    })),
  };
}
