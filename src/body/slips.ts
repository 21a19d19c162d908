import type { SyntaxNode } from './parse.ts';
import { suggestion } from './nearest.ts';
import { excerpt, type Report } from './report.ts';
import type { TagFault } from './syntax.ts';
import { explainTag } from './tag-faults.ts';
import { explainCommand } from './latex-in-prose.ts';

export type SlipOptions = {
  report: Report;
  tagFaults: Map<number, TagFault>;
  /** Identifiers of the footnotes that are defined. */
  footnotes: ReadonlySet<string>;
  /** Whether only the inside of a paragraph was parsed. */
  inline: boolean;
};

/** Text nodes of one paragraph, heading or cell, in order. */
type Block = { node: SyntaxNode; texts: [start: number, end: number][] };

/**
 * Finds what Markdown leaves as text although the writer meant markup: each mark of MDX or
 * LaTeX that stands unescaped in the source of a text node. In MDX these stop the parser or,
 * worse, pass and print something else.
 */
export function findSlips(source: string, root: SyntaxNode, options: SlipOptions): void {
  visitBlocks(root, (block, row) => {
    if (!options.inline && block.node.type === 'paragraph')
      findStatement(source, block.node, options.report);
    if (block.node.type === 'paragraph') findBrokenTable(source, block, options.report);
    scanBlock(source, block, options);
    if (row) findSplitFormula(source, block, row, options.report);
  });
}

function visitBlocks(
  node: SyntaxNode,
  visit: (block: Block, row: SyntaxNode | undefined) => void,
  row?: SyntaxNode,
): void {
  if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') {
    const texts: Block['texts'] = [];
    collectTexts(node, texts);
    visit({ node, texts }, row);
    return;
  }
  const inner = node.type === 'tableRow' ? node : row;
  for (const child of node.children ?? []) visitBlocks(child, visit, inner);
}

function collectTexts(node: SyntaxNode, texts: Block['texts']): void {
  if (node.type === 'text') {
    texts.push([node.position.start.offset, node.position.end.offset]);
    return;
  }
  if (isBareAddress(node)) return;
  for (const child of node.children ?? []) collectTexts(child, texts);
}

/** A link that the writer wrote as nothing but its address. */
export function isBareAddress(node: SyntaxNode): boolean {
  const child = node.children?.[0];
  return (
    node.type === 'link' &&
    child?.type === 'text' &&
    child.position.start.offset === node.position.start.offset &&
    child.position.end.offset === node.position.end.offset
  );
}

function scanBlock(source: string, block: Block, options: SlipOptions): void {
  const end = block.node.position.end.offset;
  for (const [from, to] of block.texts) {
    let index = from;
    while (index < to) {
      const character = source[index];
      if (character === '\\') index += findBackslash(source, index, end, options.report);
      else {
        if (character === '<') index += findAngle(source, index, end, options) - 1;
        else if (character === '{' || character === '}') findBrace(source, index, options.report);
        else if (character === '$') index += findDollar(source, index, block, options.report) - 1;
        else if (character === '[') findFootnote(source, index, to, options);
        else if (character === ']') findReference(source, index, to, options.report);
        index += 1;
      }
    }
  }
}

