import type { Node } from '../body/tree.ts';
import type { Edition } from '../digest/edition.ts';
import type { Issue, Paper } from '../digest/model.ts';
import { pageOf } from '../digest/resolve.ts';
import { sharePapers } from '../digest/share-issues.ts';
import { captionOf, kindOf, walk } from './body.ts';
import type { Document } from './schemas.ts';
import { plainOf } from './texts.ts';

export type Label = Document<'labels'>['labels'][number];

/** Everything in the texts of the digest that has an address of its own: of papers, newest first, then of introductions. */
export async function listLabels(edition: Edition): Promise<Label[]> {
  const { papers, issues } = edition.digest;
  const ofPapers = await sharePapers(edition, 'labels', (own, paper) =>
    listOwn(own, paper, { paper: paper.slug }),
  );
  return [
    ...papers.flatMap(({ slug }) => ofPapers.get(slug) ?? []),
    ...issues.flatMap((issue) => listOwn(edition, issue, { issue: issue.id })),
  ];
}

function listOwn(
  edition: Edition,
  entry: Paper | Issue,
  owner: Pick<Label, 'paper' | 'issue'>,
): Label[] {
  const tree = edition.treeOf(entry);
  if (!tree) return [];
  const page = edition.routes.absolute(pageOf(edition, entry));
  const prefix = page.slice(page.indexOf('#') + 1);
  return [...walk(tree)].flatMap((node) => {
    const label = describe(node);
    if (!label || !('id' in node)) return [];
    return [{ id: prefix + node.id, address: page + node.id, ...owner, ...label }];
  });
}

/** What a node is that may have an id; undefined for any other. */
function describe(node: Node): Pick<Label, 'kind' | 'number' | 'title' | 'tex'> | undefined {
  if (node.type === 'heading') return { kind: 'section', title: plainOf(node.children) };
  if (node.type === 'formula') return { kind: 'equation', ...numberOf(node), tex: node.tex };
  const kind = kindOf(node);
  if (node.type !== 'component' || kind === undefined) return undefined;
  const title = captionOf(node);
  return {
    kind: kind === 'table' ? 'table' : 'figure',
    ...numberOf(node),
    ...(title && { title }),
  };
}

function numberOf({ number }: { number?: string | number }): { number?: string } {
  return number === undefined ? {} : { number: String(number) };
}
