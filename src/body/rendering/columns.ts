import type { Inline, Table, TableCell } from '../tree.ts';

/** How the cells of one column of a table are set. */
export type Column = {
  align?: 'left' | 'right' | 'center';
  /** Most digits behind the point; undefined where its cells are not plain numbers. */
  decimals?: number;
};

/** A number and nothing else: no unit stands behind it. */
const NUMBER = /^(?:[<>≈~±] ?)?[+−–-]?[$€£]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?$/;
const NOTHING = /^(?:[-–—]|n\/a)?$/i;

/**
 * How the columns of a table are set: as the writer said, and where nothing was said, numbers at
 * the right. In a column of plain numbers at the right the points can stand below each other.
 */
export function buildColumns(table: Table): Column[] {
  const [head, ...rows] = table.children;
  return (head?.children ?? []).map((_, index): Column => {
    const texts = rows.map((row) => plainOf(row.children[index]));
    const numbers = texts.flatMap((text) => (text === undefined ? [] : [NUMBER.exec(text)]));
    const plain = texts.every(
      (text) => text !== undefined && (NOTHING.test(text) || NUMBER.test(text)),
    );
    const some = numbers.some((match) => match !== null);
    const given = table.align[index];
    const align = given ?? (plain && some ? 'right' : undefined);
    const decimals = Math.max(0, ...numbers.map((match) => match?.[1]?.length ?? 0));
    return {
      ...(align && { align }),
      ...(align === 'right' && plain && some && { decimals }),
    };
  });
}

/** What a number lacks to have as many digits behind the point as its column: `.0`, `00`. */
export function shortOf(cell: TableCell | undefined, { decimals = 0 }: Column): string {
  const match = NUMBER.exec(plainOf(cell) ?? '');
  if (!match || decimals === 0) return '';
  const own = match[1]?.length ?? 0;
  return (own === 0 ? '.' : '') + '0'.repeat(decimals - own);
}

/** The text of a cell, strong or not; undefined where it holds anything else. */
function plainOf(cell: TableCell | undefined): string | undefined {
  const text = (nodes: readonly Inline[]): string[] =>
    nodes.flatMap((node) => {
      if (node.type === 'text') return [node.value];
      return node.type === 'strong' ? text(node.children) : ['\0'];
    });
  const plain = text(cell?.children ?? [])
    .join('')
    .trim();
  return plain.includes('\0') ? undefined : plain;
}
