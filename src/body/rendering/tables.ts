import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { buildColumns, shortOf } from './columns.ts';
import type { Outlet } from './options.ts';
import type { Table, TableCell } from '../tree.ts';

/** A GFM table. Alignment is a class on a page and left to the reader in a feed. */
export function renderTable(
  node: Table,
  outlet: Outlet,
  cell: (node: TableCell) => ElementContent[],
): Element {
  const columns = buildColumns(node);
  const rows = node.children.map((row, rowIndex) =>
    h(
      'tr',
      // A row may be shorter than the heading, and what is longer is dropped, as GFM has it.
      columns.map((column, index) => {
        const source = row.children[index];
        const children = source ? cell(rowIndex === 0 ? tieArrow(source) : source) : [];
        const heading = rowIndex === 0 && children.length > 0;
        const { align } = column;
        const className = outlet === 'page' && align && align !== 'left' ? [`align-${align}`] : [];
        const built = buildCell(heading ? 'th' : 'td', children, outlet, className);
        const short = heading ? '' : shortOf(source, column);
        if (outlet === 'page' && short) built.properties['dataShort'] = short;
        // For outlets that have a stylesheet of their own.
        if (align) built.data = { align };
        return built;
      }),
    ),
  );
  const [head, ...body] = rows;
  return h('table', [
    ...(head ? [h('thead', head)] : []),
    ...(body.length > 0 ? [h('tbody', body)] : []),
  ]);
}

/** An arrow for better or worse stays with the name of its column. */
function tieArrow(cell: TableCell): TableCell {
  const { children } = cell;
  const [name, arrow] = children.slice(-2);
  if (name?.type !== 'text' || arrow?.type !== 'inlineFormula') return cell;
  if (!/^\\(?:up|down)arrow$/.test(arrow.tex.trim())) return cell;
  const tied = { ...name, value: name.value.replace(/ $/, '\u00a0') };
  return { ...cell, children: [...children.slice(0, -2), tied, arrow] };
}

function buildCell(
  name: 'th' | 'td',
  children: ElementContent[],
  outlet: Outlet,
  classes: string[],
): Element {
  const element = h(name, name === 'th' ? { scope: 'col' } : {}, children);
  if (outlet === 'page') markBest(element, classes);
  return element;
}

/** A cell whose whole content, but for where it is from, is strong is the best of its column. */
export function markBest(cell: Element, classes: string[] = []): void {
  const [only, ...rest] = cell.children.filter((child) =>
    child.type === 'text' ? child.value.trim() !== '' : !isClaim(child),
  );
  const best =
    cell.tagName === 'td' &&
    rest.length === 0 &&
    only?.type === 'element' &&
    only.tagName === 'strong';
  const className = [...classes, ...(best ? ['best'] : [])];
  if (className.length > 0) cell.properties['className'] = className;
}

function isClaim(node: ElementContent): boolean {
  const className = node.type === 'element' ? node.properties['className'] : undefined;
  return Array.isArray(className) && className.includes('claim');
}

/**
 * The frame in which a table too wide for the page scrolls; it takes the focus, so that keys can scroll it.
 * A group and no region: five papers on a page would make five landmarks called Table 1.
 */
export function frameTable(table: Element, name: string): Element {
  return h('div.table-scroll', { tabIndex: 0, role: 'group', ariaLabel: name }, [table]);
}
