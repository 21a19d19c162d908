import type { Problem } from '../problem.ts';
import { categoryNames } from '../schemas/categories.ts';
import type { VersionsLock } from '../versions/lock.ts';
import type { Site } from '../site.ts';
import { buildPaper, dayOf, textAt } from './build-paper.ts';
import { buildPeople } from './build-people.ts';
import { byId, collect, firstOfEach, freeze, unique } from './collections.ts';
import { categorySlug, sortContents, type Contents } from './contents.ts';
import type { AboutEntry, Entry, IssueEntry } from './entry.ts';
import { findPapers, linkPapers, paperKeys } from './graph.ts';
import { judgeContents } from './judge.ts';
import type { About, Category, Digest, Issue, Paper, Tag } from './model.ts';
import { compareCodes, compareTexts } from './people.ts';
import { sortProblems } from './problems.ts';
import { joinPapers } from './related.ts';
import { buildRoster, type Roster } from './roster.ts';

/**
 * Links, sorts and checks all entries together. The problems are those of each file by itself and those
 * between files, sorted. What cannot be shown (an entry that is not whole) is left out of the digest. The digest
 * is frozen, and with it what it takes over from the entries: texts and facts.
 *
 * @param entries in any order
 * @param options.drafts whether drafts are shown as if they were published
 * @param options.versions the newest versions on arXiv, where they are known
 */
export function buildDigest(
  entries: readonly Entry[],
  site: Site,
  { drafts = false, versions }: { drafts?: boolean; versions?: VersionsLock | undefined } = {},
): { digest: Digest; problems: Problem[] } {
  const contents = sortContents(entries, drafts);
  const roster = buildRoster([...contents.papers, ...contents.issues], contents.people);
  const problems = sortProblems([
    ...entries.flatMap((entry) => entry.problems),
    ...judgeContents(contents, roster, site),
  ]);

  const whole = firstOfEach(contents.papers, ({ slug }) => slug).filter((entry) => entry.whole);
  const paperByAddress = new Map<string, string>();
  for (const { slug, data } of whole) {
    for (const { key } of paperKeys(data)) {
      if (!paperByAddress.has(key)) paperByAddress.set(key, slug);
    }
  }
  const ordered = whole.sort(
    (a, b) =>
      compareCodes(dayOf(b), dayOf(a)) ||
      compareCodes(b.data.published, a.data.published) ||
      compareCodes(a.slug, b.slug),
  );
  const graph = linkPapers(
    ordered.map(({ slug, facts }) => [slug, facts?.links.map(({ url }) => url) ?? []] as const),
    paperByAddress,
  );
  const wholeIssues = firstOfEach(contents.issues, ({ id }) => id)
    .filter((entry) => entry.whole)
    .sort((a, b) => compareCodes(b.data.date, a.data.date) || compareCodes(b.id, a.id));
  const introduced = collect(wholeIssues, ({ facts }) => [
    ...findPapers(facts?.links.map(({ url }) => url) ?? [], paperByAddress),
  ]);
  const covers = collect(ordered, ({ data, slug }) =>
    data.summarisedIn === undefined || data.summarisedIn === slug ? [] : [data.summarisedIn],
  );
  const lone = ordered.map((entry) => {
    const covered = (covers.get(entry.slug) ?? []).map(({ slug }) => slug);
    const mentionedIn = (introduced.get(entry.slug) ?? [])
      .map(({ id }) => id)
      .filter((id) => id !== entry.issue);
    const ties = { citations: graph.citations, covered, mentionedIn };
    return buildPaper(entry, contents, roster, ties, versions);
  });
  const papers = joinPapers(lone, graph.mentionedBy);
  const paperBySlug = new Map(papers.map((paper) => [paper.slug, paper]));
  const ofIssue = Map.groupBy(papers, ({ issue }) => issue);
  const issues = wholeIssues.map((entry, index) => {
    const [newer, older] = [wholeIssues[index - 1]?.id, wholeIssues[index + 1]?.id];
    const number = wholeIssues.length - index;
    const place = {
      number,
      ...(newer !== undefined && { newer }),
      ...(older !== undefined && { older }),
    };
    return buildIssue(entry, place, ofIssue.get(entry.id) ?? [], roster);
  });
  const people = buildPeople(contents.people, roster, papers, issues);
  const tags = buildTags(contents, papers);
  const about = contents.about?.whole === true ? buildAbout(contents.about) : undefined;
  const categories = buildCategories(papers);
  const digest: Digest = {
    ...{ site, issues, papers, people, tags, categories },
    ...(about && { about }),
    issueById: byId(issues),
    paperBySlug,
    personById: byId(people),
    tagById: byId(tags),
    categoryById: byId(categories),
    paperByAddress,
  };
  return { digest: freeze(digest), problems };
}

type WholeIssue = IssueEntry & { whole: true };

/** @param own its papers, in any order */
function buildIssue(
  entry: WholeIssue,
  place: Pick<Issue, 'number' | 'newer' | 'older'>,
  own: readonly Paper[],
  roster: Roster,
): Issue {
  const { id, data, facts } = entry;
  const bySlug = new Map(own.map((paper) => [paper.slug, paper]));
  const named = new Set(data.papers?.filter((slug) => bySlug.has(slug)));
  const rest = own
    .filter(({ slug }) => !named.has(slug))
    .sort(
      (a, b) =>
        compareCodes(a.summarised ?? '9999', b.summarised ?? '9999') ||
        compareCodes(a.slug, b.slug),
    );
  const slugs = [...named, ...rest.map(({ slug }) => slug)];
  const writers = slugs.flatMap((slug) => bySlug.get(slug)?.writers ?? []);
  const { hero } = data;
  return {
    id,
    lastingId: data.id ?? id,
    ...place,
    file: entry.file,
    title: textAt(entry, 'title'),
    date: data.date,
    ...(/^\d{4}-\d{2}$/.test(id) && { month: id }),
    editors: unique(
      data.editors.flatMap((_, index) => roster.at(entry, `editors.${index}`)?.person ?? []),
    ),
    writers: unique(writers),
    papers: slugs,
    ...(hero && {
      hero: {
        src: hero.src,
        alt: hero.alt,
        place: entry.places['hero.src'] ?? { line: 1, column: 1 },
        ...(hero.credit && { credit: textAt(entry, 'hero.credit') }),
      },
    }),
    aliases: data.aliases ?? [],
    body: facts !== undefined,
    ...(facts && { facts }),
  };
}

function buildAbout({ file, data, facts }: AboutEntry & { whole: true }): About {
  const { title, description } = data;
  return { title, ...(description && { description }), file, ...(facts && { facts }) };
}

function buildTags({ tags }: Contents, papers: readonly Paper[]): Tag[] {
  const uses = collect(papers, (paper) => paper.tags);
  return Object.entries(tags?.data ?? {})
    .flatMap(([id, tag]): Tag[] => {
      if (tag === undefined) return [];
      const slugs = (uses.get(id) ?? []).map(({ slug }) => slug);
      const { label, description, aliases = [] } = tag;
      return [{ id, label, description, aliases, papers: slugs }];
    })
    .sort((a, b) => compareTexts(a.label, b.label) || compareCodes(a.id, b.id));
}

function buildCategories(papers: readonly Paper[]): Category[] {
  const uses = collect(papers, (paper) => paper.categories);
  return [...uses]
    .map(([id, members]) => ({
      id,
      slug: categorySlug(id),
      label: Object.hasOwn(categoryNames, id) ? (categoryNames[id] ?? id) : id,
      papers: members.map(({ slug }) => slug),
    }))
    .sort((a, b) => compareCodes(a.id, b.id));
}
