import katex from 'katex';

/** What is read of the nodes of KaTeX's built tree (https://github.com/KaTeX/KaTeX, src/domTree.ts); em. */
export type BuiltNode = {
  /** None on drawings. */
  classes?: string[];
  style: Record<string, string | undefined>;
  height: number;
  depth: number;
  children?: BuiltNode[];
  text?: string;
  /** Of signs alone. */
  width?: number;
  toMarkup(): string;
};

const MAX_BREAKS = 12;

/** Narrower spaces are between the things of one statement; em. */
const WIDE_SPACE = 1;

/**
 * How far lines stand in behind the first, em, as the stylesheet has it. What is narrower keeps what follows: a
 * break behind it would gain nothing.
 */
const HANG = 1.5;

/** The advance of the narrowest letters, em. */
const NARROWEST = 0.3;

/** The advance of a space of KaTeX's main face, em: in a gap it is taken off. */
const SPACE = 0.25;

/**
 * Lets a displayed formula break on a narrow screen: between its statements, at `\quad` and `\qquad`, then in a
 * statement before its relations, then before its operators, each only where the line is too long. Works on what
 * KaTeX built, so glyphs and spaces are the same ones, and only the boxes around them are others: `formula-lines`,
 * which may break between the boxes in it, and `formula-part`, which may not. What stands in brackets, in an
 * environment or in `\left` … `\right` stays whole.
 *
 * @param tree what KaTeX built of a displayed formula; changed in place
 */
export function splitDisplay(tree: BuiltNode): void {
  const html = find(tree, 'katex-html');
  const bases = html?.children ?? [];
  // A formula with lines or a tag of its own.
  if (!html || bases.some((node) => !is(node, 'katex-base'))) return;
  const nodes = bases.flatMap(({ children = [] }) =>
    children.filter((node) => !is(node, 'katex-strut')),
  );
  const statements = splitStatements(nodes);
  if (statements.length > 1) html.classes?.push('formula-statements');
  html.children = statements.flatMap(({ nodes, gap }) => {
    const box = buildBox(nodes, [isRelation, isOperator]);
    return gap === 0 ? [box] : [box, buildGap(gap)];
  });
}

/** A statement, and the width of the space behind it, em. */
type Statement = { nodes: BuiltNode[]; gap: number };

function splitStatements(nodes: readonly BuiltNode[]): Statement[] {
  let last: Statement = { nodes: [], gap: 0 };
  const statements = [last];
  const end = nodes.findLastIndex(isSign);
  let depth = 0;
  nodes.forEach((node, index) => {
    const space = spaceOf(node);
    const wide = depth === 0 && space >= WIDE_SPACE && statements.length < MAX_BREAKS;
    const between = last.nodes.some(isSign) && index < end;
    // All spaces behind a wide one are one gap with it.
    if (between && (wide || (last.gap > 0 && is(node, 'mspace')))) {
      last.gap += space;
      return;
    }
    if (last.gap > 0) statements.push((last = { nodes: [], gap: 0 }));
    last.nodes.push(node);
    depth += nesting(node);
  });
  return statements;
}

/** A box of nodes that breaks before what the first of `breaks` says, in what is then too long before the next. */
function buildBox(
  nodes: readonly BuiltNode[],
  breaks: readonly ((node: BuiltNode) => boolean)[],
): BuiltNode {
  const [isBreak, ...rest] = breaks;
  if (!isBreak) return buildSpan(['katex-base', 'formula-part'], [buildStrut(nodes), ...nodes]);
  const groups = splitBefore(nodes, isBreak);
  if (groups.length === 1) return buildBox(nodes, rest);
  return buildSpan(
    ['formula-lines'],
    groups.map((group) => buildBox(group, rest)),
  );
}

function splitBefore(
  nodes: readonly BuiltNode[],
  isBreak: (node: BuiltNode) => boolean,
): BuiltNode[][] {
  let group: BuiltNode[] = [];
  const groups = [group];
  let depth = 0;
  /** The sign before, spaces not counted. */
  let before: BuiltNode | undefined;
  for (const node of nodes) {
    const may = depth === 0 && before && isBreak(node) && !isRelation(before);
    if (may && groups.length < MAX_BREAKS && widthOf(group) > HANG) {
      groups.push((group = [...takeSpaces(group), node]));
    } else group.push(node);
    depth += nesting(node);
    if (isSign(node)) before = node;
  }
  return groups;
}

/** KaTeX joins letters that follow one another, and keeps the width of the first. */
function signWidth({ width = 0, text = '' }: BuiltNode): number {
  return width === 0 ? 0 : width + NARROWEST * (Array.from(text).length - 1);
}

/** The space before a relation goes over with it: nothing hangs behind the end of a line. */
function takeSpaces(group: BuiltNode[]): BuiltNode[] {
  return group.splice(group.findLastIndex(isSign) + 1);
}

function isRelation(node: BuiltNode): boolean {
  // `\mid` and `|` stand between things that belong together.
  return is(node, 'mrel') && !/^[∣∥|‖]$/.test(node.text ?? '');
}

function isOperator(node: BuiltNode): boolean {
  return is(node, 'mbin');
}

function isSign(node: BuiltNode): boolean {
  return !is(node, 'mspace');
}

function spaceOf(node: BuiltNode): number {
  return is(node, 'mspace') ? Number.parseFloat(node.style['marginRight'] ?? '0') : 0;
}

function nesting(node: BuiltNode): number {
  return Number(is(node, 'mopen')) - Number(is(node, 'mclose'));
}

/** The width that nodes take at least, em. */
function widthOf(nodes: readonly BuiltNode[]): number {
  return nodes.reduce((sum, node) => {
    const inner = node.children?.map((child) => widthOf([child])) ?? [signWidth(node)];
    const stacked = node.classes?.[0]?.startsWith('vlist');
    const width = stacked ? Math.max(0, ...inner) : inner.reduce((all, one) => all + one, 0);
    // The smallest size of an index.
    const scale = is(node, 'katex-sizing') ? 0.5 : 1;
    return sum + width * scale;
  }, 0);
}

function is({ classes }: BuiltNode, name: string): boolean {
  return classes?.includes(name) ?? false;
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
  const height = Math.max(0, ...nodes.map((node) => node.height));
  const depth = Math.max(0, ...nodes.map((node) => node.depth));
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
