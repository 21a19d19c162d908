import type { Edition } from '../digest/edition.ts';
import { facetOfCategory, facetOfPerson, facetOfTag, hasOwnFiles } from '../digest/facets.ts';

/** A page with papers on it, and their slugs in its order: what is written for it as one file of references. */
export type CitedList = {
  /** Address of the page. */
  page: string;
  /** That of its files without their endings, from the base path on, `papers/titans`. */
  path: string;
  slugs: readonly string[];
};

/** Every page that has its references as files: each paper, issue and facet with files of its own, and all; none of pages and issues where nothing is cited. */
export function listCited(edition: Edition): CitedList[] {
  const { digest, routes } = edition;
  const facets = [
    ...digest.tags.map((tag) => facetOfTag(routes, tag)),
    ...digest.categories.map((category) => facetOfCategory(routes, category)),
    ...digest.people.map((person) => facetOfPerson(routes, person)),
  ];
  const lists = [
    ...digest.papers.map(({ slug }) => ({ page: routes.paper(slug), slugs: [slug] })),
    ...digest.issues.map(({ id, papers }) => ({ page: routes.issue(id), slugs: papers })),
    { page: routes.papers(), slugs: digest.papers.map(({ slug }) => slug) },
  ];
  const own = facets.filter((facet) => hasOwnFiles(edition, facet));
  return [
    ...lists.filter(({ slugs }) => slugs.length > 0),
    ...own.map(({ page, works }) => ({ page, slugs: works })),
  ].map(({ page, slugs }) => ({
    page,
    path: routes.twin(page, 'bib').slice(routes.base.length, -'.bib'.length),
    slugs,
  }));
}
