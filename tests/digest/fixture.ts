import type { Entry, IssueEntry, PaperEntry } from '../../src/digest/entry.ts';
import {
  readIssueEntry,
  readPaperEntry,
  readPersonEntry,
  readTagsEntry,
} from '../../src/digest/entry.ts';
import { buildDigest } from '../../src/digest/build.ts';
import type { Problem } from '../../src/problem.ts';
import { readSite } from '../../src/site.ts';

type Facts = Record<string, string | undefined>;

const paperFacts: Facts = {
  title: 'On Sorting Pebbles',
  authors: '[Ada Quill]',
  published: '2025-01-02',
  summarised: '2025-01-20',
  tags: '[pebbles]',
  tldr: 'Pebbles can be sorted.',
  abstract: 'We sort pebbles by size.',
  writers: '[Jo Marsh]',
};
const issueFacts: Facts = { title: 'Pebbles', date: '2025-02-01', editors: '[Jo Marsh]' };

function yaml(facts: Facts): string {
  const lines = Object.entries(facts).filter(([, value]) => value !== undefined);
  return lines.map(([key, value]) => `${key}: ${value}\n`).join('');
}

let number = 0;

/** A paper with all that is required; `undefined` takes a key out. Ids differ from paper to paper. */
export function paper(path: string, facts: Facts = {}, body = 'A summary.'): PaperEntry {
  const [issue = '', slug = ''] = path.split('/');
  number += 1;
  const arxiv = `2501.${String(number).padStart(5, '0')}`;
  const all = yaml({
    ...paperFacts,
    ...(Object.hasOwn(facts, 'arxiv') ? {} : { arxiv }),
    ...facts,
  });
  const source = `---\n${all}---\n${body}\n`;
  return readPaperEntry(source, `content/papers/${path}/index.mdx`, { issue, slug });
}

export function listing(path: string, facts: Facts = {}): PaperEntry {
  return paper(path, { summarised: undefined, writers: undefined, ...facts }, '');
}

export function issue(id: string, facts: Facts = {}, body = 'An introduction.'): IssueEntry {
  const source = `---\n${yaml({ ...issueFacts, ...facts })}---\n${body}\n`;
  return readIssueEntry(source, `content/issues/${id}/index.mdx`, { issue: id });
}

export function person(id: string, facts: Facts): Entry {
  return readPersonEntry(yaml(facts), `content/people/${id}.yaml`, { id });
}

export function tags(source = 'pebbles: { label: Pebbles, description: Small stones. }\n'): Entry {
  return readTagsEntry(source, 'content/tags.yaml');
}

export const site = (() => {
  const { site } = readSite('name: Shore\nurl: https://shore.example/\n', 'content/site.yaml');
  if (site === undefined) throw new Error('The site of the fixtures is faulty.');
  return site;
})();

export function build(...entries: Entry[]) {
  return buildDigest(entries, site);
}

/** Problems as one line each: place, severity where it is a warning, code, message, fix. */
export function lines(problems: readonly Problem[]): string[] {
  return problems.map(
    ({ file, line, column, severity, code, message, fix }) =>
      `${file.replace('content/', '')}:${line}:${column} ${severity === 'warning' ? 'warning ' : ''}${code} | ${message} | ${fix}`,
  );
}
