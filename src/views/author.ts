import type { Edition } from '../digest/edition.ts';
import type { Person } from '../digest/model.ts';
import { sources, strangers } from '../routes.ts';
import { text } from '../text.ts';
import { buildIssueCard, type IssueCard } from './issue.ts';
import { buildMending } from './mending.ts';
import { buildNarrowing, type Narrowing } from './narrowing.ts';
import type { Page, TextLink, TitleLink } from './page.ts';
import { buildTitleLink } from './paper.ts';
import { renderText } from './rendering.ts';
import { buildYears, type YearOfRows } from './row.ts';

export type AuthorView = {
  page: Page;
  kicker?: string;
  name: string;
  affiliation?: string;
  bioHtml?: string;
  alsoAs: readonly string[];
  links: TextLink[];
  /** Of their papers; absent where a look shows them all. */
  narrowing?: Narrowing;
  years: YearOfRows[];
  summaries: TitleLink[];
  issues: IssueCard[];
  mending: TextLink[];
};

export function buildAuthor(edition: Edition, person: Person): AuthorView {
  const { digest, routes } = edition;
  const { orcid, homepage, github } = person;
  const page: Page = {
    title: person.name,
    description: describe(edition, person),
    path: routes.author(person.id),
    kind: 'profile',
    sharing: {
      src: routes.sharing('authors', person.id),
      alt: text.sharing(person.name, digest.site.name),
    },
  };
  const narrowing = buildNarrowing(edition, person.papers);
  return {
    page,
    ...(person.collective && { kicker: text.author.group }),
    name: person.name,
    ...(person.affiliation && { affiliation: person.affiliation }),
    ...(person.bio && { bioHtml: renderText(person.bio) }),
    alsoAs: person.names,
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
    mending: buildMending(edition, page, person.file),
  };
}

/** One plain sentence for search engines: the person and the newest titles. */
function describe({ digest }: Edition, person: Person): string {
  const titles = [...person.papers, ...person.summaries]
    .slice(0, 3)
    .flatMap((slug) => digest.paperBySlug.get(slug)?.title.plain ?? []);
  return titles.length > 0 ? `${person.name}: ${titles.join('; ')}` : person.name;
}
