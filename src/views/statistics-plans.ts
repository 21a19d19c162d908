import type { Edition } from '../digest/edition.ts';
import type { Paper } from '../digest/model.ts';
import { compareTexts } from '../digest/people.ts';
import type { Matrix, Pair, Stems } from '../plots/stems.ts';
import { count, groupDigits, text } from '../text.ts';
import {
  buildTimes,
  monthOf,
  monthOfIssue,
  MOST_PLACES,
  shortMonth,
  type Times,
} from './months.ts';

export type StatisticView = Pair & {
  id: string;
  title: string;
  /** What is drawn, and how it is read. */
  said: string;
  /** What it shows, for who does not see it. */
  alt: string;
  table: { head: string[]; rows: string[][] };
};

/** A picture before it is drawn. */
export type Plan = Omit<StatisticView, keyof Pair> & {
  drawn: { stems: Stems } | { matrix: Matrix };
};

/** Heights that a picture tells apart: half a pixel of the longest stem. */
const STEPS = 128;
/** Rows and columns that a picture has room for. */
const mostTags = 8;
const mostWriters = 12;

export function planPictures(edition: Edition): Plan[] {
  const papers = listSummaries(edition);
  return [
    ...planMonths(edition, papers),
    ...planTopics(edition, papers),
    ...planWriters(edition, papers),
    ...planIssues(edition),
  ];
}

export function listSummaries({ digest }: Edition): Paper[] {
  return digest.papers.filter((paper) => paper.body);
}

function planMonths(edition: Edition, papers: readonly Paper[]): Plan[] {
  if (papers.length === 0) return [];
  const { months } = text.linking.statistics;
  const times = buildTimes(papers.map((paper) => monthOf(edition, paper)));
  const values = countBy(papers, times, (paper) => monthOf(edition, paper));
  const most = Math.max(...values);
  return [
    {
      id: 'months',
      title: months.titles[times.step],
      said: months.said,
      alt: months.alt(count(most, 'summary', 'summaries'), times.names[values.indexOf(most)] ?? ''),
      drawn: {
        stems: {
          places: values.length,
          rows: [{ name: '', values: values.map((value) => round(value / most)), end: '' }],
          ticks: times.ticks,
          marks: [
            { value: 0, text: '0' },
            { value: 1, text: String(most) },
          ],
        },
      },
      table: {
        head: [months.time, months.papers],
        rows: times.names.map((name, place) => [name, String(values[place] ?? 0)]),
      },
    },
  ];
}

function countBy(
  papers: readonly Paper[],
  times: Times,
  monthOf: (paper: Paper) => string,
): number[] {
  const values = times.names.map(() => 0);
  for (const paper of papers) {
    const place = times.of(monthOf(paper));
    values[place] = (values[place] ?? 0) + 1;
  }
  return values;
}

/** The tags of most papers, the first by name of those of as many. */
function listTopTags({ digest }: Edition, papers: readonly Paper[]) {
  const own = new Set(papers);
  return digest.tags
    .map((tag) => ({
      label: tag.label,
      id: tag.id,
      papers: tag.papers
        .flatMap((slug) => digest.paperBySlug.get(slug) ?? [])
        .filter((paper) => own.has(paper)),
    }))
    .filter((tag) => tag.papers.length > 0)
    .sort((a, b) => b.papers.length - a.papers.length || compareTexts(a.label, b.label))
    .slice(0, mostTags);
}

function planTopics(edition: Edition, papers: readonly Paper[]): Plan[] {
  const tags = listTopTags(edition, papers);
  if (tags.length === 0) return [];
  const { topics, months } = text.linking.statistics;
  const times = buildTimes(papers.map((paper) => monthOf(edition, paper)));
  const rows = tags.map((tag) => countBy(tag.papers, times, (paper) => monthOf(edition, paper)));
  const most = Math.max(...rows.flat());
  return [
    {
      id: 'topics',
      ...topics,
      alt: topics.alt(tags.map(({ label, papers: own }) => `${label} ${own.length}`).join(', ')),
      drawn: {
        stems: {
          places: times.names.length,
          rows: tags.map(({ label, papers: own }, index) => ({
            name: label,
            values: (rows[index] ?? []).map((value) => round(value / most)),
            end: String(own.length),
          })),
          ticks: times.ticks,
          marks: [],
        },
      },
      table: {
        head: [months.time, ...tags.map(({ label }) => label)],
        rows: times.names.map((name, place) => [
          name,
          ...rows.map((values) => String(values[place] ?? 0)),
        ]),
      },
    },
  ];
}

function planWriters(edition: Edition, papers: readonly Paper[]): Plan[] {
  const { writers } = text.linking.statistics;
  const tags = listTopTags(edition, papers);
  const people = edition.digest.people
    .filter((person) => person.summaries.length > 0)
    .sort((a, b) => b.summaries.length - a.summaries.length)
    .slice(0, mostWriters);
  if (people.length === 0 || tags.length === 0) return [];
  const values = people.map((person) =>
    tags.map((tag) => tag.papers.filter((paper) => paper.writers.includes(person.id)).length),
  );
  return [
    {
      id: 'writers',
      ...writers,
      alt: writers.alt(
        people.map(({ name, summaries }) => `${name} ${summaries.length}`).join(', '),
      ),
      drawn: {
        matrix: {
          rows: people.map(({ name }) => name),
          columns: tags.map(({ label }) => label),
          values,
        },
      },
      table: {
        head: [writers.writer, ...tags.map(({ label }) => label)],
        rows: people.map(({ name }, row) => [name, ...(values[row] ?? []).map(String)]),
      },
    },
  ];
}

function planIssues({ digest }: Edition): Plan[] {
  const { issues } = text.linking.statistics;
  const all = [...digest.issues].reverse().map((issue) => {
    const entries = [issue, ...issue.papers.flatMap((slug) => digest.paperBySlug.get(slug) ?? [])];
    const facts = entries.flatMap((entry) => entry.facts ?? []);
    const sum = (key: 'words' | 'formulas') => facts.reduce((total, one) => total + one[key], 0);
    return {
      title: issue.title.plain,
      month: shortMonth(monthOfIssue(issue)),
      words: sum('words'),
      formulas: sum('formulas'),
    };
  });
  if (all.length === 0) return [];
  const shown = all.slice(-MOST_PLACES);
  const most = (key: 'words' | 'formulas') => Math.max(1, ...shown.map((issue) => issue[key]));
  const [words, formulas] = [most('words'), most('formulas')];
  return [
    {
      id: 'issues',
      ...issues,
      said: all.length > shown.length ? issues.newest(shown.length) : issues.said,
      alt: issues.alt(count(words, 'word'), count(formulas, 'formula')),
      drawn: {
        stems: {
          places: shown.length,
          rows: [
            {
              name: '',
              // Above and below the line, so that both stand at one place.
              values: shown.map((issue) => round(issue.formulas / formulas)),
              end: '',
            },
          ],
          below: shown.map((issue) => round(issue.words / words)),
          ticks: shown.map(({ month }, value) => ({ value, text: month })),
          marks: [
            { value: 1, text: `${groupDigits(formulas)} ${issues.formulas}` },
            { value: 0, text: '0' },
            { value: -1, text: `${groupDigits(words)} ${issues.words}` },
          ],
        },
      },
      table: {
        head: [issues.issue, issues.month, issues.wordsHead, issues.formulasHead],
        rows: all.map(({ title, month, words: own, formulas: set }) => [
          title,
          month,
          String(own),
          String(set),
        ]),
      },
    },
  ];
}

function round(height: number): number {
  return Math.round(height * STEPS) / STEPS;
}
