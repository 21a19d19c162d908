import type { Edition } from '../digest/edition.ts';
import { count } from '../text.ts';
import { hueOf } from './hue.ts';
import { periodOf } from './issue-name.ts';

/** The issues along one line a year, the newest year first. */
export type TimelineView = { year: string; issues: TimelineIssue[] }[];

export type TimelineIssue = {
  href: string;
  /** `January 2025: Learning at test time, 5 papers` */
  name: string;
  hue: number;
  /** Its place in the year and its papers as a fraction of the most, 0 to 1. */
  at: number;
  stem: number;
};

/** Empty where there is no time to see: of fewer than two issues. */
export function buildTimeline(edition: Edition): TimelineView {
  const { issues } = edition.digest;
  if (issues.length < 2) return [];
  const most = Math.max(1, ...issues.map(({ papers }) => papers.length));
  const years = Map.groupBy(issues, (issue) => (issue.month ?? issue.date).slice(0, 4));
  return [...years].map(([year, members]) => ({
    year,
    issues: members
      .map((issue): TimelineIssue => {
        // A month's issue stands in the middle of its month, another at its day.
        const month = Number((issue.month ?? issue.date).slice(5, 7)) - 1;
        const part = issue.month ? 0.5 : Number(issue.date.slice(8, 10)) / 32;
        return {
          href: edition.routes.issue(issue.id),
          name: `${periodOf(issue)}: ${issue.title.plain}, ${count(issue.papers.length, 'paper')}`,
          hue: hueOf(edition, issue.id),
          at: (month + part) / 12,
          stem: issue.papers.length / most,
        };
      })
      .sort((a, b) => a.at - b.at),
  }));
}
