import type { Edition } from '../digest/edition.ts';
import { hasOwnFiles } from '../digest/works.ts';
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

/** Every document: one a paper, issue, tag, category and person with more than one work, and those of the whole. */
export function listDocuments(edition: Edition): DocumentFile[] {
  const { digest, routes } = edition;
  const twin = (page: string, build: DocumentFile['build']) => ({
    address: routes.twin(page, 'json'),
    build,
  });
  return [
    { address: routes.digestJson(), build: () => buildDigestDocument(edition) },
    { address: routes.labels(), build: () => buildLabelsDocument(edition) },
    ...digest.papers.map((paper) =>
      twin(routes.paper(paper.slug), () => buildPaperDocument(edition, paper)),
    ),
    ...digest.issues.map((issue) =>
      twin(routes.issue(issue.id), () => buildIssueDocument(edition, issue)),
    ),
    ...digest.tags.map((tag) => twin(routes.tag(tag.id), () => buildTagDocument(edition, tag))),
    ...digest.categories.map((category) =>
      twin(routes.category(category.slug), () => buildCategoryDocument(edition, category)),
    ),
    ...digest.people
      .filter(hasOwnFiles)
      .map((person) => twin(routes.author(person.id), () => buildPersonDocument(edition, person))),
  ];
}
