import type { AboutEntry, Entry, IssueEntry, PaperEntry, PersonEntry, TagsEntry } from './entry.ts';
import { firstByKey } from './collections.ts';
import { compareCodes } from './people.ts';
import { buildRoster } from './roster.ts';

/** The entries by kind and by file name, drafts apart. Faulty ones are among them: what they name exists. */
export type Contents = {
  papers: PaperEntry[];
  issues: IssueEntry[];
  people: PersonEntry[];
  tags?: TagsEntry;
  about?: AboutEntry;
  /** The papers of an issue, by its id. */
  papersOf: ReadonlyMap<string, readonly PaperEntry[]>;
  /** A paper by its slug, and by that or an alias; of several the first. */
  paperBySlug: ReadonlyMap<string, PaperEntry>;
  paperBySlugOrAlias: ReadonlyMap<string, PaperEntry>;
  /** Id of a tag by its id or an alias. */
  tagOf: ReadonlyMap<string, string>;
  /** Ids of what is left out. */
  drafts: { papers: ReadonlySet<string>; issues: ReadonlySet<string> };
  /** Ids that something left out names: they are not unused. */
  usedByDrafts: { tags: ReadonlySet<string>; people: ReadonlySet<string> };
};

/** The one place that decides what is published. @param drafts whether drafts are shown as if they were */
export function sortContents(entries: readonly Entry[], drafts: boolean): Contents {
  const sorted = [...entries].sort((a, b) => compareCodes(a.file, b.file));
  const allPapers = sorted.filter((entry) => entry.kind === 'paper');
  const allIssues = sorted.filter((entry) => entry.kind === 'issue');
  const people = sorted.filter((entry) => entry.kind === 'person');
  const tags = sorted.find((entry) => entry.kind === 'tags');
  const about = sorted.find((entry) => entry.kind === 'about');
  const isDraft = ({ data }: PaperEntry | IssueEntry) => !drafts && data.draft === true;

  const draftIssues = new Set(allIssues.filter(isDraft).map(({ id }) => id));
  const [papers, draftPapers] = partition(
    allPapers,
    (paper) => !isDraft(paper) && !draftIssues.has(paper.issue),
  );
  const tagOf = new Map<string, string>();
  // A tag whose entry is faulty has been reported; papers may name it.
  for (const path of Object.keys(tags?.places ?? {})) {
    if (path !== '' && !path.includes('.')) tagOf.set(path, path);
  }
  for (const [id, tag] of Object.entries(tags?.data ?? {})) {
    for (const alias of tag?.aliases ?? []) if (!tagOf.has(alias)) tagOf.set(alias, id);
  }
  return {
    papers,
    issues: allIssues.filter((issue) => !isDraft(issue)),
    people,
    ...(tags && { tags }),
    ...(about && { about }),
    papersOf: Map.groupBy(papers, ({ issue }) => issue),
    paperBySlug: firstByKey(papers, ({ slug }) => [slug]),
    paperBySlugOrAlias: firstByKey(papers, ({ slug, data }) => [slug, ...(data.aliases ?? [])]),
    tagOf,
    drafts: { papers: new Set(draftPapers.map(({ slug }) => slug)), issues: draftIssues },
    usedByDrafts: {
      tags: new Set(draftPapers.flatMap(({ data }) => data.tags ?? [])),
      people: new Set(
        buildRoster([...draftPapers, ...allIssues.filter(isDraft)], people).mentioned.keys(),
      ),
    },
  };
}

function partition<T>(list: readonly T[], test: (item: T) => boolean): [T[], T[]] {
  return [list.filter(test), list.filter((item) => !test(item))];
}

/** A category in an address: `cs.LG` → `cs-lg`; an address with a dot is taken for a file. */
export function categorySlug(id: string): string {
  return id.toLowerCase().replaceAll('.', '-');
}
