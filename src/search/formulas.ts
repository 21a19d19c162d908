import { searchForm } from '../body/formulas/search-form.ts';
import type { Node } from '../body/tree.ts';
import type { Edition } from '../digest/edition.ts';
import type { Paper } from '../digest/model.ts';
import { sharePapers } from '../digest/share-issues.ts';
import { packPieces, piecesOf } from './pieces.ts';

/**
 * Where the formulas are, as JSON that a browser reads first: parts of a thousand papers, newest part first, each with
 * the pieces that stand in it.
 */
export type FormulaDirectory = { parts: { address: string; pieces: string }[] };

/** The formulas of a part with their places, newest paper first. */
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

/** Papers of a part. They are counted from the oldest on, so that what is full hardly changes again. */
const PART = 1000;

/** The numbers of the parts, newest first; the oldest is 1. */
export function listFormulaParts({ digest }: Edition): number[] {
  const parts = Math.max(1, Math.ceil(digest.papers.length / PART));
  return Array.from({ length: parts }, (_, index) => parts - index);
}

export async function buildFormulaIndex(edition: Edition, part: number): Promise<FormulaIndex> {
  const bySlug = await sharePapers(edition, 'search-formulas', (own, paper): PaperOfFormulas => {
    const href = own.routes.paper(paper.slug);
    return { href, title: paper.title.plain, ...collect(own, paper) };
  });
  return {
    papers: slugsOf(edition, part)
      .flatMap((slug) => bySlug.get(slug) ?? [])
      .filter(({ sections, labelled }) => sections.length + labelled.length > 0),
  };
}

export async function buildFormulaDirectory(edition: Edition): Promise<FormulaDirectory> {
  const bySlug = await sharePapers(edition, 'search-pieces', listPieces);
  return {
    parts: listFormulaParts(edition).map((part) => {
      const pieces = new Set(slugsOf(edition, part).flatMap((slug) => bySlug.get(slug) ?? []));
      return { address: edition.routes.searchFormulasOf(part), pieces: packPieces(pieces) };
    }),
  };
}

/** Slugs of the papers of a part, newest first. */
function slugsOf({ digest }: Edition, part: number): string[] {
  const { papers } = digest;
  const [from, to] = [papers.length - part * PART, papers.length - (part - 1) * PART];
  return papers.slice(Math.max(0, from), to).map(({ slug }) => slug);
}

function listPieces(edition: Edition, paper: Paper): string[] {
  const { sections, labelled } = collect(edition, paper);
  const formulas = [...sections.flatMap(([, ...own]) => own), ...labelled.map(([, , tex]) => tex)];
  return [...new Set(formulas.flatMap((tex) => [...piecesOf(searchForm(tex))]))];
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
