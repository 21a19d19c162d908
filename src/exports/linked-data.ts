import type {
  BreadcrumbList,
  Graph,
  Periodical,
  ProfilePage,
  PublicationIssue,
  Review,
  ScholarlyArticle,
  Thing,
  WebPage,
  WebSite,
} from 'schema-dts';
import type { Edition } from '../digest/edition.ts';
import type { Issue, Name, Paper, Person } from '../digest/model.ts';
import { listSources } from '../digest/sources.ts';
import { arxivDoi, sources } from '../routes.ts';
import { text } from '../text.ts';
import { nameIssue } from '../views/issue-name.ts';

/**
 * What a page says of itself by https://schema.org, as JSON-LD. Everything has an `@id` that stays: an ORCID or a DOI where
 * it has one, else a fragment of its own page. All texts are plain.
 */
export function buildPaperData(edition: Edition, paper: Paper): Graph {
  const { routes, digest } = edition;
  const page = routes.absolute(routes.paper(paper.slug));
  const issue = digest.issueById.get(paper.issue);
  return graph(
    paper.body ? buildReview(edition, paper, page) : buildListing(edition, paper, page),
    buildBreadcrumbs(edition, [
      [text.nav.issues, routes.issues()],
      ...(issue ? [[nameIssue(issue), routes.issue(issue.id)] as Step] : []),
      [paper.title.plain, routes.paper(paper.slug)],
    ]),
  );
}

function buildReview(edition: Edition, paper: Paper, page: string): Review {
  const { site } = edition.digest;
  const [correction] = paper.corrections;
  const [before, after] = text.cite.summaryOf;
  const published = paper.summarised ?? paper.published;
  return {
    '@type': 'Review',
    '@id': reviewId(edition, paper),
    url: page,
    name: before + paper.title.plain + after,
    abstract: paper.tldr.plain,
    author: paper.writers.map((id) => buildPerson(edition, id)),
    // Who read it over; schema.org has no word for it that is nearer.
    ...(paper.reviewers.length > 0 && {
      contributor: paper.reviewers.map((id) => buildPerson(edition, id)),
    }),
    datePublished: published,
    dateModified: paper.withdrawn?.date ?? correction?.date ?? published,
    ...(paper.withdrawn && { creativeWorkStatus: text.paper.withdrawn }),
    ...(paper.corrections.length > 0 && {
      correction: paper.corrections.map(({ date, note }) => ({
        '@type': 'CorrectionComment' as const,
        datePublished: date,
        text: note.plain,
      })),
    }),
    inLanguage: site.language,
    ...(site.licence && { license: site.licence.url }),
    isPartOf: { '@id': issueId(edition, paper.issue) },
    itemReviewed: buildArticle(edition, paper),
  };
}

/** A paper that we have not reviewed: a page about it, which is no review. */
function buildListing(edition: Edition, paper: Paper, page: string): WebPage {
  const { site } = edition.digest;
  return {
    '@type': 'WebPage',
    '@id': `${page}#page`,
    url: page,
    name: paper.title.plain,
    inLanguage: site.language,
    isPartOf: { '@id': issueId(edition, paper.issue) },
    mainEntity: buildArticle(edition, paper),
  };
}

function buildArticle(edition: Edition, paper: Paper): ScholarlyArticle {
  const { arxiv, openreview } = paper;
  const doi = paper.doi ?? (arxiv && arxivDoi(arxiv.id));
  const places = listSources(paper).map(({ href }) => href);
  const sameAs = [...new Set([...places, ...(doi ? [sources.doi(doi)] : [])])];
  const identifiers = [
    ['arXiv', arxiv?.id],
    ['DOI', doi],
    ['OpenReview', openreview],
  ].flatMap(([propertyID, value]) =>
    propertyID && value ? [{ '@type': 'PropertyValue' as const, propertyID, value }] : [],
  );
  return {
    '@type': 'ScholarlyArticle',
    '@id': doi ? sources.doi(doi) : (places[0] ?? ''),
    name: paper.title.plain,
    author: paper.authors.map((name) => buildAuthor(edition, name)),
    datePublished: paper.published,
    ...(identifiers.length > 0 && { identifier: identifiers }),
    sameAs,
    ...(paper.venue && { isPartOf: { '@type': 'CreativeWork', name: paper.venue } }),
    ...(paper.abstractByAuthors && { abstract: paper.abstract.plain }),
  };
}

export function buildIssueData(edition: Edition, issue: Issue): Graph {
  const { digest, routes } = edition;
  const page = routes.absolute(routes.issue(issue.id));
  const agents = issue.editors.map((id) => buildPerson(edition, id));
  const editors = agents.filter((agent) => agent['@type'] === 'Person');
  const groups = agents.filter((agent) => agent['@type'] === 'Organization');
  const publication: PublicationIssue = {
    '@type': 'PublicationIssue',
    '@id': issueId(edition, issue.id),
    url: page,
    name: issue.title.plain,
    issueNumber: issue.id,
    datePublished: issue.date,
    // By schema.org, an editor is a person.
    ...(editors.length > 0 && { editor: editors }),
    ...(groups.length > 0 && { contributor: groups }),
    inLanguage: digest.site.language,
    ...(digest.site.licence && { license: digest.site.licence.url }),
    isPartOf: { '@id': homeId(edition, 'periodical') },
    hasPart: issue.papers.flatMap((slug): (Review | WebPage)[] => {
      const paper = digest.paperBySlug.get(slug);
      if (!paper) return [];
      const url = routes.absolute(routes.paper(slug));
      const name = paper.title.plain;
      return paper.body
        ? [{ '@type': 'Review', '@id': reviewId(edition, paper), url, name }]
        : [{ '@type': 'WebPage', '@id': `${url}#page`, url, name }];
    }),
  };
  return graph(
    publication,
    buildPeriodical(edition),
    buildBreadcrumbs(edition, [
      [text.nav.issues, routes.issues()],
      [nameIssue(issue), routes.issue(issue.id)],
    ]),
  );
}

