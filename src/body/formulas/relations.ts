import katex from 'katex';

/** What is read of the nodes of KaTeX's built tree (https://github.com/KaTeX/KaTeX, src/domTree.ts); em. */
export type BuiltNode = {
  classes: string[];
  style: Record<string, string | undefined>;
  height: number;
  depth: number;
  children?: BuiltNode[];
  text?: string;
  /** Of signs alone. */
  width?: number;
  toMarkup(): string;
};

const MAX_PARTS = 12;

/** Narrower spaces are between the things of one statement. */
const WIDE_SPACE = 1;

/**
 * How far the lines of a statement stand in behind its first, em, as the stylesheet has it. A left side that is
 * narrower keeps its relation: a break behind it would gain nothing.
 */
const HANG = 1.5;

/** The advance of a space of KaTeX's main face, em: in a gap it is taken off. */
const SPACE = 0.25;

/**
 * Lets a displayed formula break on a narrow screen: between its statements, at `\quad` and `\qquad`, and in a
 * statement before its relations. Works on what KaTeX built, so glyphs and spaces are the same ones, and only the
 * boxes around them are others: a `formula-clause` for a statement, in it a `formula-part` from relation to relation.
 * What stands in brackets, in an environment or in `\left` … `\right` stays whole; so does a formula with one part.
 *
 * @param tree what KaTeX built of a displayed formula; changed in place
 */
export function splitDisplay(tree: BuiltNode): void {
  const html = find(tree, 'katex-html');
  const bases = html?.children ?? [];
  // A formula with lines or a tag of its own.
  if (!html || bases.some(({ classes }) => !classes.includes('katex-base'))) return;
  const clauses = splitNodes(
    bases.flatMap(({ children = [] }) => children.filter((node) => !is(node, 'katex-strut'))),
  );
  if (clauses.length === 1 && clauses[0]?.parts.length === 1) return;
  html.children = clauses.flatMap(({ parts, gap }) => {
    const boxes = parts.map((nodes) =>
      buildSpan(['katex-base', 'formula-part'], [buildStrut(nodes), ...nodes]),
    );
    const clause = buildSpan(['formula-clause'], boxes);
    return gap === 0 ? [clause] : [clause, buildGap(gap)];
  });
}

/** A statement, and the width of the space behind it, em. */
type Clause = { parts: BuiltNode[][]; gap: number };

function splitNodes(nodes: readonly BuiltNode[]): Clause[] {
  let clause: Clause = { parts: [[]], gap: 0 };
  const clauses = [clause];
  let depth = 0;
  let count = 1;
  /** The sign before, spaces not counted. */
  let before: BuiltNode | undefined;
  for (const node of nodes) {
    const part = clause.parts.at(-1) ?? [];
    if (is(node, 'mspace')) {
      const width = Number.parseFloat(node.style['marginRight'] ?? '0');
      if (depth === 0 && before && count < MAX_PARTS && width >= WIDE_SPACE) {
        clause.gap += width;
        before = undefined;
        count += 1;
      } else if (clause.gap > 0) clause.gap += width;
      else part.push(node);
      continue;
    }
    if (clause.gap > 0) {
      clause = { parts: [[node]], gap: 0 };
      clauses.push(clause);
    } else if (depth === 0 && count < MAX_PARTS && mayBreak(clause, before, node)) {
      clause.parts.push([...takeSpaces(part), node]);
      count += 1;
    } else part.push(node);
    if (is(node, 'mopen')) depth += 1;
    if (is(node, 'mclose')) depth -= 1;
    before = node;
  }
  return clauses;
}

function mayBreak({ parts }: Clause, before: BuiltNode | undefined, node: BuiltNode): boolean {
  if (!before || !isRelation(node) || isRelation(before)) return false;
  return parts.length > 1 || widthOf(parts[0] ?? []) > HANG;
}

/** The width that nodes take at least, em. */
function widthOf(nodes: readonly BuiltNode[]): number {
  return nodes.reduce((sum, node) => {
    const inner = node.children?.map((child) => widthOf([child])) ?? [node.width ?? 0];
    const stacked = /^vlist/.test(node.classes[0] ?? '');
    const width = stacked ? Math.max(0, ...inner) : inner.reduce((all, one) => all + one, 0);
    // The smallest size of an index.
    const scale = is(node, 'katex-sizing') ? 0.5 : 1;
    return sum + width * scale;
  }, 0);
}

/** The space before a relation goes over with it: nothing hangs behind the end of a line. */
function takeSpaces(part: BuiltNode[]): BuiltNode[] {
  let from = part.length;
  while (from > 0 && part[from - 1] && is(part[from - 1] as BuiltNode, 'mspace')) from -= 1;
  return part.splice(from);
}

function isRelation(node: BuiltNode): boolean {
  // `\mid` and `|` stand between things that belong together.
  return is(node, 'mrel') && !/^[∣∥|‖]$/.test(node.text ?? '');
}

function is({ classes }: BuiltNode, name: string): boolean {
  return classes.includes(name);
}

function find(node: BuiltNode, name: string): BuiltNode | undefined {
  if (is(node, name)) return node;
  for (const child of node.children ?? []) {
    const found = find(child, name);
    if (found) return found;
  }
  return undefined;
}

type DomTree = {
  Span: new (classes: string[], children: unknown[], options?: object, style?: object) => BuiltNode;
  SymbolNode: new (text: string) => BuiltNode;
};

const { Span, SymbolNode } = (katex as unknown as { __domTree: DomTree }).__domTree;

function buildSpan(classes: string[], children: unknown[]): BuiltNode {
  return new Span(classes, children);
}

/** The height of a line by what stands in it, as KaTeX has it for each of its own boxes. */
function buildStrut(nodes: readonly BuiltNode[]): BuiltNode {
  const height = Math.max(...nodes.map((node) => node.height));
  const depth = Math.max(...nodes.map((node) => node.depth));
  const strut = buildSpan(['katex-strut'], []);
  strut.style['height'] = em(height + depth);
  if (depth !== 0) strut.style['verticalAlign'] = em(-depth);
  return strut;
}

/** A space that vanishes where the line ends, as none of KaTeX's does. */
function buildGap(width: number): BuiltNode {
  const gap = buildSpan(['formula-gap'], [new SymbolNode(' ')]);
  gap.style['wordSpacing'] = em(width - SPACE);
  return gap;
}

function em(length: number): string {
  return `${Number(length.toFixed(4))}em`;
}
