import { findBrokenDefinition } from './broken-definitions.ts';
import { findBrokenLink } from './broken-links.ts';
import { findDelimiter, findDollar } from './formula-slips.ts';
import { findBrokenTable, findSplitFormula } from './table-slips.ts';
import { findStatement } from './statement-slips.ts';
import { isWithinLink, visitBlocks, type Block } from './text-blocks.ts';
import type { SyntaxNode } from '../parsing/parse.ts';
import { nearest } from '../nearest.ts';
import { excerpt, type Report } from './report.ts';
import type { TagFault } from '../parsing/syntax.ts';
import { judgeLink } from './links.ts';
import { findLeftMarks } from './left-marks.ts';
import { findMarkup } from './markup.ts';
import { explainTag } from '../parsing/tag-faults.ts';
import { explainMixedWord, findMixedWords } from '../parsing/confusables.ts';
import { findQuotes } from './latex-quotes.ts';
import { explainCommand } from './latex-in-prose.ts';

export type SlipOptions = {
  report: Report;
  tagFaults: Map<number, TagFault>;
  /** Identifiers of the footnotes that are defined. */
  footnotes: ReadonlySet<string>;
  /** Whether only the inside of a paragraph was parsed. */
  inline: boolean;
};

/** With what is known of the whole source beforehand. */
type ScanOptions = SlipOptions & { lastCommentEnd: number; broken: BrokenTag[] };

/** An opening tag that is not well formed, for whoever looks for the partner of its closing tag. */
export type BrokenTag = { name: string; offset: number };

/**
 * Finds what Markdown leaves as text although the writer meant markup: each mark of MDX or
 * LaTeX that stands unescaped in the source of a text node. In MDX these stop the parser or,
 * worse, pass and print something else.
 *
 * @returns the opening tags among them
 */
export function findSlips(source: string, root: SyntaxNode, options: SlipOptions): BrokenTag[] {
  const scan = { ...options, lastCommentEnd: source.lastIndexOf('-->'), broken: [] as BrokenTag[] };
  visitBlocks(root, (block, row) => {
    if (!options.inline && block.node.type === 'paragraph')
      findStatement(source, block.node, options.report);
    if (block.node.type === 'paragraph') findBrokenTable(source, block, options.report);
    findLeftMarks(source, block, options.report);
    scanBlock(source, block, scan);
    if (row) findSplitFormula(source, block, row, options.report);
  });
  return scan.broken;
}

function scanBlock(source: string, block: Block, options: ScanOptions): void {
  const end = block.node.position.end.offset;
  findQuotes(source, block.node.position.start.offset, end, options.report);
  for (const [from, to] of block.texts) {
    for (const mixed of findMixedWords(source.slice(from, to))) {
      const { code, says, fix } = explainMixedWord(mixed);
      options.report.add({ offset: from + mixed.offset, code, message: `The text ${says}.`, fix });
    }
    let index = from;
    while (index < to) {
      const character = source[index];
      if (character === '\\') index += findBackslash(source, index, end, options);
      else {
        if (character === '<') index += findAngle(source, index, block, options) - 1;
        else if (character === '{' || character === '}') findBrace(source, index, options.report);
        else if (character === '$') index += findDollar(source, index, block, options.report) - 1;
        else if (character === '[') findFootnote(source, index, to, options);
        else if (character === ']') {
          findReference(source, index, to, options.report);
          findBrokenLink(source, index, block, options.report);
          findBrokenDefinition(source, index, options.report);
        }
        index += 1;
      }
    }
  }
}

/** @returns how many characters are dealt with */
function findBackslash(source: string, index: number, end: number, options: SlipOptions): number {
  const delimiter = findDelimiter(source, index, end, options.report);
  if (delimiter !== undefined) return delimiter;
  const name = /^\\([A-Za-z]{2,})\*?/.exec(source.slice(index, index + 60));
  if (!name || isPathOrEscape(source, index)) return 2;
  return explainCommand(source, index, end, options);
}

/** `C:\Users`, `a\b`: a backslash inside a word is a path rather than LaTeX. */
function isPathOrEscape(source: string, index: number): boolean {
  return /[A-Za-z0-9:]/.test(source[index - 1] ?? '');
}

