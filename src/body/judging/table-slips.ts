import type { SyntaxNode } from '../parsing/parse.ts';
import { excerpt, type Report } from './report.ts';
import { collectTexts, type Block } from './text-blocks.ts';

/** A table whose header and delimiter row differ in width is no table, and prints its marks. */
export function findBrokenTable(source: string, block: Block, report: Report): void {
  const { start, end } = block.node.position;
  const lines = source.slice(start.offset, end.offset).split(/\r\n|\n|\r/);
  const index = lines.findIndex(isDelimiterRow);
  if (index < 0) findMissingDashes(source, block, report);
  const header = lines[index - 1];
  if (header === undefined) return;
  const [wanted, found] = [countCells(lines[index]!), countCells(header)];
  report.add({
    offset: start.offset + lineOffset(source.slice(start.offset, end.offset), index - 1),
    code: 'broken-table',
    message: `This is no table: its first row has ${found} cells, the row of dashes ${wanted}.`,
    fix: header.includes('$')
      ? 'Give both the same number; inside a formula write `\\vert` for `|`.'
      : 'Give both the same number of cells.',
  });
  report.silence(
    start.offset + lineOffset(source.slice(start.offset, end.offset), index - 1),
    end.offset,
  );
}

/** Two lines `| … |` of as many cells, one under the other, and no row of dashes. */
function findMissingDashes(source: string, block: Block, report: Report): void {
  const { start, end } = block.node.position;
  let above = 0;
  let aboveOffset = start.offset;
  for (const match of source.slice(start.offset, end.offset).matchAll(/[^\r\n]+/g)) {
    const lead = /^[ \t>]*/.exec(match[0])?.[0].length ?? 0;
    const row = match[0].slice(lead).trimEnd();
    const cells = row.length > 1 && /^\|.*\|$/.test(row) ? countCells(row) : 0;
    if (cells > 1 && cells === above) {
      report.add({
        offset: aboveOffset,
        severity: 'warning',
        code: 'table-without-dashes',
        message:
          'These lines are no table: no row of dashes stands under the first, and their bars are printed.',
        fix: `Write \`|${' --- |'.repeat(Math.min(cells, 12))}\` on a line under the first.`,
      });
      return;
    }
    above = cells;
    aboveOffset = start.offset + match.index + lead;
  }
}

/** `| :--- | ---: |` */
function isDelimiterRow(line: string): boolean {
  if (!line.includes('|')) return false;
  const row = line.replace(/^[ \t>]+/, '').trim();
  const cells = row.replace(/^\||\|$/g, '').split('|');
  return cells.every((cell) => /^:?-+:?$/.test(cell.trim()));
}

function countCells(line: string): number {
  const inner = line.replace(/^[ \t>]*\|?/, '').replace(/\|[ \t]*$/, '');
  return inner.replace(/\\./g, '').split('|').length;
}

function lineOffset(text: string, line: number): number {
  let offset = 0;
  let count = 0;
  for (const ending of text.matchAll(/\r\n|\n|\r/g)) {
    if (count === line) break;
    count += 1;
    offset = ending.index + ending[0].length;
  }
  return offset;
}

/** `|$|x|$|`: a bar inside a formula ends the cell, so that the dollars stand in different cells. */
export function findSplitFormula(
  source: string,
  block: Block,
  row: SyntaxNode,
  report: Report,
): void {
  const cells = row.children ?? [];
  const later = cells.slice(cells.indexOf(block.node) + 1);
  const open = loneDollar(source, block.node);
  if (open === undefined) return;
  const close = later
    .map((cell) => loneDollar(source, cell))
    .find((offset) => offset !== undefined);
  if (close === undefined) return;
  report.add({
    offset: open,
    code: 'bar-in-formula',
    message: `The bar in \`${excerpt(source.slice(open, close + 1))}\` ends the cell of the table, and with it the formula.`,
    fix: 'Write `\\vert` for the bar, or `\\lvert x \\rvert` for a pair.',
  });
  report.silence(open, row.position.end.offset);
}

/** The offset of a single unpaired dollar in a cell that is not the dollar of a price. */
function loneDollar(source: string, cell: SyntaxNode): number | undefined {
  const texts: Block['texts'] = [];
  collectTexts(cell, texts);
  const found: number[] = [];
  for (const [from, to] of texts) {
    for (let index = from; index < to; index += 1) {
      if (source[index] === '\\') index += 1;
      else if (source[index] === '$') found.push(index);
    }
  }
  const [only] = found;
  if (only === undefined || found.length > 1) return undefined;
  return /^\$\d/.test(source.slice(only, only + 2)) ? undefined : only;
}
