import type { Site } from '../site.ts';
import type { Contents } from './contents.ts';
import { sortContents } from './contents.ts';
import type { Entry, PaperEntry } from './entry.ts';
import { judgeContents } from './judge.ts';
import { compareCodes } from './people.ts';
import { buildRoster, type Roster } from './roster.ts';
import type { Problem } from '../problem.ts';
import type { StoredEntry } from './read.ts';

/**
 * What a digest says of itself to a text that is judged elsewhere: ids, names and identifiers, as JSON. Texts
 * and facts are left out, and so is what no rule between files asks for.
 */
export type Known = {
  site: Site;
  /** The content folder as problems name it. */
  folder: string;
  entries: KnownEntry[];
};

/** The page about the digest is asked nothing. */
type KnownKind = Exclude<Entry['kind'], 'about'>;

export type KnownEntry = {
  kind: KnownKind;
  id: string;
  /** Of a paper, its issue. */
  issue?: string;
  /** Of a paper without a summary. */
  listing?: true;
  data: Record<string, unknown>;
};

/** What rules between files ask of the facts of each kind. */
const KEPT: Record<KnownKind, readonly string[]> = {
  paper: [
    ...['title', 'arxiv', 'doi', 'openreview', 'id', 'aliases', 'categories'],
    ...['authors', 'writers', 'reviewers', 'draft'],
  ],
  issue: ['aliases', 'draft'],
  person: ['name', 'names', 'family', 'collective', 'aliases', 'affiliation', 'notes'],
  tags: [],
};

/** @param entries in any order */
export function buildKnown(
  entries: readonly (Entry | StoredEntry)[],
  site: Site,
  folder: string,
): Known {
  const names = new Set<string>();
  /** A name that an earlier file has says nothing new. */
  const isNew = (mention: unknown) => {
    const key = JSON.stringify(mention);
    return !names.has(key) && names.add(key);
  };
  const sorted = entries.filter(isAsked).sort((a, b) => compareCodes(a.file, b.file));
  return {
    ...{ site, folder },
    entries: sorted.map((entry): KnownEntry => {
      const { kind, id } = entry;
      if (entry.kind === 'tags') {
        const tags = Object.entries(entry.data).map(([tag, value]) => {
          const { label = tag, aliases } = value ?? {};
          return [tag, { label, ...(aliases && { aliases }) }] as const;
        });
        return { kind, id, data: Object.fromEntries(tags) };
      }
      const kept = Object.entries(entry.data).flatMap(([key, value]) => {
        if (!KEPT[kind].includes(key)) return [];
        const isList = ['authors', 'writers', 'reviewers'].includes(key) && Array.isArray(value);
        return [[key, isList ? value.filter(isNew) : value] as const];
      });
      return {
        ...{ kind, id },
        ...(entry.kind === 'paper' && { issue: entry.issue }),
        ...(entry.kind === 'paper' && entry.whole && !entry.facts && { listing: true }),
        data: Object.fromEntries(kept),
      };
    }),
  };
}

function isAsked<E extends Entry | StoredEntry>(entry: E): entry is E & { kind: KnownKind } {
  return entry.kind !== 'about';
}

/** The entries again, as far as they are known. */
export function listKnownEntries({ entries, folder }: Known): Entry[] {
  return entries.map(({ kind, id, issue = '', listing = false, data }) => {
    const bare = { texts: {}, places: {}, problems: [] };
    const file = `${folder}/${pathOf(kind, id, issue)}`;
    const isTags = kind === 'tags';
    // Where a list of people was not sent, nobody is missing.
    const people = { paper: { authors: [] }, issue: { editors: [] }, person: {}, tags: {} }[kind];
    const places = isTags
      ? Object.fromEntries(Object.keys(data).map((tag) => [tag, { line: 1, column: 1 }]))
      : {};
    return {
      ...{ ...bare, kind, id, file, places },
      ...(kind === 'paper' && { issue, slug: id }),
      whole: listing,
      data: { ...people, ...data },
    } as unknown as Entry;
  });
}

function pathOf(kind: KnownKind, id: string, issue: string): string {
  switch (kind) {
    case 'paper':
      return `papers/${issue}/${id}/index.mdx`;
    case 'issue':
      return `issues/${id}/index.mdx`;
    case 'person':
      return `people/${id}.yaml`;
    case 'tags':
      return 'tags.yaml';
  }
}

/** Judges one text after the other against what is known. */
export class Bench {
  readonly known: Known;
  readonly #entries: Entry[];
  readonly #before = new Map<string, ReadonlySet<string>>();

  constructor(known: Known) {
    this.known = known;
    this.#entries = listKnownEntries(known);
  }

  /** The digest with this paper in it, in the place of the one that has its file. */
  judge(paper: PaperEntry): { contents: Contents; roster: Roster; problems: Problem[] } {
    const others = this.#entries.filter(({ file }) => file !== paper.file);
    const before = this.#before.get(paper.file) ?? new Set(this.#link(others).problems.map(keyOf));
    this.#before.set(paper.file, before);
    const linked = this.#link(others, paper);
    // What it causes elsewhere is told too; what was there before is not its own.
    const own = linked.problems.filter((problem) => {
      return problem.file === paper.file || !before.has(keyOf(problem));
    });
    return { ...linked, problems: [...paper.problems, ...own] };
  }

  #link(others: readonly Entry[], paper?: PaperEntry) {
    // A draft is judged as if it were published.
    const sorted = sortContents(paper ? [...others, paper] : others, true);
    // Of two that have the same, the new one is at fault.
    const papers = sorted.papers.toSorted((a, b) => Number(a === paper) - Number(b === paper));
    const contents = { ...sorted, papers };
    const roster = buildRoster([...contents.papers, ...contents.issues], contents.people);
    return { contents, roster, problems: judgeContents(contents, roster, this.known.site) };
  }
}

function keyOf({ file, code, message }: Problem): string {
  return `${file}\n${code}\n${message}`;
}