/** @returns how many characters are dealt with */
function findAngle(source: string, index: number, block: Block, options: ScanOptions): number {
  const { report, tagFaults } = options;
  const end = block.node.position.end.offset;
  const rest = source.slice(index, index + 300);
  if (rest.startsWith('<!--')) {
    const close = index > options.lastCommentEnd ? -1 : source.indexOf('-->', index + 4);
    const written = close < 0 ? '' : source.slice(index + 4, close);
    const content = close < 0 ? 'comment' : excerpt(written);
    report.add({
      offset: index,
      code: 'html-comment',
      message: '`<!-- … -->` is no comment in MDX.',
      fix: `Write \`{/* ${content} */}\`.`,
      ...(close >= 0 &&
        !written.includes('*/') && {
          edit: { old: source.slice(index, close + 3), text: `{/* ${written.trim()} */}` },
        }),
    });
    const stop = close < 0 ? end : close + 3;
    report.silence(index, stop);
    return stop - index;
  }
  const address = /^<((?:[A-Za-z][A-Za-z0-9+.-]{1,31}:|[^\s<>@]+@)[^\s<>]*)>/.exec(rest);
  if (address?.[1] !== undefined) {
    const written = /^[^\s<>:]+@/.test(address[1]) ? `mailto:${address[1]}` : address[1];
    const url = judgeLink(written) ? 'https://…' : written;
    // A link within the words of another would break that one.
    const isInLink =
      source[index - 1] === '[' ||
      source[index + address[0].length] === ']' ||
      isWithinLink(block.node, index);
    report.add({
      offset: index,
      code: 'autolink',
      message: `\`${excerpt(address[0])}\` is no link in MDX.`,
      fix: isInLink ? 'Take the angle brackets out.' : `Write \`[text](${excerpt(url, 80)})\`.`,
      ...(!isInLink &&
        url === written &&
        isPlainAddress(written) && {
          edit: { old: address[0], text: `[${address[1]}](${written})` },
        }),
    });
    report.silence(index, index + address[0].length);
    return address[0].length;
  }
  // Followed by white space, `<` is text for MDX too.
  if (!/^<(?:\s|$)/.test(rest)) {
    const fault = tagFaults.get(index);
    report.add({ offset: index, ...explainTag(source, index, fault) });
    const name = /^<([\w.:-]+)/.exec(rest)?.[1];
    if (fault && findMarkup(name)) {
      options.broken.push({ name: name!, offset: index });
      const close = source.slice(0, end).indexOf('>', fault.offset);
      report.silence(index, close < 0 ? fault.offset : close);
    }
  }
  return 1;
}

/** Whether an address is its own text in Markdown, and cannot end a link or a cell of a table. */
function isPlainAddress(address: string): boolean {
  return /^(?:https?:\/\/|mailto:)[\w@:/?&=#%.,;+~-]+$/.test(address) && !/_\W|\W_/.test(address);
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
    const close = source.slice(0, index + 2_000).indexOf('*/}', index);
    if (close >= 0) report.silence(index, close + 3);
    return;
  }
  report.add({
    offset: index,
    code: 'unbalanced-brace',
    message: character === '{' ? 'The brace `{` is not closed.' : 'The brace `}` closes nothing.',
    fix: `Write \`\\${character}\` for the brace itself, or put the formula it belongs to between dollars.`,
  });
}

function findFootnote(source: string, index: number, end: number, options: SlipOptions): void {
  const name = /^\[\^([^\]\s]{1,80})\]/.exec(source.slice(index, Math.min(end, index + 100)))?.[1];
  if (name === undefined || options.footnotes.has(name.toLowerCase())) return;
  if (options.inline) {
    options.report.add({
      offset: index,
      code: 'undefined-footnote',
      message: `The footnote \`[^${excerpt(name)}]\` stands in a text of one line, which has none.`,
      fix: `Say it in the sentence, or put it into the body of the summary; write \`\\[^${excerpt(name)}]\` for the brackets themselves.`,
    });
    return;
  }
  const near = nearest(name, options.footnotes);
  options.report.add({
    offset: index,
    code: 'undefined-footnote',
    message: `The footnote \`[^${excerpt(name)}]\` is defined nowhere.`,
    fix: near
      ? `Did you mean \`[^${near}]\`?`
      : `Add a line \`[^${excerpt(name)}]: …\` with its text, or write \`\\[^${excerpt(name)}]\`.`,
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
