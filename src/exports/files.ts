import type { Edition } from '../digest/edition.ts';
import {
  facetOfCategory,
  facetOfPerson,
  facetOfTag,
  hasOwnFiles,
  type Facet,
} from '../digest/facets.ts';
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

/** A document of the site by its address; it is built when it is written. */
export type DocumentFile = { address: string; build: () => Document<DocumentName> };

/** Every document: one a paper, issue and facet with files of its own, and those of the whole. */
export function listDocuments(edition: Edition): DocumentFile[] {
  const { digest, routes } = edition;
  const twin = (page: string, build: DocumentFile['build']) => ({
    address: routes.twin(page, 'json'),
    build,
  });
  const ofFacet = (facet: Facet, build: DocumentFile['build']) =>
    hasOwnFiles(edition, facet) ? [twin(facet.page, build)] : [];
  return [
    { address: routes.digestJson(), build: () => buildDigestDocument(edition) },
    { address: routes.labels(), build: () => buildLabelsDocument(edition) },
    ...digest.papers.map((paper) =>
      twin(routes.paper(paper.slug), () => buildPaperDocument(edition, paper)),
    ),
    ...digest.issues.map((issue) =>
      twin(routes.issue(issue.id), () => buildIssueDocument(edition, issue)),
    ),
    ...digest.tags.flatMap((tag) =>
      ofFacet(facetOfTag(routes, tag), () => buildTagDocument(edition, tag)),
    ),
    ...digest.categories.flatMap((category) =>
      ofFacet(facetOfCategory(routes, category), () => buildCategoryDocument(edition, category)),
    ),
    ...digest.people.flatMap((person) =>
      ofFacet(facetOfPerson(routes, person), () => buildPersonDocument(edition, person)),
    ),
  ];
}
