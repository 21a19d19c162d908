import type { Edition } from '../digest/edition.ts';
import { findAt } from '../digest/found.ts';
import { hasOwnFiles, listFacets } from '../digest/facets.ts';
import {
  buildCategoryDocument,
  buildDigestDocument,
  buildIssueDocument,
  buildLabelsDocument,
  buildPaperDocument,
  buildPersonDocument,
  buildTagDocument,
} from './documents.ts';
import type { Document, DocumentName } from './schemas.ts';

/** The paths of all documents, from the base path on: one a paper, issue and facet with files of its own, and those of the whole. */
export function listDocuments(edition: Edition): string[] {
  const { digest, routes } = edition;
  const pages = [
    ...digest.papers.map(({ slug }) => routes.paper(slug)),
    ...digest.issues.map(({ id }) => routes.issue(id)),
    ...listFacets(edition)
      .filter((facet) => hasOwnFiles(edition, facet))
      .map(({ page }) => page),
  ];
  const twins = pages.map((page) => routes.twin(page, 'json'));
  return [routes.digestJson(), routes.labels(), ...twins].map((address) =>
    address.slice(routes.base.length),
  );
}

/** @param path as `listDocuments` has it */
export async function buildDocument(
  edition: Edition,
  path: string,
): Promise<Document<DocumentName>> {
  const { digest, routes } = edition;
  if (routes.base + path === routes.digestJson()) return buildDigestDocument(edition);
  if (routes.base + path === routes.labels()) return await buildLabelsDocument(edition);
  const found = findAt(digest, path.slice(0, -'.json'.length));
  switch (found?.kind) {
    case 'papers':
      return buildPaperDocument(edition, found.thing);
    case 'issues':
      return buildIssueDocument(edition, found.thing);
    case 'tags':
      return buildTagDocument(edition, found.thing);
    case 'categories':
      return buildCategoryDocument(edition, found.thing);
    case 'authors':
      return buildPersonDocument(edition, found.thing);
    default:
      throw new Error(`There is no document ${path}.`);
  }
}
