import type { Edition } from '../digest/edition.ts';
import type { Person } from '../digest/model.ts';
import { facetOfCategory, facetOfTag } from '../digest/facets.ts';
import { findNamesakes } from '../digest/namesakes.ts';
import { initialOf } from '../digest/people.ts';
import { languageOf } from '../digest/scripts.ts';
import { buildListData } from '../exports/linked-data.ts';
import { count, text } from '../text.ts';
import { buildFollowing } from './following.ts';
import { buildIssueCard, type IssueCard } from './issue.ts';
import { buildNarrowing, type Narrowing } from './narrowing.ts';
import type { Page, TextLink } from './page.ts';
import { buildYears, type YearOfRows } from './row.ts';
import { buildTimeline, type TimelineView } from './timeline.ts';
import { buildTrail, type TrailView } from './trail.ts';
import { buildTwins, buildTwinsOfFacet, type TwinLink } from './twins.ts';
import { countWork } from './work.ts';

/** A page of papers in rows: all, a year's, a tag's, a category's. */
export type PaperListView = {
  page: Page;
  kicker?: string;
  title: string;
  intro?: string;
  /** Absent where a look shows them all. */
  narrowing?: Narrowing;
  /** Of a tag. */
  trail?: TrailView;
  years: YearOfRows[];
  /** Links to like pages: the years. */
  others: TextLink[];
  twins: TwinLink[];
  /** The feed of a tag or a category. */
  follow?: TextLink;
};

/** A list of links with counts, in named groups. */
export type IndexView = {
  page: Page;
  title: string;
  intro: string;
  groups: { id: string; title: string; entries: IndexEntry[] }[];
};
export type IndexEntry = TextLink & {
  count: string;
  description?: string;
  id?: string;
  lang?: string;
  /** In the row itself: what tells somebody from a namesake. */
  notes?: string;
};

/** The newest papers; the year pages have all. */
const newestPapers = 50;

export function buildPapers(edition: Edition): PaperListView {
  const { digest, routes } = edition;
  const all = digest.papers.map(({ slug }) => slug);
  const slugs = all.slice(0, newestPapers);
  const { links, alternates } = buildTwins(
    edition,
    'papers',
    routes.papers(),
    digest.papers.length,
  );
  return {
    page: {
      title: text.list.papers,
      description: text.list.papersIntro,
      path: routes.papers(),
      alternates,
      linkedData: buildListData(edition, [text.nav.papers, routes.papers()]),
    },
    title: text.list.papers,
    intro: text.list.papersIntro,
    ...narrow(edition, all, all.length > newestPapers),
    years: buildYears(edition, slugs),
    others: buildYearLinks(edition),
    twins: links,
  };
}

function narrow(...of: Parameters<typeof buildNarrowing>): { narrowing?: Narrowing } {
  const narrowing = buildNarrowing(...of);
  return narrowing ? { narrowing } : {};
}

export function buildPapersOfYear(edition: Edition, year: string): PaperListView {
  const { routes } = edition;
  const title = text.list.papersOf(year);
  const path = routes.papersOfYear(year);
  const slugs = edition.digest.papers
    .filter((paper) => paper.published.startsWith(year))
    .map((paper) => paper.slug);
  return {
    page: {
      title,
      description: title,
      path,
      linkedData: buildListData(edition, [text.nav.papers, routes.papers()], [year, path]),
    },
    title,
    ...narrow(edition, slugs),
    years: buildYears(edition, slugs),
    others: buildYearLinks(edition),
    twins: [],
  };
}

/** Years in which a paper of the digest was published, newest first. */
export function listYears({ digest }: Edition): string[] {
  return [...new Set(digest.papers.map((paper) => paper.published.slice(0, 4)))].sort().reverse();
}

function buildYearLinks(edition: Edition): TextLink[] {
  return listYears(edition).map((year) => ({
    href: edition.routes.papersOfYear(year),
    text: year,
  }));
}

export function buildTag(edition: Edition, id: string): PaperListView {
  const tag = edition.digest.tagById.get(id);
  if (!tag) throw new Error(`No tag ${id}`);
  const trail = buildTrail(edition, tag.papers);
  const { routes } = edition;
  const facet = facetOfTag(routes, tag);
  const path = facet.page;
  const linkedData = buildListData(edition, [text.nav.tags, routes.tags()], [tag.label, path]);
  const twins = buildTwinsOfFacet(edition, facet);
  const { follow, ...following } = buildFollowing(edition, 'tag', facet, tag.label);
  const alternates = [...following.alternates, ...twins.alternates];
  return {
    page: { title: tag.label, description: tag.description, path, alternates, linkedData },
    kicker: text.list.tag,
    title: tag.label,
    intro: tag.description,
    ...narrow(edition, tag.papers),
    ...(trail && { trail }),
    years: buildYears(edition, tag.papers),
    others: [],
    twins: twins.links,
    ...(follow && { follow }),
  };
}

