import type { Edition } from '../digest/edition.ts';
import { hasOwnFiles, listFacets } from '../digest/facets.ts';
import { findAt } from '../digest/found.ts';
import { listWorks } from '../digest/works.ts';

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
  const lists = [
    ...digest.papers.map(({ slug }) => ({ page: routes.paper(slug), slugs: [slug] })),
    ...digest.issues.map(({ id, papers }) => ({ page: routes.issue(id), slugs: papers })),
    { page: routes.papers(), slugs: digest.papers.map(({ slug }) => slug) },
  ];
  const own = listFacets(edition).filter((facet) => hasOwnFiles(edition, facet));
  return [
    ...lists.filter(({ slugs }) => slugs.length > 0),
    ...own.map(({ page, works }) => ({ page, slugs: works })),
  ].map(({ page, slugs }) => ({
    page,
    path: routes.twin(page, 'bib').slice(routes.base.length, -'.bib'.length),
    slugs,
  }));
}

/** The slugs of the papers on a page, by the path of its files as `listCited` has it. */
export function findCited({ digest, routes }: Edition, path: string): readonly string[] {
  const found = findAt(digest, path);
  if (found?.kind === 'papers') return [found.thing.slug];
  if (found?.kind === 'authors') return listWorks(found.thing);
  if (found) return found.thing.papers;
  if (routes.base + path + '.bib' !== routes.twin(routes.papers(), 'bib'))
    throw new Error(`Nothing is cited at ${path}.`);
  return digest.papers.map(({ slug }) => slug);
}
