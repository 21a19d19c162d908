import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { shownPath } from '../digest/folders.ts';
import { paperKeys } from '../digest/graph.ts';
import { readEntries, type StoredEntry } from '../digest/read.ts';
import { readSiteFile } from '../digest/site-file.ts';
import { buildRoutes } from '../routes.ts';
import type { TagsData } from '../schemas/tag.ts';
import type { Site } from '../site.ts';
import type { Facts } from './facts.ts';
import { Refusal } from './refusal.ts';

export type StoredPaper = Extract<StoredEntry, { kind: 'paper' }>;
export type StoredIssue = Extract<StoredEntry, { kind: 'issue' }>;
export type StoredPerson = Extract<StoredEntry, { kind: 'person' }>;

/** What a content folder has already. */
export type Known = {
  content: string;
  site?: Site;
  papers: StoredPaper[];
  issues: StoredIssue[];
  people: StoredPerson[];
  tags: Partial<TagsData>;
};

/** Throws a refusal where the folder is none, or has no site.yaml. */
export function loadKnown(content: string): Known {
  if (!statSync(content, { throwIfNoEntry: false })?.isDirectory()) {
    throw new Refusal(
      `There is no folder ${shownPath(content) || content}. Write --content with the folder that holds site.yaml.`,
      2,
    );
  }
  if (!existsSync(path.join(content, 'site.yaml'))) {
    throw new Refusal(
      `${shownPath(content) || content} holds no site.yaml, so it is no content folder. Write --content with the one that is.`,
      2,
    );
  }
  const entries = readEntries(content, ['paper', 'issue', 'person', 'tags']);
  const { site } = readSiteFile(content);
  return {
    content,
    ...(site && { site }),
    papers: entries.filter((entry) => entry.kind === 'paper'),
    issues: entries.filter((entry) => entry.kind === 'issue'),
    people: entries.filter((entry) => entry.kind === 'person'),
    tags: entries.find((entry) => entry.kind === 'tags')?.data ?? {},
  };
}

/** The paper that the digest has under one of these identifiers, whatever their version. */
export function findPaper(
  { papers }: Known,
  facts: Pick<Facts, 'arxiv' | 'doi' | 'openreview'>,
): StoredPaper | undefined {
  const wanted = new Set(paperKeys(facts).map(({ key }) => key));
  return papers.find(({ data }) => paperKeys(data).some(({ key }) => wanted.has(key)));
}

/** That a paper is there, with its page and its file. */
export function sayPaper({ site }: Known, paper: StoredPaper): string {
  const routes = site && buildRoutes(site.url);
  // A draft has no page.
  const page =
    routes && paper.data.draft !== true ? `${routes.absolute(routes.paper(paper.slug))}\n  ` : '';
  const advice =
    paper.facts === undefined && paper.data.summarisedIn === undefined
      ? 'It is listed there without a summary: write yours into that file.'
      : 'To mend or add something, edit that file.';
  return `The digest has this paper already:\n  ${page}${paper.file}\n${advice}`;
}

/** Whether a slug is, or was, the address or the lasting id of a paper. */
export function isTakenSlug({ content, papers }: Known, slug: string): boolean {
  return (
    papers.some(
      ({ slug: own, data }) => own === slug || data.id === slug || data.aliases?.includes(slug),
    ) ||
    listFolders(path.join(content, 'papers')).some((issue) => {
      return existsSync(path.join(content, 'papers', issue, slug));
    })
  );
}

/** Ids of the issues that have a folder, be it of their papers alone. */
export function listIssueIds({ content }: Known): string[] {
  const ids = ['issues', 'papers'].flatMap((name) => listFolders(path.join(content, name)));
  return [...new Set(ids)].sort();
}

function listFolders(folder: string): string[] {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
}
