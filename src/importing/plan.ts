import { existsSync } from 'node:fs';
import path from 'node:path';
import { readSiteFile } from '../digest/site-file.ts';
import { readEntries, type StoredEntry } from '../digest/read.ts';
import { buildRoutes } from '../routes.ts';
import { writeScalar } from '../schemas/yaml-syntax.ts';
import { aliasOf, oldAddresses } from './addresses.ts';
import type { Archive } from './archive.ts';
import { readDocuments, type Document } from './documents.ts';
import { readIssueFacts, readPaperFacts } from './facts.ts';
import type { FactsReader } from './facts-reader.ts';
import { writeFile } from './file-text.ts';
import { fillFromText } from './missing-facts.ts';
import { textOf } from './front-matter.ts';
import type { Mapping } from './mapping.ts';
import { buildNames, readSiteMacros, type Names } from './names.ts';
import { PictureFolder } from './pictures.ts';
import { Targets, type Known } from './targets.ts';
import type { Draft } from './text/draft.ts';
import { mendText } from './text/text.ts';

/** Something to read, with its line in the old and in the new file. */
export type PlanNote = { old: number; present: number; kind: 'look' | 'mended'; text: string };

/** One text to be written, with the pictures beside it. */
export type PlannedText = {
  /** From the archive's root on. */
  from: string;
  /** From the content folder on. */
  to: string;
  source: string;
  /** Names beside the text, each with the file of the archive. */
  pictures: ReadonlyMap<string, string>;
  notes: PlanNote[];
};

export type Redirect = { old: string; present: string; isAlias: boolean };

export type Plan = {
  texts: PlannedText[];
  /** What is to be added to `tags.yaml`. */
  tags: string;
  redirects: Redirect[];
  /** What stays where it is, each as a sentence. */
  left: string[];
  mapping: Mapping;
};

type Read = { document: Document; reader: FactsReader; old: string[] };

/** Makes everything of an archive that will be written; writes nothing itself. */
export function buildPlan(archive: Archive, content: string, given: Mapping | undefined): Plan {
  const { documents, mapping, left } = readDocuments(archive, given);
  const generator = mapping.generator ?? archive.generator;
  const entries = readEntries(content, ['paper', 'issue', 'person', 'tags']);
  const names = buildNames(archive, entries, mapping);
  const { site } = readSiteFile(content);
  const read = readAll(documents, mapping, names, entries);
  const kept: Read[] = [];
  for (const one of read.map((each) => ({
    ...each,
    old: oldAddresses(each.document, mapping, generator),
  }))) {
    const there = findExisting(one, content, entries);
    if (there === undefined) kept.push(one);
    else left.push(`${one.document.file} was not imported: ${there}.`);
  }
  const redirects = setAliases(kept, entries, site?.url);
  const known: Known[] = kept.map(({ document, reader: { facts }, old }) => ({
    document,
    facts,
    old,
  }));
  const targets = new Targets(archive, known, site?.url, mapping.address);
  const macros = readSiteMacros(archive);
  const texts = kept.map(({ document, reader }) => {
    const pictures = new PictureFolder(archive, document.file);
    const draft = mendText(document.front.body, {
      title: document.title,
      fields: new Map(
        [...document.front.values].flatMap(([key, value]) =>
          textOf(value) === undefined ? [] : [[key, textOf(value) ?? '']],
        ),
      ),
      macros,
      resolver: {
        link: (url) => targets.find(document.file, url),
        picture: (src) => pictures.place(src),
      },
      summary: document.kind === 'paper',
    });
    return buildText(document, reader, draft, pictures, mapping);
  });
  return { texts, tags: writeTags(names), redirects, left: [...archive.passed, ...left], mapping };
}

function readAll(
  documents: readonly Document[],
  mapping: Mapping,
  names: Names,
  entries: readonly StoredEntry[],
): Omit<Read, 'old'>[] {
  const days = new Map<string, string>();
  for (const entry of entries)
    if (entry.kind === 'issue' && entry.data.date !== undefined)
      days.set(entry.id, entry.data.date);
  const issues = documents
    .filter(({ kind }) => kind === 'issue')
    .map((document) => {
      const reader = readIssueFacts(document, mapping, names);
      const day = reader.facts['date'];
      if (typeof day === 'string') days.set(document.issue, day);
      return { document, reader };
    });
  const papers = documents
    .filter(({ kind }) => kind === 'paper')
    .map((document) => ({
      document,
      reader: readPaperFacts(document, mapping, names, days.get(document.issue)),
    }));
  return [...issues, ...papers];
}

