import type { PhrasingContent, RootContent, Table } from 'mdast';
import type * as tree from '../tree.ts';
import { isBlock } from './block.ts';
import { refuseUnsafe } from './elements.ts';
import { html, openTag } from './markdown-blocks.ts';

/** How the content of cells is made: words for a cell of GFM, blocks for one of HTML. */
type TableContext = {
  cell: (nodes: readonly tree.Node[]) => PhrasingContent[];
  blocks: (nodes: readonly tree.Node[]) => RootContent[];
};

/** A table before it is written: rows of cells, the first the heading. */
type Rows = { align: Table['align']; rows: (readonly tree.Node[])[][] };

/** A table of GFM; one of HTML with Markdown in its cells, where GFM has no words for what is in it. */
export function buildMarkdownTable(
  node: tree.Table | tree.TableRow | tree.TableCell | tree.Element,
  context: TableContext,
): RootContent[] {
  if (node.type === 'tableCell' || node.type === 'tableRow') return context.blocks(node.children);
  const rows = node.type === 'table' ? rowsOf(node) : readElement(node);
  const [head = []] = rows?.rows ?? [];
  const isPlain =
    rows?.rows.flat().every(isPlainCell) === true &&
    rows.rows.every((row) => row.length <= head.length);
  if (!rows || !isPlain)
    return node.type === 'table' ? wrapRows(rowsOf(node), context) : wrap(node, context);
  const children = rows.rows.map((row) => ({
    type: 'tableRow' as const,
    children: row.map((cell) => ({ type: 'tableCell' as const, children: context.cell(cell) })),
  }));
  return [{ type: 'table', align: head.map((_, index) => rows.align?.[index] ?? null), children }];
}

/** A row may be shorter than the heading, and what is longer is dropped, as GFM has it. */
function rowsOf({ align, children }: tree.Table): Rows {
  const columns = children[0]?.children.length ?? 0;
  return {
    align,
    rows: children.map((row) => row.children.slice(0, columns).map((cell) => cell.children)),
  };
}

/** A table of HTML that is no more than rows of cells; undefined for any other. */
function readElement(table: tree.Element): Rows | undefined {
  const rows = table.children.flatMap((child) =>
    child.type === 'element' && /^t(?:head|body|foot)$/.test(child.name) ? child.children : [child],
  );
  const written = rows.filter((row) => row.type !== 'text' || row.value.trim() !== '');
  const cells = written.map((row) =>
    row.type === 'element' && row.name === 'tr'
      ? row.children.filter((cell) => cell.type !== 'text' || cell.value.trim() !== '')
      : undefined,
  );
  if (cells.includes(undefined) || [table, ...rows].some(hasAttributes)) return undefined;
  const all = cells as tree.Element[][];
  if (all.flat().some((cell) => hasAttributes(cell) || (cell.type as string) !== 'element'))
    return undefined;
  const headed = all[0]?.every(({ name }) => name === 'th') === true;
  const columns = Math.max(0, ...all.map((row) => row.length));
  const contents = all.map((row) => row.map(contentOf));
  return {
    align: null,
    rows: headed ? contents : [Array.from({ length: columns }, () => []), ...contents],
  };
}

function hasAttributes(node: tree.Node): boolean {
  return node.type === 'element' && Object.keys(node.attributes).some((name) => name !== 'scope');
}

/** A cell of one paragraph is the words of that paragraph. */
function contentOf({ children }: tree.Element): readonly tree.Node[] {
  const written = children.filter((child) => child.type !== 'text' || child.value.trim() !== '');
  const [only] = written;
  return written.length === 1 && only?.type === 'paragraph' ? only.children : children;
}

function isPlainCell(nodes: readonly tree.Node[]): boolean {
  return nodes.every(
    (node) =>
      !isBlock(node) &&
      (node.type !== 'inlineFormula' || writeCellTex(node.tex) !== undefined) &&
      (!('children' in node) || isPlainCell(node.children)),
  );
}

/**
 * A formula for a cell of GFM, in which readers disagree about `\|`: GitHub's takes the backslash away, others leave
 * it and so make a norm of a bar. The commands for both say the same without the sign. Undefined where a bar stands
 * for something else: in the columns of an array, in text.
 */
export function writeCellTex(tex: string): string | undefined {
  if (!tex.includes('|')) return tex;
  if (/\\(?:begin|text\w*|mbox|operatorname|verb|hbox)\b/.test(tex)) return undefined;
  return tex.replace(
    /(\\?)\|(?=(.?))|\\[^|]/gs,
    (whole: string, backslash?: string, next?: string) => {
      if (backslash === undefined) return whole;
      const command = backslash === '' ? '\\vert' : '\\Vert';
      return /[a-zA-Z]/.test(next ?? '') ? `${command} ` : command;
    },
  );
}

function wrapRows({ rows }: Rows, context: TableContext): RootContent[] {
  const body = rows.flatMap((row, index) => {
    const name = index === 0 ? 'th' : 'td';
    const cells = row.flatMap((cell) => [
      html(`<${name}>`),
      ...context.blocks(cell),
      html(`</${name}>`),
    ]);
    return [html('<tr>'), ...cells, html('</tr>')];
  });
  return [html('<table>'), ...body, html('</table>')];
}

function wrap(node: tree.Element, context: TableContext): RootContent[] {
  refuseUnsafe(node);
  const inner = /^(?:td|th|caption)$/.test(node.name)
    ? context.blocks(node.children)
    : node.children.flatMap((child) => (child.type === 'element' ? wrap(child, context) : []));
  return [html(openTag(node)), ...inner, html(`</${node.name}>`)];
}
