import type { Issue } from '../digest/model.ts';
import { longDate, monthOfYear } from '../text.ts';

/** What an issue is of: `January 2025`, or its day where it is not a month's. */
export function nameIssue(issue: Issue): string {
  return issue.month ? monthOfYear(issue.month) : longDate(issue.date);
}