/** Why a text cannot be written: its place is taken, or the digest has the paper. */
function findExisting(
  { document, reader: { facts } }: Omit<Read, 'old'>,
  content: string,
  entries: readonly StoredEntry[],
): string | undefined {
  const folder = folderOf(document);
  if (existsSync(path.join(content, folder, 'index.mdx')))
    return `${folder}/index.mdx is there already, and nothing is overwritten`;
  if (document.kind !== 'paper') return undefined;
  const bare = (id: unknown) =>
    typeof id === 'string' ? id.replace(/v\d+$/, '').toLowerCase() : undefined;
  const same = entries.find((entry) => {
    if (entry.kind !== 'paper') return false;
    const { arxiv, doi } = entry.data;
    const isSame = (a: unknown, b: unknown) => bare(a) !== undefined && bare(a) === bare(b);
    return entry.id === document.slug || isSame(arxiv, facts['arxiv']) || isSame(doi, facts['doi']);
  });
  return same === undefined ? undefined : `the digest has this paper already, ${same.file}`;
}

function folderOf({ kind, issue, slug }: Document): string {
  return kind === 'paper' ? `papers/${issue}/${slug}` : `issues/${issue}`;
}

/** Gives every text the aliases that its old addresses leave it; an address that is another's stays theirs. */
function setAliases(
  read: readonly Read[],
  entries: readonly StoredEntry[],
  site: string | undefined,
): Redirect[] {
  const routes = buildRoutes(site ?? 'https://example.org/');
  const taken = new Set(
    read.map(({ document: { kind, slug, issue } }) => `${kind} ${kind === 'paper' ? slug : issue}`),
  );
  for (const entry of entries) {
    taken.add(`${entry.kind} ${entry.id}`);
    if (entry.kind === 'paper' || entry.kind === 'issue')
      for (const alias of entry.data.aliases ?? []) taken.add(`${entry.kind} ${alias}`);
  }
  return read.flatMap(({ document, reader, old }) => {
    const { kind, slug, issue } = document;
    const present = kind === 'paper' ? routes.paper(slug) : routes.issue(issue);
    const aliases: string[] = [];
    const redirects = old.map((address) => {
      const alias = aliasOf(address, kind);
      const isFree = alias !== undefined && !taken.has(`${kind} ${alias}`) && aliases.length < 20;
      if (isFree) {
        taken.add(`${kind} ${alias}`);
        aliases.push(alias);
      }
      // An alias answers below `/papers/` alone, so the old path itself still needs a redirect.
      return {
        old: address,
        present,
        isAlias: alias !== undefined && (isFree || aliases.includes(alias)),
      };
    });
    reader.set('aliases', aliases);
    return redirects;
  });
}

function buildText(
  document: Document,
  reader: FactsReader,
  draft: Draft,
  pictures: PictureFolder,
  mapping: Mapping,
): PlannedText {
  const { front, file } = document;
  if (document.kind === 'paper') fillFromText(reader, draft.text, mapping);
  const rest = reader.rest();
  const { source, bodyLine } = writeFile(reader.facts, rest, draft.text);
  const oldLines = lineCounter(front.body);
  const newLines = lineCounter(draft.text);
  const { fault } = front;
  const facts = [
    ...(fault ? [{ line: fault.line, key: '', kind: 'look' as const, text: fault.text }] : []),
    ...reader.notes,
  ];
  const notes: PlanNote[] = [
    ...facts.map(({ line, key, kind, text }) => ({
      old: line,
      present: lineOfFact(source, key),
      kind,
      text,
    })),
    ...draft.notes.map(({ offset, kind, text }) => ({
      old: front.bodyLine - 1 + oldLines(offset),
      present: bodyLine - 1 + newLines(draft.present(offset)),
      kind,
      text,
    })),
  ];
  const seen = new Set<string>();
  const unique = notes.filter((note) => {
    const key = `${note.old} ${note.text}`;
    return seen.has(key) ? false : seen.add(key);
  });
  return {
    from: file,
    to: `${folderOf(document)}/index.mdx`,
    source,
    pictures: pictures.copies,
    notes: unique,
  };
}

/** The line on which a key stands, also as a comment; the first where it stands nowhere. */
function lineOfFact(source: string, key: string): number {
  const index = source
    .split('\n')
    .findIndex((line) => line.startsWith(`${key}:`) || line.startsWith(`# ${key}:`));
  return Math.max(0, index) + 1;
}

function lineCounter(text: string): (offset: number) => number {
  const starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
  return (offset) => starts.findLastIndex((start) => start <= offset) + 1;
}

function writeTags(names: Names): string {
  return names
    .newTags()
    .map(
      ({ id, label, description }) =>
        `${id}:\n  label: ${writeScalar(label)}\n  description: ${writeScalar(description)}\n`,
    )
    .join('');
}
