import type { Edition } from '../digest/edition.ts';
import { facetOfPerson } from '../digest/facets.ts';
import { dayOfIssue, listOfPerson, OF_PAPERS, selectPeriod, type Most } from '../digest/periods.ts';
import type { Person } from '../digest/model.ts';
import { comparePeople } from '../digest/people.ts';
import { languageOf } from '../digest/scripts.ts';
import { buildAuthorData, buildListData } from '../exports/linked-data.ts';
import { sources, strangers } from '../routes.ts';
import { count, periodName, text } from '../text.ts';
import { buildFollowing } from './following.ts';
import { buildIssueCard, buildIssueLine, type IssueCard } from './issue.ts';
import { buildMending } from './mending.ts';
import { buildRows } from './lists.ts';
import type { Narrowing } from './narrowing.ts';
import type { Page, TextLink, TitleLink } from './page.ts';
import type { PartsView } from './parts.ts';
import { buildTitleLink } from './paper.ts';
import { renderText } from './rendering.ts';
import type { YearOfRows } from './row.ts';
import { sharingOfPerson } from './sharing.ts';
import { buildTwinsOfFacet, type TwinLink } from './twins.ts';

export type AuthorView = {
  page: Page;
  kicker?: string;
  name: string;
  affiliation?: string;
  bioHtml?: string;
  /** Set where the name is not in Latin letters. */
  lang?: string;
  alsoAs: Spelling[];
  /** Others of the same name, and what tells this one from them. */
  namesakes: (TextLink & { notes?: string })[];
  notes?: string;
  coauthors: CoauthorsView;
  links: TextLink[];
  /** Of their papers; absent where a look shows them all. */
  narrowing?: Narrowing;
  /** The way to the years of who did more than a page holds. */
  parts?: PartsView;
  years: YearOfRows[];
  summaries: TitleLink[];
  issues: IssueCard[];
  twins: TwinLink[];
  mending: TextLink[];
  /** The feed of who has more than one work. */
  follow?: TextLink;
};

export type Spelling = { text: string; lang?: string };

/** Who wrote most with somebody; `more` says how many others did. */
export type CoauthorsView = { people: (TextLink & { count: string })[]; more?: string };

/** A paper of two hundred authors would name them all. */
const shownCoauthors = 24;

/** Of more issues a page would be mostly their residuals. */
const drawnIssues = 12;
const OF_ISSUES: Most = { first: drawnIssues, newest: drawnIssues, year: Infinity };

/** @param period a year or a month of who did more than a page holds; empty for the newest */
export function buildAuthor(edition: Edition, person: Person, period = ''): AuthorView {
  const works = buildWorks(edition, person, period);
  const head = period === '' ? buildHead(edition, person) : buildPart(edition, person, period);
  return { ...head, ...works };
}

type Works = Pick<AuthorView, 'narrowing' | 'parts' | 'years' | 'summaries' | 'issues'>;

/** What they wrote and edited, all of it or of the time that the page is of. */
function buildWorks(edition: Edition, person: Person, period: string): Works {
  const { digest, routes } = edition;
  const { id, papers } = person;
  const list = listOfPerson(digest, routes, person);
  const { view } = buildRows(edition, papers, list, routes.author(id), period, `person ${id}`);
  const all = {
    summaries: person.summaries.flatMap((slug) => digest.paperBySlug.get(slug) ?? []),
    issues: person.issues.flatMap((one) => digest.issueById.get(one) ?? []),
  };
  // Where there is one page, it has everything.
  const select = <T>(items: readonly T[], dayOf: (item: T) => string, most: Most) =>
    view.parts ? selectPeriod(items, dayOf, period, most).shown : items;
  const issues = select(all.issues, dayOfIssue, OF_ISSUES);
  const build = issues.length > drawnIssues ? buildIssueLine : buildIssueCard;
  return {
    ...view,
    summaries: select(all.summaries, ({ day }) => day, OF_PAPERS).flatMap(
      ({ slug }) => buildTitleLink(edition, slug) ?? [],
    ),
    issues: issues.map((issue) => build(edition, issue)),
  };
}