/** @returns how many characters are dealt with */
function findBackslash(source: string, index: number, end: number, report: Report): number {
  const next = source[index + 1] ?? '';
  if (next === '(' || next === '[') {
    const closer = next === '(' ? '\\)' : '\\]';
    // A bounded look ahead: thousands of these in one text must not cost the square of it.
    const close = source.slice(0, Math.min(end, index + 2_000)).indexOf(closer, index + 2);
    const closes = close >= 0;
    const alone = /^\\\[[ \t]*(?:[\r\n]|$)/.test(source.slice(index, index + 100));
    // `\[` alone is how Markdown escapes a bracket; nobody needs to escape a parenthesis.
    if (next === '[' && !closes && !alone) return 2;
    const content = closes ? source.slice(index + 2, close).trim() : '';
    const dollars = next === '(' ? '$' : '$$';
    report.add({
      offset: index,
      code: 'latex-delimiter',
      message: `\`${closes ? excerpt(source.slice(index, close + 2)) : source.slice(index, index + 2)}\` is no formula here: \`\\${next}\` prints a plain bracket.`,
      fix: closes
        ? `Write \`${dollars}${excerpt(content)}${dollars}\`.`
        : `Write formulas between \`${dollars}\` and \`${dollars}\`.`,
    });
    report.silence(index, closes ? close + 2 : index + 2);
    return closes ? close + 2 - index : 2;
  }
  const name = /^\\([A-Za-z]{2,})\*?/.exec(source.slice(index, index + 60));
  if (!name || isPathOrEscape(source, index)) return 2;
  return explainCommand(source, index, end, report);
}

/** `C:\Users`, `a\b`: a backslash inside a word is a path rather than LaTeX. */
function isPathOrEscape(source: string, index: number): boolean {
  return /[A-Za-z0-9:]/.test(source[index - 1] ?? '');
}

/** @returns how many characters are dealt with */
function findAngle(source: string, index: number, end: number, options: SlipOptions): number {
  const { report, tagFaults } = options;
  const rest = source.slice(index, index + 300);
  if (rest.startsWith('<!--')) {
    const close = source.indexOf('-->', index + 4);
    const content = close < 0 ? 'comment' : excerpt(source.slice(index + 4, close));
    report.add({
      offset: index,
      code: 'html-comment',
      message: '`<!-- … -->` is no comment in MDX.',
      fix: `Write \`{/* ${content} */}\`.`,
    });
    const stop = close < 0 ? end : close + 3;
    report.silence(index, stop);
    return stop - index;
  }
  const address = /^<((?:[A-Za-z][A-Za-z0-9+.-]{1,31}:|[^\s<>@]+@)[^\s<>]*)>/.exec(rest);
  if (address?.[1] !== undefined) {
    const url = /^[^\s<>:]+@/.test(address[1]) ? `mailto:${address[1]}` : address[1];
    report.add({
      offset: index,
      code: 'autolink',
      message: `\`${excerpt(address[0])}\` is no link in MDX.`,
      fix: `Write \`[text](${excerpt(url, 80)})\`.`,
    });
    report.silence(index, index + address[0].length);
    return address[0].length;
  }
  // Followed by white space, `<` is text for MDX too.
  if (!/^<(?:\s|$)/.test(rest)) {
    report.add({ offset: index, ...explainTag(source, index, tagFaults.get(index)) });
  }
  return 1;
}

function findBrace(source: string, index: number, report: Report): void {
  const character = source[index]!;
  if (/^\{\s*\/\*/.test(source.slice(index, index + 20))) {
    report.add({
      offset: index,
      code: 'unclosed-comment',
      message: 'The comment that begins with `{/*` is not closed.',
      fix: 'Write `*/}` behind it; a comment that spans a list or several paragraphs begins on a line of its own.',
    });
    return;
  }
  report.add({
    offset: index,
    code: 'unbalanced-brace',
    message: character === '{' ? 'The brace `{` is not closed.' : 'The brace `}` closes nothing.',
    fix: `Write \`\\${character}\` for the brace itself, or put the formula it belongs to between dollars.`,
  });
}

/** @returns how many characters are dealt with */
function findDollar(source: string, index: number, block: Block, report: Report): number {
  const run = /^\$+/.exec(source.slice(index, index + 50))![0].length;
  const end = block.node.position.end.offset;
  const partner = findPartner(source, index + run, end);
  if (run > 2) {
    report.add({
      offset: index,
      code: 'dollar-run',
      message: `\`${'$'.repeat(Math.min(run, 10))}\` begins no formula.`,
      fix: 'Write `$…$` for a formula in the sentence, `$$` on a line of its own for a displayed one, `\\$` for a dollar.',
    });
    if (partner !== undefined) report.silence(index, partner);
    return run;
  }
  if (run === 2) {
    report.add({
      offset: index,
      code: 'unclosed-formula',
      message: 'The formula that `$$` opens here is not closed.',
      fix: 'Write `$$` on a line of its own before the formula and another behind it.',
    });
    report.silence(index, end + closingRun(source, end));
    return run;
  }
  if (partner === undefined) return run;
  const content = source.slice(index + 1, partner);
  const price = /^\d[\d.,]*\s?(?:[kKMB]\b|bn\b|million\b|billion\b)?/.exec(content)?.[0].trim();
  report.add({
    offset: index,
    code: 'money-as-formula',
    message: `\`${excerpt(source.slice(index, partner + 1))}\` reads as prose, but two dollars enclose a formula.`,
    fix:
      price === undefined
        ? `Write \`\\$\` if a dollar is meant, or close the formula right behind it: \`$${excerpt(firstWord(content))}$\`.`
        : `Write \`\\$${price.replace(/[.,]$/, '')}\`.`,
  });
  report.silence(index, partner);
  return run;
}

/** The next dollar in the block, which any other Markdown reader would take as the closing one. */
function findPartner(source: string, from: number, end: number): number | undefined {
  for (let index = from; index < end; index += 1) {
    if (source[index] === '\\') index += 1;
    else if (source[index] === '$') return index;
  }
  return undefined;
}

/** `$$` that a sentence opens runs to the `$$` on the next line, which looks like another opening. */
function closingRun(source: string, end: number): number {
  return /^[\r\n]+[ \t>]*\$\$/.exec(source.slice(end, end + 100))?.[0].length ?? 0;
}

function firstWord(content: string): string {
  return content.trim().split(/\s+/)[0] ?? '';
}

function findFootnote(source: string, index: number, end: number, options: SlipOptions): void {
  const name = /^\[\^([^\]\s]{1,80})\]/.exec(source.slice(index, Math.min(end, index + 100)))?.[1];
  if (name === undefined || options.footnotes.has(name.toLowerCase())) return;
  const near = suggestion(name, options.footnotes);
  options.report.add({
    offset: index,
    code: 'undefined-footnote',
    message: `The footnote \`[^${excerpt(name)}]\` is defined nowhere.`,
    fix:
      near ??
      `Add a line \`[^${excerpt(name)}]: …\` with its text, or write \`\\[^${excerpt(name)}]\`.`,
  });
}

function findReference(source: string, index: number, end: number, report: Report): void {
  const name = /^\]\[([^\][]{1,80})\]/.exec(source.slice(index, Math.min(end, index + 100)))?.[1];
  if (name === undefined) return;
  report.add({
    offset: index + 1,
    code: 'undefined-link',
    message: `The link refers to \`[${excerpt(name)}]\`, which is defined nowhere.`,
    fix: 'Write the address itself, `[text](https://…)`, or `\\[` if brackets are meant.',
  });
}

