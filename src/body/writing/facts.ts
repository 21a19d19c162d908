import type { BodyFacts, Node, Tree } from '../tree.ts';

type TreeFacts = Pick<
  BodyFacts,
  'anchors' | 'equations' | 'words' | 'formulas' | 'weights' | 'claims'
>;

/** What can be read off a finished tree. */
export function buildTreeFacts(tree: Tree): TreeFacts {
  const anchors = listAnchors(tree.children);
  const facts: TreeFacts = {
    anchors,
    equations: [],
    words: 0,
    formulas: 0,
    weights: { maths: [], prose: [] },
    claims: 0,
  };
  for (const node of tree.children) count(node, facts);
  for (const node of tree.children) weigh(node, facts.weights);
  return facts;
}

/** What an address can name in a text: its headings and its labels, in order. */
function listAnchors(nodes: readonly Node[]): string[] {
  return nodes.flatMap((node) => {
    const own = 'id' in node && node.type !== 'reference' ? [node.id ?? []].flat() : [];
    return 'children' in node ? [...own, ...listAnchors(node.children)] : own;
  });
}

function count(node: Node, facts: TreeFacts): void {
  if (node.type === 'text' || node.type === 'inlineCode') facts.words += countWords(node.value);
  else if (node.type === 'formula' || node.type === 'inlineFormula') {
    facts.formulas += 1;
    if (node.type === 'formula' && node.id !== undefined && node.number !== undefined) {
      facts.equations.push({ id: node.id, number: node.number, tex: node.tex });
    }
  }
  if (node.type === 'component' && node.name === 'Claim') facts.claims += 1;
  if ('children' in node) for (const child of node.children) count(child, facts);
}

/** Runs of letters and digits, joined by apostrophes and hyphens; where a script has no spaces, each letter. */
function countWords(text: string): number {
  const words =
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{N}\p{M}]+(?:[’'.,-][\p{L}\p{N}\p{M}]+)*/gu;
  return text.match(words)?.length ?? 0;
}

/** Paragraphs and displayed formulas in reading order; captions, tables and footnotes are beside it. */
function weigh(node: Node, weights: TreeFacts['weights']): void {
  const add = (maths: number, prose: number) => {
    weights.maths.push(maths);
    weights.prose.push(prose);
  };
  if (node.type === 'formula') add(node.tex.length, 0);
  else if (node.type === 'paragraph') {
    const weight = { maths: 0, prose: 0 };
    weighInline(node, weight);
    if (weight.maths + weight.prose > 0) add(weight.maths, weight.prose);
  } else if (
    'children' in node &&
    node.type !== 'heading' &&
    node.type !== 'table' &&
    node.type !== 'footnoteDefinition' &&
    !(node.type === 'element' && node.name === 'table') &&
    !(node.type === 'component' && node.number !== undefined)
  ) {
    for (const child of node.children) weigh(child, weights);
  }
}

function weighInline(node: Node, weight: { maths: number; prose: number }): void {
  if (node.type === 'inlineFormula') weight.maths += node.tex.length;
  else if (node.type === 'text' || node.type === 'inlineCode') weight.prose += node.value.length;
  if ('children' in node) for (const child of node.children) weighInline(child, weight);
}
