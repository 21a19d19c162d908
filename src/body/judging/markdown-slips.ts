import type { SyntaxNode } from '../parsing/parse.ts';
import { excerpt, type Report } from './report.ts';

/** Letters of alphabets that put spaces between words, and digits. */
const WORD = /[\p{Script=Latin}\p{Script=Greek}\p{N}]/u;
/** A list that begins above it was meant as a year or another number. */
const MAX_START = 99;
/** Longer than a heading is; characters. */
const MAX_HEADING = 80;
/** Names of Python between two underscores on either side. */
const NAMES = new Set(
  'all call class del dict doc enter eq exit file future getattr getitem hash init iter len main module name new next post_init repr setattr setitem slots str version'.split(
    ' ',
  ),
);

/** Warns of what Markdown takes for its own marks although the writer hardly meant them. */
export function findMarkdownSlips(source: string, node: SyntaxNode, report: Report): void {
  if (node.type === 'emphasis' || node.type === 'strong') {
    findSigns(source, node, report);
    findUnderscores(source, node, report);
  } else if (node.type === 'heading') findUnderline(source, node, report);
  else if (node.type === 'list') findNumber(source, node, report);
  for (const child of node.children ?? []) findMarkdownSlips(source, child, report);
}

/** `2*3*4`: marks between letters or digits, but not of a part of one word, `re*cur*rent`. */
function findSigns(source: string, node: SyntaxNode, report: Report): void {
  const { start, end } = node.position;
  const [before = '', after = ''] = [source[start.offset - 1], source[end.offset]];
  if (source[start.offset] !== '*' || !WORD.test(before) || !WORD.test(after)) return;
  const mark = node.type === 'strong' ? '**' : '*';
  const content = source.slice(start.offset + mark.length, end.offset - mark.length);
  if (/^\p{L}{2,}$/u.test(content) && /\p{L}/u.test(before) && /\p{L}/u.test(after)) return;
  const written = source.slice(start.offset - 1, end.offset + 1);
  report.add({
    offset: start.offset,
    severity: 'warning',
    code: 'asterisk-as-emphasis',
    message: `The asterisks in \`${excerpt(written)}\` are not printed: they set \`${excerpt(content)}\` in ${node.type === 'strong' ? 'bold' : 'italics'}.`,
    fix: 'Write `\\*` for each, or a formula, as in `$2 \\times 3$`.',
  });
}

/** `__init__.py`, whose underscores are not printed. */
function findUnderscores(source: string, node: SyntaxNode, report: Report): void {
  const { start, end } = node.position;
  const written = source.slice(start.offset, end.offset);
  const name = /^__([a-z]+(?:_[a-z]+)*)__$/.exec(written)?.[1];
  if (name === undefined) return;
  const behind = /^(?:\.[a-z]\w*|\([^()\s]{0,40}\))/.exec(
    source.slice(end.offset, end.offset + 50),
  );
  if (!behind && !NAMES.has(name)) return;
  const whole = written + (behind?.[0] ?? '');
  report.add({
    offset: start.offset,
    severity: 'warning',
    code: 'underscore-as-emphasis',
    message: `The underscores of \`${written}\` are not printed: they set \`${name}\` in bold.`,
    fix: `Write it as code, \`\` \`${excerpt(whole)}\` \`\`; for bold, \`**${name}**\`.`,
  });
}

/** A line of dashes right under a paragraph, which makes a heading of it. */
function findUnderline(source: string, node: SyntaxNode, report: Report): void {
  const { start, end } = node.position;
  const lines = source.slice(start.offset, end.offset).split(/\r\n|\n|\r/);
  const underline = (lines.at(-1) ?? '').replace(/^[ \t>]+/, '').trim();
  if (lines.length < 2 || !/^-+$/.test(underline)) return;
  const text = lines.slice(0, -1).join(' ').trim();
  if (lines.length === 2 && text.length <= MAX_HEADING && !/[.!:;,]["”')*_]*$/.test(text)) return;
  report.add({
    offset: start.offset,
    severity: 'warning',
    code: 'paragraph-as-heading',
    message: `The \`${excerpt(underline, 10)}\` right under \`${excerpt(text)}\` makes a heading of it.`,
    fix: 'Leave an empty line above it for a rule; a heading is written `## Heading`.',
  });
}

/** `2025. A good year.`, which begins a list at its item 2025. */
function findNumber(source: string, node: SyntaxNode, report: Report): void {
  if (!node.ordered || (node.start ?? 1) <= MAX_START) return;
  const { offset } = node.position.start;
  const [written = '', number = '', mark = ''] =
    /^(\d{1,9})([.)])/.exec(source.slice(offset, offset + 10)) ?? [];
  report.add({
    offset,
    severity: 'warning',
    code: 'number-as-list',
    message: `\`${written}\` at the beginning of a line begins a list with item ${number}.`,
    fix: `Write \`${number}\\${mark}\` if a sentence begins so; a list begins with \`1.\`.`,
  });
}
