import { renderText } from '../body/rendering/text.ts';
import type { FootnoteDefinition, Node, Tree } from '../body/tree.ts';
import type { Edition } from '../digest/edition.ts';
import type { Paper } from '../digest/model.ts';
import { nameIssue } from '../views/issue-name.ts';
import { listAliases } from './aliases.ts';
import { BETWEEN_AUTHORS, joinValue, type FilterName } from './filters.ts';

/** A paper as it is searched. Everything is plain text. */
export type SearchRecord = {
  /** Address of its page, from the base path on. */
  url: string;
  /** Shown with a result, and searched. */
  meta: {
    title: string;
    authors: string;
    issue: string;
    tags: string;
    aliases: string;
    /** Where it is not that of its address, by which the reader's own list knows it; else empty. */
    id: string;
  };
  /** What results can be narrowed by, each value as `joinValue` makes it. */
  filters: Record<FilterName, string[]>;
  /** The day that it is sorted by. */
  date: string;
  /** Searched first of its texts: the sentence that says it all. */
  tldr: string;
  /** Its other texts, in paragraphs: the abstract without an id, then each section with the id and words of its heading. */
  sections: { id?: string; heading?: string; paragraphs: string[] }[];
};

/** What a record shows besides the text of its paper: with this and the tree of the paper it is told whole. */
export type RecordHead = Omit<SearchRecord, 'meta' | 'sections'> & {
  meta: Omit<SearchRecord['meta'], 'aliases'>;
  abstract: string;
  /** Other names of its people. */
  names: string[];
  /** Whence it comes, by which somebody may remember it. */
  origins: string[];
};

/** Every paper of the digest, newest first. Displayed formulas, which no excerpt could set, have a search of their own. */
export function buildRecords(edition: Edition): SearchRecord[] {
  return edition.digest.papers.map((paper) =>
    completeRecord(buildHead(edition, paper), edition.treeOf(paper)),
  );
}

/** Reads no tree. */
export function buildHead({ digest, routes }: Edition, paper: Paper): RecordHead {
  const issue = digest.issueById.get(paper.issue);
  const people = [...new Set([...paper.authors.map(({ person }) => person), ...paper.writers])];
  const known = people.flatMap((id) => digest.personById.get(id) ?? []);
  const tags = paper.tags.flatMap((id) => digest.tagById.get(id) ?? []);
  const categories = paper.categories.flatMap((id) => digest.categoryById.get(id) ?? []);
  const month = issue && [joinValue(issue.month ?? issue.id, nameIssue(issue))];
  const printed = new Set(paper.authors.map(({ name }) => name));
  return {
    url: routes.paper(paper.slug),
    meta: {
      title: paper.title.plain,
      authors: paper.authors.map(({ name }) => name).join(BETWEEN_AUTHORS),
      issue: issue ? nameIssue(issue) : '',
      tags: tags.flatMap(({ label, aliases }) => [label, ...aliases]).join(', '),
      // Never left out: Pagefind numbers the fields that an index has, and only those of a kind can be joined.
      id: paper.id === paper.slug ? '' : paper.id,
    },
    filters: {
      tag: tags.map(({ id, label }) => joinValue(id, label)),
      category: categories.map(({ id, slug }) => joinValue(slug, id)),
      month: month ?? [],
      person: known.map(({ id, name }) => joinValue(id, name)),
    },
    date: paper.day,
    tldr: paper.tldr.plain,
    abstract: paper.abstract.plain,
    names: known
      .flatMap(({ name, names }) => [name, ...names])
      .filter((name) => !printed.has(name)),
    origins: listOrigins(paper),
  };
}

export function completeRecord(
  { abstract, names, origins, ...head }: RecordHead,
  tree: Tree | undefined,
): SearchRecord {
  const { title, authors } = head.meta;
  const texts = [
    title,
    head.tldr,
    abstract,
    authors,
    ...names,
    ...(tree ? [renderText(tree)] : []),
  ];
  const aliases = [...listAliases(texts.join('\n')), ...names, ...origins].join(' ');
  return {
    ...head,
    meta: { ...head.meta, aliases },
    sections: [{ paragraphs: [abstract] }, ...(tree ? splitSections(tree) : [])],
  };
}

function listOrigins({ authors, organisations, venue, arxiv, doi, openreview }: Paper): string[] {
  const affiliations = authors.map(({ affiliation }) => affiliation);
  const origins = [...organisations, ...affiliations, venue, arxiv?.id, doi, openreview];
  return [...new Set(origins.filter((origin) => origin !== undefined))];
}

/** A body by its headings of the second depth, with all footnotes at the end of the last. */
function splitSections(tree: Tree): SearchRecord['sections'] {
  const sections: { id?: string; heading?: string; nodes: Node[] }[] = [{ nodes: [] }];
  const notes: FootnoteDefinition[] = [];
  for (const node of withoutDisplays(tree.children)) {
    if (node.type === 'footnoteDefinition') notes.push(node);
    else if (node.type === 'heading' && node.depth === 2) {
      const heading = renderText({ ...tree, children: [node] });
      sections.push({ id: node.id, heading, nodes: [] });
    } else sections.at(-1)?.nodes.push(node);
  }
  sections.at(-1)?.nodes.push(...notes.flatMap(({ children }) => children));
  return sections
    .map(({ nodes, ...section }) => {
      const text = renderText({ ...tree, children: nodes });
      const paragraphs = text.split('\n\n').map((one) => one.replace(/\s+/g, ' ').trim());
      return { ...section, paragraphs: paragraphs.filter((one) => one !== '') };
    })
    .filter(({ heading, paragraphs }) => heading !== undefined || paragraphs.length > 0);
}

function withoutDisplays(nodes: readonly Node[]): Node[] {
  return nodes
    .filter(({ type }) => type !== 'formula')
    .map((node) =>
      'children' in node ? ({ ...node, children: withoutDisplays(node.children) } as Node) : node,
    );
}
