import path from 'node:path';
import { judgeIssueId, judgeSlug, slugFrom } from '../schemas/slug.ts';
import { listTexts, readText, type Archive } from './archive.ts';
import { oldDay } from './dates.ts';
import {
  splitOldFrontMatter,
  textOf,
  valueAt,
  type OldFrontMatter,
  type Value,
} from './front-matter.ts';
import { guessMapping, type Mapping } from './mapping.ts';

export type Kind = 'paper' | 'issue';

/** A text of the archive that will be one of ours. */
export type Document = {
  file: string;
  kind: Kind;
  front: OldFrontMatter;
  /** The issue it belongs to, or is. */
  issue: string;
  /** Of a paper. */
  slug: string;
  title: string;
};

export type Documents = {
  documents: Document[];
  mapping: Mapping;
  /** Texts that stay where they are, each with why. */
  left: string[];
};

/** Reads the texts of an archive and tells which is what. */
export function readDocuments(archive: Archive, given: Mapping | undefined): Documents {
  const left: string[] = [];
  const texts: { file: string; front: OldFrontMatter }[] = [];
  for (const file of listTexts(archive)) {
    if (matches(file, given?.files?.skip)) continue;
    const source = readText(archive, file);
    if (source === undefined)
      left.push(`${file} has more than 300 kB, or is no UTF-8, and was not read.`);
    else texts.push({ file, front: splitOldFrontMatter(source) });
  }
  const paperFolders = new Set<string>();
  const kinds = new Map<string, Kind>();
  for (const { file, front } of texts) {
    if (
      matches(file, given?.files?.papers) ||
      (!matches(file, given?.files?.issues) && hasSource(front, given))
    ) {
      kinds.set(file, 'paper');
      paperFolders.add(issueOf(file, front, given?.paper) ?? '');
    }
  }
  for (const { file, front } of texts) {
    if (kinds.has(file)) continue;
    const issue = issueOf(file, front, given?.issue);
    const isIssue =
      matches(file, given?.files?.issues) ||
      (given?.files?.issues === undefined &&
        issue !== undefined &&
        paperFolders.has(issue) &&
        textOf(front.values.get('title')) !== undefined);
    if (isIssue) kinds.set(file, 'issue');
  }
  const fronts = (kind: Kind) =>
    texts.filter(({ file }) => kinds.get(file) === kind).map(({ front }) => front.values);
  const guess = guessMapping(fronts('paper'), fronts('issue'));
  const mapping: Mapping = { ...guess, ...given, fill: { ...guess.fill, ...given?.fill } };
  const documents: Document[] = [];
  const taken = new Set<string>();
  for (const { file, front } of texts) {
    const kind = kinds.get(file);
    if (kind === undefined) {
      const { fault } = front;
      left.push(
        fault === undefined
          ? `${file} names no paper and introduces no issue; name it under \`files\` in the mapping if it does.`
          : `${file} was not read: ${fault.text} (line ${fault.line}). Mend it and import again, if it is about a paper or an issue.`,
      );
      continue;
    }
    const names = kind === 'paper' ? mapping.paper : mapping.issue;
    const issue = issueOf(file, front, names);
    if (issue === undefined) {
      left.push(
        `${file} says nowhere to which issue it belongs; give it a \`date\`, or map \`issue\`.`,
      );
      continue;
    }
    const title = textOf(mapped(front.values, names, 'title')) ?? headingOf(front.body) ?? '';
    let slug =
      kind === 'paper' ? slugOf(file, title, textOf(mapped(front.values, names, 'slug'))) : '';
    const key = (name: string) => (kind === 'paper' ? name : `issue ${issue}`);
    if (kind === 'issue' && taken.has(key(slug))) {
      left.push(`${file} introduces ${issue}, which another text does already.`);
      continue;
    }
    for (let count = 2; taken.has(key(slug)); count += 1)
      slug = `${slug.replace(/-\d+$/, '')}-${count}`;
    taken.add(key(slug));
    documents.push({ file, kind, front, issue, slug, title });
  }
  return { documents, mapping, left };
}

/** The value of a key of ours, under the first of their names that has one. */
export function mapped(
  values: ReadonlyMap<string, Value>,
  names: Mapping['paper'],
  key: string,
): Value | undefined {
  for (const name of namesOf(names, key)) {
    const value = valueAt(values, name);
    if (value !== undefined) return value;
  }
  return undefined;
}

export function namesOf(names: Mapping['paper'], key: string): string[] {
  const written = names !== undefined && Object.hasOwn(names, key) ? names[key] : undefined;
  return written === undefined ? [] : Array.isArray(written) ? written : [written];
}

function matches(file: string, patterns: readonly string[] | undefined): boolean {
  return (patterns ?? []).some((pattern) => path.posix.matchesGlob(file, pattern));
}

const SOURCES = ['source', 'arxiv', 'doi', 'openreview', 'url'];
const SOURCE_NAMES = [
  'paper_link',
  'paper_url',
  'paper.link',
  'arxiv',
  'arxiv_id',
  'eprint',
  'doi',
  'openreview',
  'link',
  'source',
];

function hasSource({ values }: OldFrontMatter, given: Mapping | undefined): boolean {
  if (given?.paper !== undefined)
    return SOURCES.some((key) => mapped(values, given.paper, key) !== undefined);
  return SOURCE_NAMES.some((name) => typeof valueAt(values, name) === 'string');
}

/** By its own key, by year and month among its facts, by its path, by its day. */
function issueOf(
  file: string,
  { values }: OldFrontMatter,
  names: Mapping['paper'],
): string | undefined {
  const own = textOf(mapped(values, names, 'issue'));
  if (own !== undefined && judgeIssueId(own) === undefined) return own;
  const year = textOf(values.get('potm_year') ?? values.get('year'));
  const month = textOf(values.get('potm_month') ?? values.get('month'))?.padStart(2, '0');
  if (year !== undefined && month !== undefined && judgeIssueId(`${year}-${month}`) === undefined)
    return `${year}-${month}`;
  const [, pathYear, pathMonth] =
    /(?:^|[/_-])((?:19|20)\d\d)[/_-](0[1-9]|1[0-2])(?=[/_.-]|$)/.exec(file) ?? [];
  if (pathYear !== undefined && pathMonth !== undefined) return `${pathYear}-${pathMonth}`;
  const day = oldDay(
    textOf(
      mapped(values, names, 'summarised') ?? mapped(values, names, 'date') ?? values.get('date'),
    ),
  );
  return day?.slice(0, 7);
}

/** The day that Jekyll reads off a file's name. */
export function dayOfFile(file: string): string | undefined {
  return oldDay(/^\d{4}-\d{2}-\d{2}(?=-)/.exec(path.posix.basename(file))?.[0]);
}

/** Names of files that say only what kind of text it is. */
const COMMON = /^(?:index|_index|potm|post|review|summary|paper|readme)$/i;

function slugOf(file: string, title: string, own: string | undefined): string {
  const stem = path.posix
    .basename(file)
    .replace(/\.\w+$/, '')
    .replace(/^\d{4}-\d{2}(?:-\d{2})?-/, '');
  const name = COMMON.test(stem) ? path.posix.basename(path.posix.dirname(file)) : stem;
  const candidates = [
    own?.replace(/\/+$/, '').split('/').at(-1) ?? '',
    name,
    title,
    `${name}-paper`,
  ];
  const fit = candidates.map(slugFrom).find((one) => judgeSlug(one) === undefined);
  return fit ?? 'paper';
}

function headingOf(body: string): string | undefined {
  return /^\s*#[ \t]+([^\n]+)/.exec(body)?.[1]?.trim();
}