/** MDX runs a paragraph that begins with `import` or `export` as a module statement. */
function findStatement(source: string, node: SyntaxNode, report: Report): void {
  const { start, end } = node.position;
  const before = source[start.offset - 1];
  if (before !== undefined && before !== '\n' && before !== '\r') return;
  const text = source.slice(start.offset, end.offset);
  const word = /^(import|export)(?=[ {*"'])/.exec(text)?.[1];
  if (word === undefined) return;
  const isCode =
    word === 'import'
      ? /^import\s*(?:["']|[^.!?]*\sfrom\s*["'])/.test(text)
      : /^export\s*(?:default\b|const\b|let\b|var\b|function\b|class\b|async\b|\{|\*)/.test(text);
  const next = /^\w+\s+(\w+)/.exec(text)?.[1] ?? '…';
  report.add({
    offset: start.offset,
    code: 'module-statement',
    message: isCode
      ? `\`${excerpt(text.split(/[\r\n]/)[0] ?? '')}\` is code, and a summary holds none.`
      : `The paragraph begins with the word \`${word}\`, which MDX runs as code.`,
    fix: isCode
      ? 'Delete it; components such as `<Figure>` are known without it.'
      : `Begin with another word, such as \`The ${word} ${next}\`.`,
  });
  report.silence(start.offset, end.offset);
}

/** A table whose header and delimiter row differ in width is no table, and prints its marks. */
function findBrokenTable(source: string, block: Block, report: Report): void {
  const { start, end } = block.node.position;
  const lines = source.slice(start.offset, end.offset).split(/\r\n|\n|\r/);
  const index = lines.findIndex(
    (line) =>
      /^[ \t>]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/.test(line) &&
      line.includes('|'),
  );
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
function findSplitFormula(source: string, block: Block, row: SyntaxNode, report: Report): void {
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
