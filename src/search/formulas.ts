import { searchForm } from '../body/formulas/search-form.ts';
import type { Node } from '../body/tree.ts';
import type { Edition } from '../digest/edition.ts';
import type { Paper } from '../digest/model.ts';
import { sharePapers } from '../digest/share-papers.ts';

/** Every formula of the digest with its place, as JSON that a browser searches. Newest paper first. */
export type FormulaIndex = { papers: PaperOfFormulas[] };

/** The formulas of one paper, each once, in reading order under the nearest anchor before it. */
export type PaperOfFormulas = {
  href: string;
  /** Plain. */
  title: string;
  /** The TeX under each section's id; empty for what stands before the first. */
  sections: [anchor: string, ...formulas: string[]][];
  /** Those that have an address of their own, with their number if they have one. */
  labelled: [anchor: string, number: string, tex: string][];
};

export async function buildFormulaIndex(edition: Edition): Promise<FormulaIndex> {
  const bySlug = await sharePapers(edition, 'search-formulas', (own, paper): PaperOfFormulas => {
    const href = own.routes.paper(paper.slug);
    return { href, title: paper.title.plain, ...collect(own, paper) };
  });
  const papers = edition.digest.papers.flatMap(({ slug }) => bySlug.get(slug) ?? []);
  return {
    papers: papers.filter(({ sections, labelled }) => sections.length + labelled.length > 0),
  };
}

function collect(edition: Edition, paper: Paper): Pick<PaperOfFormulas, 'sections' | 'labelled'> {
  const body = edition.treeOf(paper)?.children ?? [];
  const labelled = new Map(listLabelled(body).map((one) => [one[2], one]));
  const seen = new Set<string>();
  const sections: PaperOfFormulas['sections'] = [['']];
  const add = (tex: string) => {
    // A letter by itself is found by searching the text for its name.
    if (labelled.has(tex) || seen.has(tex) || Array.from(searchForm(tex)).length < 2) return;
    seen.add(tex);
    sections.at(-1)?.push(tex);
  };
  const walk = (nodes: readonly Node[], isTop: boolean) => {
    for (const node of nodes) {
      if (isTop && node.type === 'heading' && node.depth === 2) sections.push([node.id]);
      if (node.type === 'formula' || node.type === 'inlineFormula') add(node.tex);
      if ('children' in node) walk(node.children, false);
    }
  };
  for (const { tree } of [paper.title, paper.tldr]) walk(tree.children, false);
  // The abstract stands on the page of a listing alone.
  if (!paper.body) walk(paper.abstract.tree.children, false);
  walk(body, true);
  return {
    sections: sections.filter(({ length }) => length > 1),
    labelled: [...labelled.values()],
  };
}

function listLabelled(nodes: readonly Node[]): PaperOfFormulas['labelled'] {
  return nodes.flatMap((node): PaperOfFormulas['labelled'] => {
    if (node.type === 'formula' && node.id !== undefined)
      return [[node.id, node.number ?? '', node.tex]];
    return 'children' in node ? listLabelled(node.children) : [];
  });
}
