import { attribute, type Element } from './html-tree.ts';

/** Rows as a table of `|`, the first of them its head. */
export function renderPipes(rows: string[][], width: number): string {
  const cell = (text = '') =>
    text
      .replace(/\$[^$]*\$/g, (formula) => formula.replace(/(?<!\\)\|/g, '\\vert '))
      .replace(/(?<!\\)\|/g, '\\|');
  const line = (row: string[]) =>
    `| ${Array.from({ length: width }, (_, index) => cell(row[index])).join(' | ')} |`;
  const [head = [], ...rest] = rows;
  return [line(head), `|${' --- |'.repeat(width)}`, ...rest.map(line)].join('\n');
}

/** Rows as tags, for cells that go over several. */
export function renderRows(rows: { cell: Element; text: string }[][]): string {
  const written = rows.map((row) => {
    const cells = row.map(({ cell, text }) => {
      const spans = ['colspan', 'rowspan']
        .map((name) => [name, attribute(cell, name)] as const)
        .filter(([, value]) => /^[1-9]\d?$/.test(value));
      return `<${cell.tagName}${spans.map(([name, value]) => ` ${name}="${value}"`).join('')}>${text}</${cell.tagName}>`;
    });
    return `<tr>\n${cells.join('\n')}\n</tr>`;
  });
  return `<table>\n${written.join('\n')}\n</table>`;
}