export function buildCategory(edition: Edition, id: string): PaperListView {
  const category = edition.digest.categoryById.get(id);
  if (!category) throw new Error(`No category ${id}`);
  const title = category.label === id ? id : `${category.label} (${id})`;
  const { routes } = edition;
  const facet = facetOfCategory(routes, category);
  const path = facet.page;
  const linkedData = buildListData(edition, [text.nav.tags, routes.tags()], [title, path]);
  const twins = buildTwinsOfFacet(edition, facet);
  const { follow, ...following } = buildFollowing(edition, 'category', facet, title);
  const alternates = [...following.alternates, ...twins.alternates];
  return {
    page: { title, description: title, path, alternates, linkedData },
    kicker: text.list.category,
    title,
    ...narrow(edition, category.papers),
    years: buildYears(edition, category.papers),
    others: [],
    twins: twins.links,
    ...(follow && { follow }),
  };
}

export function buildTags({ digest, routes }: Edition): IndexView {
  return {
    page: { title: text.list.tags, description: text.list.tagsIntro, path: routes.tags() },
    title: text.list.tags,
    intro: text.list.tagsIntro,
    groups: [
      {
        id: 'tags',
        title: text.list.tags,
        entries: digest.tags.map((tag) => ({
          href: routes.tag(tag.id),
          text: tag.label,
          count: count(tag.papers.length, 'paper'),
          description: tag.description,
        })),
      },
      {
        id: 'categories',
        title: text.list.categories,
        entries: digest.categories.map((category) => ({
          href: routes.category(category.slug),
          text: category.label === category.id ? category.id : `${category.label} (${category.id})`,
          count: count(category.papers.length, 'paper'),
        })),
      },
    ].filter((group) => group.entries.length > 0),
  };
}

/** People whom one page lists; more are parted by the letter of their family name. */
const mostPeople = 1000;

export type AuthorsView = IndexView & {
  /** Where the script finds people, up to the name of a part: `/lists/people/` and `.json` after it. */
  find: [before: string, after: string];
};

export function buildAuthors(edition: Edition): AuthorsView {
  const { digest, routes } = edition;
  const byInitial = Map.groupBy(digest.people, initialOf);
  const isParted = digest.people.length > mostPeople;
  const [before = '', after = ''] = routes.peopleFacts('*').split('*');
  return {
    page: { title: text.list.authors, description: text.list.authorsIntro, path: routes.authors() },
    title: text.list.authors,
    intro: text.list.authorsIntro,
    find: [before, after],
    groups: isParted
      ? [
          {
            id: 'letters',
            title: text.linking.people.letters,
            entries: [...byInitial].map(([initial, people]) => ({
              id: `letter-${initial}`,
              href: routes.authorsOf(letterOf(initial)),
              text: nameOfLetter(initial),
              count: count(people.length, 'person', 'people'),
            })),
          },
        ]
      : [...byInitial].map(([initial, people]) => ({
          id: `letter-${initial}`,
          title: initial,
          entries: people.map((person) => buildPersonEntry(edition, person)),
        })),
  };
}

/** The letters that have a page of their own, as an address has them: none where one page lists all. */
export function listLetters({ digest }: Edition): string[] {
  if (digest.people.length <= mostPeople) return [];
  return [...new Set(digest.people.map((person) => letterOf(initialOf(person))))];
}

export function buildAuthorsOf(edition: Edition, letter: string): IndexView {
  const people = edition.digest.people.filter((person) => letterOf(initialOf(person)) === letter);
  const [first] = people;
  const name = nameOfLetter(first ? initialOf(first) : '#');
  const title = text.linking.people.lettersOf(name);
  return {
    page: { title, description: title, path: edition.routes.authorsOf(letter) },
    title,
    intro: count(people.length, 'person', 'people'),
    groups: [
      {
        id: 'people',
        title: name,
        entries: people.map((person) => buildPersonEntry(edition, person)),
      },
    ],
  };
}

function letterOf(initial: string): string {
  return initial === '#' ? 'other' : initial.toLowerCase();
}

function nameOfLetter(initial: string): string {
  return initial === '#' ? text.linking.people.other : initial;
}

function buildPersonEntry({ digest, routes }: Edition, person: Person): IndexEntry {
  const lang = languageOf(person.name);
  const isShared = person.notes !== undefined && findNamesakes(digest, person).length > 0;
  return {
    href: routes.author(person.id),
    text: nameInIndex(person),
    ...(lang && { lang }),
    count: countWork(person).join(', '),
    ...(isShared && person.notes && { notes: person.notes }),
  };
}

/** As a list by family name has it: `Quill, Ada`. */
export function nameInIndex({ name, family, given, collective }: Person): string {
  return given && !collective ? `${family}, ${given}` : name;
}

export type IssuesView = {
  page: Page;
  title: string;
  intro: string;
  timeline: TimelineView;
  years: YearOfIssues[];
};
export type YearOfIssues = { year: string; issues: IssueCard[] };

/** Issues under the year that they are of: the month's where the id is a month, else the day's. */
export function buildIssues(edition: Edition): IssuesView {
  const { digest, routes } = edition;
  const years = Map.groupBy(digest.issues, (issue) => (issue.month ?? issue.date).slice(0, 4));
  return {
    page: { title: text.list.issues, description: text.list.issuesIntro, path: routes.issues() },
    title: text.list.issues,
    intro: text.list.issuesIntro,
    timeline: buildTimeline(edition),
    years: [...years].map(([year, issues]) => ({
      year,
      issues: issues.map((issue) => buildIssueCard(edition, issue)),
    })),
  };
}
