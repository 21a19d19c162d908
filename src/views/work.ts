import type { Person } from '../digest/model.ts';
import { count } from '../text.ts';

/** What somebody did for the digest, counted: `3 papers`, `1 summary`, `2 issues`. */
export function countWork({ papers, summaries, issues }: Person): string[] {
  return [
    ...(papers.length > 0 ? [count(papers.length, 'paper')] : []),
    ...(summaries.length > 0 ? [count(summaries.length, 'summary', 'summaries')] : []),
    ...(issues.length > 0 ? [count(issues.length, 'issue')] : []),
  ];
}
