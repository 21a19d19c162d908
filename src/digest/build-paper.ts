import type { VersionsLock } from '../versions/lock.ts';
import { TREE_VERSION } from '../body/tree.ts';
import { defined, unique } from './collections.ts';
import type { Contents } from './contents.ts';
import type { Entry, PaperEntry } from './entry.ts';
import type { linkPapers } from './graph.ts';
import type { Name, Text } from './model.ts';
import { compareCodes, inReadingOrder, splitName, tidyName } from './people.ts';
import type { LonePaper } from './related.ts';
import type { Roster } from './roster.ts';

export type WholePaper = PaperEntry & { whole: true };

/** The day a paper is sorted by: of the summary, else of the paper. */
export function dayOf({ data }: WholePaper): string {
  return data.summarised ?? data.published;
}

/** A compiled text of an entry; empty if it could not be compiled. */
export function textAt({ texts }: Pick<Entry, 'texts'>, path: string): Text {
  return texts[path] ?? { tree: { type: 'root', version: TREE_VERSION, children: [] }, plain: '' };
}

/** What ties a paper to others: citations of all, and its own listings and mentions in introductions. */
type Ties = Pick<ReturnType<typeof linkPapers>, 'citations'> & {
  covered: string[];
  mentionedIn: string[];
};

/** @param versions the newest versions on arXiv, where they are known */
export function buildPaper(
  entry: WholePaper,
  { tagOf }: Contents,
  roster: Roster,
  { covered, mentionedIn, citations }: Ties,
  versions?: VersionsLock,
): LonePaper {
  const { slug, data, facts } = entry;
  const [, arxivId = '', version] = /^(.*?)(v\d+)?$/.exec(data.arxiv ?? '') ?? [];
  const people = (key: 'writers' | 'reviewers') =>
    unique(
      (data[key] ?? []).flatMap((_, index) => roster.at(entry, `${key}.${index}`)?.person ?? []),
    );
  const { venue, summarised, doi, openreview, url, score, summarisedIn } = data;
  return {
    slug,
    id: data.id ?? slug,
    issue: entry.issue,
    file: entry.file,
    title: textAt(entry, 'title'),
    tldr: textAt(entry, 'tldr'),
    abstract: textAt(entry, 'abstract'),
    abstractByAuthors: data.abstractBy === 'authors',
    authors: data.authors.map((author, index) => buildName(entry, author, index, roster)),
    organisations: data.organisations ?? [],
    ...(venue && { venue }),
    published: data.published,
    ...(summarised && { summarised }),
    day: dayOf(entry),
    ...(data.arxiv && {
      arxiv: {
        id: arxivId,
        ...(version && { version, ...findNewer(arxivId, version, versions) }),
      },
    }),
    ...(doi && { doi }),
    ...(openreview && { openreview }),
    ...(url && { url }),
    links: defined(data.links ?? {}),
    categories: data.categories ?? [],
    tags: unique(data.tags.flatMap((tag) => tagOf.get(tag) ?? [])),
    ...(score && { score }),
    writers: people('writers'),
    reviewers: people('reviewers'),
    ...(data.assistance && { assistance: textAt(entry, 'assistance') }),
    notation: (data.notation ?? []).map(({ symbol }, index) => ({
      symbol,
      meaning: textAt(entry, `notation.${index}.meaning`),
    })),
    corrections: (data.corrections ?? [])
      .map(({ date }, index) => ({ date, note: textAt(entry, `corrections.${index}.note`) }))
      .sort((a, b) => compareCodes(b.date, a.date)),
    ...(data.withdrawn && {
      withdrawn: { date: data.withdrawn.date, note: textAt(entry, 'withdrawn.note') },
    }),
    aliases: data.aliases ?? [],
    anchors: data.anchors ?? {},
    body: facts !== undefined,
    ...(facts && { facts }),
    ...(summarisedIn && { summarisedIn }),
    covers: covered,
    citations: citations.get(slug) ?? [],
    mentionedIn,
  };
}

function findNewer(id: string, version: string, lock: VersionsLock | undefined) {
  const newest = lock?.papers[id];
  const isNewer = newest && Number(newest.version.slice(1)) > Number(version.slice(1));
  return isNewer ? { newer: { ...newest, checked: lock.checked } } : {};
}

function buildName(
  entry: WholePaper,
  author: WholePaper['data']['authors'][number],
  index: number,
  roster: Roster,
): Name {
  const { name, affiliation } =
    typeof author === 'string' ? { name: author, affiliation: undefined } : author;
  const found = roster.at(entry, `authors.${index}`);
  const printed = found?.name ?? inReadingOrder(tidyName(name));
  return {
    name: printed,
    ...(found?.parts ?? splitName(printed)),
    // Without a person the build stops; in `dev` the page is shown all the same.
    person: found?.person ?? '',
    ...(affiliation && { affiliation }),
  };
}