/** A page of a year or a month; files, feed and coauthors stand on the first one. */
function buildPart(
  edition: Edition,
  person: Person,
  period: string,
): Omit<AuthorView, keyof Works> {
  const { routes } = edition;
  const name = text.list.partOf(person.name, periodName(period));
  const path = routes.period(routes.author(person.id), period);
  const lang = languageOf(person.name);
  return {
    page: {
      ...{ title: name, description: name, path },
      linkedData: buildListData(
        edition,
        [text.nav.authors, routes.authors()],
        [person.name, routes.author(person.id)],
        [periodName(period), path],
      ),
    },
    name,
    ...(lang && { lang }),
    ...{ alsoAs: [], namesakes: [], coauthors: { people: [] }, links: [], twins: [], mending: [] },
  };
}

/** Who they are. */
function buildHead(edition: Edition, person: Person): Omit<AuthorView, keyof Works> {
  const { digest, routes } = edition;
  const { orcid, homepage, github } = person;
  const facet = facetOfPerson(routes, person);
  const path = facet.page;
  const twins = buildTwinsOfFacet(edition, facet);
  const sharing = sharingOfPerson(edition, person);
  const { follow, alternates } = buildFollowing(edition, 'person', facet, person.name);
  const page: Page = {
    title: person.name,
    description: describe(edition, person),
    path,
    kind: 'profile',
    ...(sharing && { sharing }),
    alternates: [...alternates, ...twins.alternates],
    linkedData: buildAuthorData(edition, person),
  };
  const namesakes = person.namesakes.flatMap((id) => digest.personById.get(id) ?? []);
  const lang = languageOf(person.name);
  return {
    page,
    ...(person.collective && { kicker: text.author.group }),
    name: person.name,
    ...(lang && { lang }),
    ...(person.affiliation && { affiliation: person.affiliation }),
    ...(person.bio && { bioHtml: renderText(person.bio) }),
    alsoAs: person.names.map(buildSpelling),
    namesakes: namesakes.map((other) => ({
      href: routes.author(other.id),
      text: other.name,
      ...(other.notes && { notes: other.notes }),
    })),
    ...(namesakes.length > 0 && person.notes && { notes: person.notes }),
    coauthors: buildCoauthors(edition, person),
    links: [
      ...(homepage ? [{ href: homepage, text: text.author.homepage }] : []),
      ...(orcid ? [{ href: sources.orcid(orcid), text: `${text.author.orcid} ${orcid}` }] : []),
      ...(github ? [{ href: sources.github(github), text: text.author.github }] : []),
      ...person.links.map(({ label, url }) => ({ href: url, text: label })),
    ].map((link) => ({ ...link, rel: strangers })),
    twins: twins.links,
    mending: buildMending(edition, page, person.file),
    ...(follow && { follow }),
  };
}

/** A spelling with the language of its script. */
function buildSpelling(text: string): Spelling {
  const lang = languageOf(text);
  return { text, ...(lang && { lang }) };
}

function buildCoauthors({ digest, routes }: Edition, person: Person): CoauthorsView {
  const counts = new Map<string, number>();
  for (const slug of person.papers) {
    const authors = new Set(digest.paperBySlug.get(slug)?.authors.map((author) => author.person));
    for (const id of authors) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  counts.delete(person.id);
  const all = [...counts]
    .flatMap(([id, papers]) => {
      const other = digest.personById.get(id);
      return other ? [{ other, papers }] : [];
    })
    .sort((a, b) => b.papers - a.papers || comparePeople(a.other, b.other));
  const rest = all.length - shownCoauthors;
  return {
    people: all.slice(0, shownCoauthors).map(({ other, papers }) => ({
      href: routes.author(other.id),
      text: other.name,
      count: count(papers, 'paper'),
    })),
    ...(rest > 0 && { more: text.linking.people.more(count(rest, 'person', 'people')) }),
  };
}

/** One plain sentence for search engines: the person and the newest titles. */
function describe({ digest }: Edition, person: Person): string {
  const titles = [...person.papers, ...person.summaries]
    .slice(0, 3)
    .flatMap((slug) => digest.paperBySlug.get(slug)?.title.plain ?? []);
  return titles.length > 0 ? `${person.name}: ${titles.join('; ')}` : person.name;
}
