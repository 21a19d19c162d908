import { stringify } from 'yaml';
import { z } from 'zod';
import { url } from '../schemas/address.ts';
import { slug } from '../schemas/slug.ts';
import { line } from '../schemas/text.ts';
import { readYaml } from '../schemas/yaml.ts';
import type { Problem } from '../problem.ts';
import { valueAt, type Value } from './front-matter.ts';

const keys = z.union([line(100), z.array(line(100)).min(1).max(20)]);
const values = z.union([z.string().trim().min(1).max(6000), z.array(line(200)).min(1).max(200)]);
const globs = z.array(line(200)).max(100);

const paperKeys =
  'title authors organisations venue published summarised source arxiv doi openreview url code project pdf video slides data categories tags tldr abstract writers reviewers assistance slug issue aliases draft'.split(
    ' ',
  );
const issueKeys = 'title date editors slug issue aliases draft'.split(' ');

function record<V extends z.ZodType>(names: readonly string[], value: V) {
  return z.strictObject(Object.fromEntries(names.map((name) => [name, value.optional()])));
}

/** `mapping.yaml`: how the facts of an old archive become ours. */
export const mappingSchema = z.strictObject({
  generator: z
    .enum(['mkdocs', 'jekyll', 'hugo'])
    .optional()
    .describe('What made the old site, where it cannot be told.'),
  address: url.optional().describe('Where the old site was; links to it become ours.'),
  files: z
    .strictObject({
      papers: globs.optional().describe('Patterns of the texts about one paper.'),
      issues: globs.optional().describe('Patterns of the texts that introduce an issue.'),
      skip: globs.optional().describe('Patterns of the texts to leave out.'),
    })
    .optional()
    .describe('Which text is what, where it cannot be told: `{ papers, issues, skip }`.'),
  paper: record(paperKeys, keys)
    .optional()
    .describe('Our keys of a paper, each with theirs: `authors: paper_authors`.'),
  issue: record(issueKeys, keys).optional().describe('Our keys of an issue, each with theirs.'),
  defaults: z
    .strictObject({
      paper: record(paperKeys, values).optional().describe('Values for papers that have none.'),
      issue: record(issueKeys, values).optional().describe('Values for issues that have none.'),
    })
    .optional()
    .describe('Values where a text has none: `{ paper, issue }`.'),
  people: z
    .record(line(120), line(120))
    .optional()
    .describe('Their ids or spellings, each with the name or the id that we print.'),
  tags: z
    .record(
      line(100),
      z.union([
        slug,
        z.strictObject({
          id: slug.describe('The id of the tag.'),
          label: line(60).describe('The tag as readers see it.'),
          description: line(300).describe('One plain sentence on what belongs under it.'),
        }),
      ]),
    )
    .optional()
    .describe(
      'Their tags, each with the id of ours, or with `{ id, label, description }` of one to be made.',
    ),
  fill: z
    .strictObject({
      tldr: z
        .enum(['first-sentence', 'none'])
        .optional()
        .describe('Where a text has none: its first sentence, or nothing.'),
      abstract: z
        .enum(['first-paragraph', 'none'])
        .optional()
        .describe('Where a text has none: its first paragraph, or nothing.'),
      published: z
        .enum(['arxiv-month', 'none'])
        .optional()
        .describe(
          'Where a text has none: the first day of the month that the arXiv id names, or nothing.',
        ),
    })
    .optional()
    .describe('What to make of the text where facts are missing.'),
});

export type Mapping = z.output<typeof mappingSchema>;

export function readMapping(
  text: string,
  file: string,
): { mapping?: Mapping; problems: Problem[] } {
  const { data, problems } = readYaml(text, { file, line: 1, schema: mappingSchema });
  return { ...(data !== undefined && { mapping: data }), problems };
}

/** Names that archives give our keys, the likeliest first. */
const PAPER_GUESSES: Record<string, string[]> = {
  title: ['paper_title', 'title'],
  authors: ['paper_authors', 'paper.authors', 'authors'],
  organisations: ['paper_orgs', 'orgs', 'organisations', 'organizations', 'affiliations'],
  venue: ['venue', 'journal', 'conference'],
  published: ['paper_date', 'published', 'paper.date'],
  summarised: ['summarised', 'review_date', 'date'],
  source: ['paper_link', 'paper_url', 'paper.link', 'link', 'paper', 'source'],
  arxiv: ['arxiv', 'arxiv_id', 'eprint'],
  doi: ['doi'],
  openreview: ['openreview'],
  code: ['code', 'code_link', 'github', 'repo'],
  categories: ['arxiv_categories', 'primary_category'],
  tags: ['tags', 'keywords', 'topics'],
  tldr: ['tldr', 'summary', 'excerpt', 'description'],
  abstract: ['abstract'],
  writers: ['review_authors', 'review_author.name', 'review_author', 'writers', 'author'],
  reviewers: ['reviewers', 'reviewed_by'],
  slug: ['slug'],
  aliases: ['aliases', 'redirect_from', 'permalink'],
  draft: ['draft'],
};

const ISSUE_GUESSES: Record<string, string[]> = {
  title: ['title'],
  date: ['date', 'publishDate'],
  editors: ['editors', 'editor', 'authors', 'author'],
  slug: ['slug'],
  aliases: ['aliases', 'redirect_from', 'permalink'],
  draft: ['draft'],
};

/** A mapping to start from: of each key of ours the names that this archive has. */
export function guessMapping(
  papers: readonly ReadonlyMap<string, Value>[],
  issues: readonly ReadonlyMap<string, Value>[],
): Mapping {
  const { reviewers, ...paper } = choose(PAPER_GUESSES, papers);
  const isOwnRole = papers.some(
    (values) => valueAt(values, 'reviewers') !== undefined && hasAny(values, paper['writers']),
  );
  // Who reviews a paper there writes the summary here, unless somebody else is named beside.
  const writers = [paper['writers'] ?? [], reviewers ?? []].flat();
  const roles =
    reviewers === undefined || isOwnRole
      ? { ...(reviewers !== undefined && { reviewers }) }
      : { writers: writers.length === 1 ? (writers[0] ?? '') : writers };
  return {
    paper: { ...paper, ...roles },
    issue: choose(ISSUE_GUESSES, issues),
    fill: { tldr: 'first-sentence', abstract: 'first-paragraph', published: 'none' },
  };
}

function hasAny(values: ReadonlyMap<string, Value>, names: string | string[] = []): boolean {
  return [names].flat().some((name) => valueAt(values, name) !== undefined);
}

function choose(
  guesses: Record<string, string[]>,
  all: readonly ReadonlyMap<string, Value>[],
): Record<string, string | string[]> {
  const taken = new Set<string>();
  const chosen: Record<string, string | string[]> = {};
  for (const [key, names] of Object.entries(guesses)) {
    const found = names.filter(
      (name) => !taken.has(name) && all.some((values) => valueAt(values, name) !== undefined),
    );
    if (found.length === 0) continue;
    for (const name of found) taken.add(name);
    chosen[key] = found.length === 1 ? (found[0] ?? '') : found;
  }
  return chosen;
}

export function writeMapping(mapping: Mapping): string {
  return `# How the facts of the old archive become ours: our key, then theirs.\n${stringify(mapping, { lineWidth: 0 })}`;
}
