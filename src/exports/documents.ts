import type { Edition } from '../digest/edition.ts';
import type { Category, Issue, Paper, Person, Tag } from '../digest/model.ts';
import { listWorks } from '../digest/works.ts';
import { buildBody } from './body.ts';
import {
  buildCategoryFacts,
  buildIssueFacts,
  buildPaperFacts,
  buildPersonFacts,
  buildTagFacts,
  listPaperFacts,
} from './facts.ts';
import { listLabels } from './labels.ts';
import { DOCUMENT_VERSION, type Document, type DocumentName } from './schemas.ts';
import { withTex } from './texts.ts';

/** Each kind of document, after its schema in `schemas.ts`. */

export function buildPaperDocument(edition: Edition, paper: Paper): Document<'paper'> {
  const summary = buildBody(edition, paper);
  return {
    ...buildHead(edition, 'paper'),
    paper: buildPaperFacts(edition, paper),
    ...withTex('abstract', paper.abstract),
    abstractByAuthors: paper.abstractByAuthors,
    ...(paper.assistance && withTex('assistance', paper.assistance)),
    notation: paper.notation.map(({ symbol, meaning }) => ({
      symbol,
      ...withTex('meaning', meaning),
    })),
    ...(summary && { summary }),
  };
}

export function buildIssueDocument(edition: Edition, issue: Issue): Document<'issue'> {
  const introduction = buildBody(edition, issue);
  return {
    ...buildHead(edition, 'issue'),
    issue: buildIssueFacts(edition, issue),
    ...(introduction && { introduction }),
    papers: listPaperFacts(edition, issue.papers),
  };
}

export function buildTagDocument(edition: Edition, tag: Tag): Document<'tag'> {
  return {
    ...buildHead(edition, 'tag'),
    tag: buildTagFacts(edition, tag),
    papers: listPaperFacts(edition, tag.papers),
  };
}

export function buildCategoryDocument(edition: Edition, category: Category): Document<'category'> {
  return {
    ...buildHead(edition, 'category'),
    category: buildCategoryFacts(edition, category),
    papers: listPaperFacts(edition, category.papers),
  };
}

export function buildPersonDocument(edition: Edition, person: Person): Document<'person'> {
  return {
    ...buildHead(edition, 'person'),
    person: buildPersonFacts(edition, person),
    papers: listPaperFacts(edition, listWorks(person)),
  };
}

export function buildDigestDocument(edition: Edition): Document<'digest'> {
  const { digest, routes } = edition;
  return {
    ...buildHead(edition, 'digest'),
    description: digest.site.description,
    labels: routes.absolute(routes.labels()),
    issues: digest.issues.map((issue) => buildIssueFacts(edition, issue)),
    papers: digest.papers.map((paper) => buildPaperFacts(edition, paper)),
    people: digest.people.map((person) => buildPersonFacts(edition, person)),
    tags: digest.tags.map((tag) => buildTagFacts(edition, tag)),
    categories: digest.categories.map((category) => buildCategoryFacts(edition, category)),
  };
}

export async function buildLabelsDocument(edition: Edition): Promise<Document<'labels'>> {
  return { ...buildHead(edition, 'labels'), labels: await listLabels(edition) };
}

/** One line of JSON. */
export function renderDocument(document: Document<DocumentName>): string {
  return `${JSON.stringify(document)}\n`;
}

function buildHead({ digest: { site }, routes }: Edition, name: DocumentName) {
  return {
    $schema: routes.absolute(routes.jsonSchema(name)),
    version: DOCUMENT_VERSION,
    digest: {
      name: site.name,
      address: routes.absolute(routes.home()),
      language: site.language,
      ...(site.licence && { licence: { name: site.licence.name, address: site.licence.url } }),
    },
  } as const;
}
