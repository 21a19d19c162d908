import type { Edition } from '../digest/edition.ts';
import { facetOfPerson } from '../digest/facets.ts';
import type { Person } from '../digest/model.ts';
import { findNamesakes } from '../digest/namesakes.ts';
import { comparePeople } from '../digest/people.ts';
import { languageOf } from '../digest/scripts.ts';
import { buildAuthorData } from '../exports/linked-data.ts';
import { sources, strangers } from '../routes.ts';
import { count, text } from '../text.ts';
import { buildFollowing } from './following.ts';
import { buildIssueCard, type IssueCard } from './issue.ts';
import { buildMending } from './mending.ts';
import { buildNarrowing, type Narrowing } from './narrowing.ts';
import type { Page, TextLink, TitleLink } from './page.ts';
import { buildTitleLink } from './paper.ts';
import { renderText } from './rendering.ts';
import { buildYears, type YearOfRows } from './row.ts';
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

export function buildAuthor(edition: Edition, person: Person): AuthorView {
  const { digest, routes } = edition;
  const { orcid, homepage, github } = person;
  const facet = facetOfPerson(routes, person);
  const path = facet.page;
  const twins = buildTwinsOfFacet(edition, facet);
  const { follow, alternates } = buildFollowing(edition, 'person', facet, person.name);
  const page: Page = {
    title: person.name,
    description: describe(edition, person),
    path,
    kind: 'profile',
    sharing: {
      src: routes.sharing('authors', person.id),
      alt: text.sharing(person.name, digest.site.name),
    },
    alternates: [...alternates, ...twins.alternates],
    linkedData: buildAuthorData(edition, person),
  };
  const namesakes = findNamesakes(digest, person);
  const lang = languageOf(person.name);
  const narrowing = buildNarrowing(edition, person.papers);
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
    ...(narrowing && { narrowing }),
    years: buildYears(edition, person.papers),
    summaries: person.summaries
      .map((slug) => buildTitleLink(edition, slug))
      .filter((link) => link !== undefined),
    issues: person.issues.flatMap((id) => {
      const issue = digest.issueById.get(id);
      return issue ? [buildIssueCard(edition, issue)] : [];
    }),
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
