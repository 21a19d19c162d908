import type { Edition } from '../digest/edition.ts';
import type { Category, Dated, Issue, Paper, Person, Tag } from '../digest/model.ts';
import { listSources } from '../digest/sources.ts';
import {
  facetOfCategory,
  facetOfPerson,
  facetOfTag,
  hasOwnFiles,
  type Facet,
} from '../digest/facets.ts';
import type { CategoryFacts, IssueFacts, PaperFacts, PersonFacts, TagFacts } from './schemas.ts';
import { withTex } from './texts.ts';

/** What is known of each thing, as documents have it. What a field means stands in `schemas.ts`. */

export function buildPaperFacts(edition: Edition, paper: Paper): PaperFacts {
  return {
    slug: paper.slug,
    id: paper.id,
    ...withTex('title', paper.title),
    ...addressesOf(edition, edition.routes.paper(paper.slug)),
    issue: paper.issue,
    authors: paper.authors.map(({ name, given, family, suffix, person, affiliation }) => ({
      name,
      given,
      family,
      ...(suffix && { suffix }),
      person,
      ...(affiliation && { affiliation }),
    })),
    organisations: [...paper.organisations],
    ...(paper.venue && { venue: paper.venue }),
    published: paper.published,
    sources: listSources(paper).map(({ kind, id, href }) => ({ kind, id, address: href })),
    links: { ...paper.links },
    categories: [...paper.categories],
    tags: [...paper.tags],
    ...withTex('tldr', paper.tldr),
    ...(paper.score && { score: { ...paper.score } }),
    ...(paper.summarised && { summarised: paper.summarised }),
    writers: namePeople(edition, paper.writers),
    reviewers: namePeople(edition, paper.reviewers),
    ...(paper.summarisedIn && { summarisedIn: paper.summarisedIn }),
    covers: [...paper.covers],
    citations: [...paper.citations],
    mentionedBy: paper.mentionedBy.map((other) => other.slug),
    corrections: paper.corrections.map(buildDated),
    ...(paper.withdrawn && { withdrawn: buildDated(paper.withdrawn) }),
  };
}

export function listPaperFacts(edition: Edition, slugs: readonly string[]): PaperFacts[] {
  return slugs.flatMap((slug) => {
    const paper = edition.digest.paperBySlug.get(slug);
    return paper ? [buildPaperFacts(edition, paper)] : [];
  });
}

export function buildIssueFacts(edition: Edition, issue: Issue): IssueFacts {
  return {
    id: issue.id,
    ...withTex('title', issue.title),
    ...addressesOf(edition, edition.routes.issue(issue.id)),
    date: issue.date,
    ...(issue.month && { month: issue.month }),
    editors: namePeople(edition, issue.editors),
    writers: namePeople(edition, issue.writers),
    papers: [...issue.papers],
  };
}

export function buildPersonFacts(edition: Edition, person: Person): PersonFacts {
  const { routes } = edition;
  return {
    id: person.id,
    name: person.name,
    given: person.given,
    family: person.family,
    ...(person.suffix && { suffix: person.suffix }),
    names: [...person.names],
    collective: person.collective,
    ...addressesOfFacet(edition, facetOfPerson(routes, person)),
    ...(person.affiliation && { affiliation: person.affiliation }),
    ...(person.orcid && { orcid: person.orcid }),
    ...(person.homepage && { homepage: person.homepage }),
    ...(person.github && { github: person.github }),
    links: person.links.map(({ label, url }) => ({ label, address: url })),
    ...(person.bio && withTex('bio', person.bio)),
    papers: [...person.papers],
    summaries: [...person.summaries],
    reviews: [...person.reviews],
    issues: [...person.issues],
  };
}

export function buildTagFacts(edition: Edition, tag: Tag): TagFacts {
  const { id, label, description, papers } = tag;
  const addresses = addressesOfFacet(edition, facetOfTag(edition.routes, tag));
  return { id, label, description, ...addresses, papers: [...papers] };
}

export function buildCategoryFacts(edition: Edition, category: Category): CategoryFacts {
  const { id, label, papers } = category;
  const addresses = addressesOfFacet(edition, facetOfCategory(edition.routes, category));
  return { id, label, ...addresses, papers: [...papers] };
}

/** A page and its twins in full. */
function addressesOf({ routes }: Edition, page: string) {
  return {
    address: routes.absolute(page),
    markdown: routes.absolute(routes.twin(page, 'md')),
    json: routes.absolute(routes.twin(page, 'json')),
  };
}

function addressesOfFacet(edition: Edition, facet: Facet): { address: string; json?: string } {
  const { address, json } = addressesOf(edition, facet.page);
  return { address, ...(hasOwnFiles(edition, facet) && { json }) };
}

function namePeople({ digest }: Edition, ids: readonly string[]): { id: string; name: string }[] {
  return ids.map((id) => ({ id, name: digest.personById.get(id)?.name ?? id }));
}

function buildDated({ date, note }: Dated) {
  return { date, ...withTex('note', note) };
}