export function buildAuthorData(edition: Edition, person: Person): Graph {
  const { routes } = edition;
  const path = routes.author(person.id);
  const page = routes.absolute(path);
  const { orcid, homepage, github, affiliation, names } = person;
  const sameAs = [
    ...(orcid ? [sources.orcid(orcid)] : []),
    ...(homepage ? [homepage] : []),
    ...(github ? [sources.github(github)] : []),
  ];
  const profile: ProfilePage = {
    '@type': 'ProfilePage',
    '@id': `${page}#page`,
    url: page,
    name: person.name,
    mainEntity: {
      ...buildPerson(edition, person.id),
      url: page,
      ...(names.length > 0 && { alternateName: names }),
      ...(affiliation &&
        !person.collective && { affiliation: { '@type': 'Organization', name: affiliation } }),
      ...(sameAs.length > 0 && { sameAs }),
    },
  };
  return graph(
    profile,
    buildBreadcrumbs(edition, [
      [text.nav.authors, routes.authors()],
      [person.name, path],
    ]),
  );
}

export function buildHomeData(edition: Edition): Graph {
  const { site } = edition.digest;
  const home = edition.routes.absolute(edition.routes.home());
  const website: WebSite = {
    '@type': 'WebSite',
    '@id': homeId(edition, 'site'),
    url: home,
    name: site.name,
    description: site.description,
    inLanguage: site.language,
    ...(site.licence && { license: site.licence.url }),
  };
  return graph(website, buildPeriodical(edition));
}

/** Of a page that lists things: where it stands. */
export function buildListData(edition: Edition, ...steps: Step[]): Graph {
  return graph(buildBreadcrumbs(edition, steps));
}

/** Of the page of statistics: what they are counted from. */
export function buildStatisticsData(edition: Edition): Graph {
  const { digest, routes } = edition;
  const { title, intro } = text.linking.statistics;
  const path = routes.statistics();
  const page: WebPage = {
    '@type': 'WebPage',
    '@id': `${routes.absolute(path)}#page`,
    url: routes.absolute(path),
    name: title,
    description: intro,
    inLanguage: digest.site.language,
    isPartOf: { '@id': homeId(edition, 'site') },
    isBasedOn: routes.absolute(routes.digestJson()),
  };
  return graph(page, buildBreadcrumbs(edition, [[title, path]]));
}

function buildPeriodical(edition: Edition): Periodical {
  const { site } = edition.digest;
  return {
    '@type': 'Periodical',
    '@id': homeId(edition, 'periodical'),
    url: edition.routes.absolute(edition.routes.home()),
    name: site.name,
    description: site.description,
    inLanguage: site.language,
  };
}

/** The name of a page and its address. */
type Step = [name: string, path: string];

function buildBreadcrumbs({ digest, routes }: Edition, steps: readonly Step[]): BreadcrumbList {
  const all: Step[] = [[digest.site.name, routes.home()], ...steps];
  return {
    '@type': 'BreadcrumbList',
    itemListElement: all.map(([name, path], index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name,
      item: routes.absolute(path),
    })),
  };
}

type Agent = { '@id': string; name: string } & (
  { '@type': 'Person' } | { '@type': 'Organization' }
);

/** As printed on the paper, whoever it is. */
function buildAuthor(edition: Edition, { name, person }: Name): Agent {
  return { ...buildPerson(edition, person), name };
}

function buildPerson({ digest, routes }: Edition, id: string): Agent {
  const person = digest.personById.get(id);
  return {
    '@type': person?.collective ? 'Organization' : 'Person',
    '@id': person?.orcid
      ? sources.orcid(person.orcid)
      : `${routes.absolute(routes.author(id))}#person`,
    name: person?.name ?? id,
  };
}

function reviewId({ routes }: Edition, { slug }: Paper): string {
  return `${routes.absolute(routes.paper(slug))}#summary`;
}

function issueId({ routes }: Edition, id: string): string {
  return `${routes.absolute(routes.issue(id))}#issue`;
}

function homeId({ routes }: Edition, part: 'site' | 'periodical'): string {
  return `${routes.absolute(routes.home())}#${part}`;
}

function graph(...things: Thing[]): Graph {
  return { '@context': 'https://schema.org', '@graph': things };
}

/** As the text of a script element, which ends at `</script`, wherever that stands: of JSON's texts nothing is left that is markup. */
export function renderData(data: object): string {
  return JSON.stringify(data).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
