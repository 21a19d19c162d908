import { excerpt, type Fault } from '../judging/report.ts';

/**
 * Bounds on the shape of a source, so that parsing it stays under two seconds whatever it
 * holds. micromark's work grows with the square of some of these counts: brackets and
 * emphasis marks within one block, containers opened on one line, underlined headings.
 */
export const BOUNDS = {
  /** UTF-16 code units; a summary of 1,200 words has about 10,000. */
  length: 60_000,
  /** `>`, `-` and `1.` before the text of one line. */
  containers: 12,
  /** Lines that open more than three of them at once. */
  nestedLines: 100,
  /** Lines that begin a quotation, an item of a list or a footnote. */
  openingLines: 3_000,
  /** Lines in one block that go on with what a line above them opened. */
  continuedLines: 500,
  /** White space before a list item: a list ten levels deep. */
  indent: 48,
  /** `[` and `]` in one block (lines without an empty one between them). */
  brackets: 1_000,
  /** `*`, `_` and `~` in one block. */
  marks: 3_000,
  /** `|` in one line. */
  cells: 200,
  /** Lines of only `=` or `-`. */
  underlines: 400,
} as const;

/** The first bound that the source exceeds, or undefined when it can be parsed. */
export function findExcess(source: string): Fault | undefined {
  if (source.length > BOUNDS.length) {
    return excess(
      0,
      `The text is ${count(source.length)} characters long; at most ${count(BOUNDS.length)} are taken.`,
      'Shorten it, or make two summaries of it.',
    );
  }
  let brackets = 0;
  let marks = 0;
  let underlines = 0;
  let nestedLines = 0;
  let openingLines = 0;
  let continuedLines = 0;
  let isOpen = false;
  for (const match of source.matchAll(/[^\r\n]+|\r\n|\n|\r/g)) {
    const line = match[0];
    const containers = countContainers(line);
    const fault = findLineExcess(line, match.index, containers);
    if (fault) return fault;
    if (containers > 3) nestedLines += 1;
    if (containers > 0 || /^ {0,3}\[\^[^\]]*\]:/.test(line)) openingLines += 1;
    if (openingLines > BOUNDS.openingLines) {
      return excess(
        match.index,
        `More than ${count(BOUNDS.openingLines)} lines begin a quotation, an item of a list or a footnote.`,
        'Shorten the text, or make two summaries of it.',
      );
    }
    if (/^[\s>]*$/.test(line)) {
      // The line ending after a line of text arrives as a match of its own: an empty line is two.
      const before = source[match.index - 1];
      if (before === undefined || before === '\n' || before === '\r') {
        brackets = marks = continuedLines = 0;
        isOpen = false;
      }
      continue;
    }
    if (containers > 0) isOpen = true;
    else if (isOpen) continuedLines += 1;
    for (const character of line) {
      if (character === '[' || character === ']') brackets += 1;
      else if (character === '*' || character === '_' || character === '~') marks += 1;
    }
    if (/^[ \t>]*(?:=+|-+)[ \t]*$/.test(line)) underlines += 1;
    if (nestedLines > BOUNDS.nestedLines) {
      return excess(
        match.index,
        `More than ${count(BOUNDS.nestedLines)} lines open quotations and lists within each other.`,
        'Use fewer levels.',
      );
    }
    if (continuedLines > BOUNDS.continuedLines) {
      return excess(
        match.index,
        `More than ${count(BOUNDS.continuedLines)} lines go on with a quotation or an item of a list.`,
        'Divide it by empty lines.',
      );
    }
    if (brackets > BOUNDS.brackets) {
      return excess(
        match.index,
        `More than ${count(BOUNDS.brackets)} square brackets stand in one block.`,
        'Divide the block by empty lines.',
      );
    }
    if (marks > BOUNDS.marks) {
      return excess(
        match.index,
        `More than ${count(BOUNDS.marks)} of the marks \`*\`, \`_\`, \`~\` stand in one block.`,
        'Divide the block by empty lines.',
      );
    }
    if (underlines > BOUNDS.underlines) {
      return excess(
        match.index,
        `More than ${count(BOUNDS.underlines)} lines hold nothing but \`-\` or \`=\`.`,
        'Write headings as `## Heading`, and fewer rules.',
      );
    }
  }
  return undefined;
}

/** The `>`, `-` and `1.` that open the line; 0 for a rule, `- - -`. */
function countContainers(line: string): number {
  if (/^[ \t]*(?:[-*][ \t]*)+$/.test(line)) return 0;
  const prefix = /^(?:[ \t]|>|[*+-](?=[ \t])|\d{1,9}[.)](?=[ \t]))*/.exec(line)?.[0] ?? '';
  return prefix.match(/>|[*+-]|\d+[.)]/g)?.length ?? 0;
}

function findLineExcess(line: string, offset: number, containers: number): Fault | undefined {
  if (containers > BOUNDS.containers) {
    return excess(
      offset,
      `The line \`${excerpt(line)}\` opens ${count(containers)} quotations and lists within each other; at most ${BOUNDS.containers} are taken.`,
      'Use fewer levels.',
    );
  }
  const indent = /^[ \t]*/.exec(line)?.[0].length ?? 0;
  if (indent > BOUNDS.indent && containers > 0) {
    return excess(
      offset,
      `A list item is indented by ${count(indent)} characters; at most ${BOUNDS.indent} are taken.`,
      'Use fewer levels.',
    );
  }
  const cells = line.split('|').length - 1;
  if (cells > BOUNDS.cells) {
    return excess(
      offset,
      `One line holds ${count(cells)} of the mark \`|\`; a table may have at most ${BOUNDS.cells} columns.`,
      'Divide the table into several.',
    );
  }
  return undefined;
}

function excess(offset: number, message: string, fix: string): Fault {
  return { offset, code: 'too-much', message, fix };
}

function count(value: number): string {
  return String(value).replace(/\B(?=(?:\d{3})+$)/g, ',');
}
