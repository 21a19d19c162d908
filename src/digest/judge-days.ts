import type { Problem } from '../problem.ts';
import type { PaperEntry } from './entry.ts';
import { problemAt, warning } from './problems.ts';

/** Days after the month of its identifier in which arXiv may still have made a paper public. */
const SLACK = 7;

/** Days of one paper that cannot all be true. A build has no clock, so the future is not asked for. */
export function judgeDays(paper: PaperEntry): Problem[] {
  const { published, summarised, corrections = [], withdrawn } = paper.data;
  const problems: Problem[] = [];
  const tell = (path: string, code: string, message: string, fix: string) => {
    problems.push(problemAt(paper, path, warning(code, message, fix)));
  };
  if (published !== undefined && summarised !== undefined && published > summarised) {
    tell(
      'summarised',
      'summarised-before-published',
      `The summary is dated ${summarised}, before the paper was published (${published}).`,
      'Check both: `published` is the day on which the paper was first made public.',
    );
  }
  const later = [
    ...corrections.map(({ date }, index) => ({
      path: `corrections.${index}.date`,
      date,
      what: 'correction',
    })),
    ...(withdrawn ? [{ path: 'withdrawn.date', date: withdrawn.date, what: 'withdrawal' }] : []),
  ];
  for (const { path, date, what } of later) {
    if (summarised === undefined || date >= summarised) continue;
    tell(
      path,
      'before-the-summary',
      `The ${what} is dated ${date}, before the summary (${summarised}).`,
      `Check both: \`date\` is the day of the ${what}, \`summarised\` that of the first version of the summary.`,
    );
  }
  const month = monthOf(paper.data.arxiv ?? '');
  if (published !== undefined && month !== undefined && published > lastDayFor(month)) {
    tell(
      'published',
      'published-after-arxiv',
      `\`published: ${published}\` is later than \`arxiv: ${paper.data.arxiv}\`, whose identifier is of ${month}.`,
      'Write the day of the first version, `[v1]` on the page of the paper at arXiv.',
    );
  }
  return problems;
}

/** `2025-01` of `2501.00663v1` and of `hep-th/2501001`. */
function monthOf(arxiv: string): string | undefined {
  const [, year, month] = /^(?:[a-z.-]+\/)?(\d\d)(\d\d)/i.exec(arxiv) ?? [];
  if (year === undefined || month === undefined) return undefined;
  return `${Number(year) > 90 ? '19' : '20'}${year}-${month}`;
}

function lastDayFor(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  const next = number === 12 ? [year + 1, 1] : [year, number + 1];
  return `${next[0]}-${String(next[1]).padStart(2, '0')}-${String(SLACK).padStart(2, '0')}`;
}
