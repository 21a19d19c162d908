import type { Issue } from '../digest/model.ts';
import { longDate, monthOfYear } from '../text.ts';

/** When an issue is of: `January 2025`, or its day where it is not a month's. */
export function periodOf(issue: Issue): string {
  return issue.month ? monthOfYear(issue.month) : longDate(issue.date);
}

/** What a paper says that it stands in: `January 2025`, or the title of an issue that is not a month's. */
export function nameIssue(issue: Issue): string {
  return issue.month ? monthOfYear(issue.month) : issue.title.plain;
}
