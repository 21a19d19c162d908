import { excerpt, type Fault, type Report } from './report.ts';
import type { Block } from './text-blocks.ts';

type Mark = {
  pattern: RegExp;
  /** What is told of what the pattern found. */
  tell: (match: RegExpMatchArray) => Pick<Fault, 'code' | 'message' | 'fix'>;
};

/** Marks within one line of text, by what stands around them: what a writer means by them is hardly anything else. */
const MARKS: Mark[] = [
  {
    pattern:
      /(?<![\\[\p{L}\p{N}])!?\[\[(?=[^[\]\n]*\p{Ll})[\p{L}\p{N}][^[\]\n]{1,80}\]\](?![[(])/gu,
    tell: ([written]) => ({
      code: 'foreign-markup',
      message: `\`${excerpt(written)}\` is a link of a wiki, and is printed with its brackets.`,
      fix: 'Write `[text](https://…)`; a picture is `![What it shows](picture.png)`.',
    }),
  },
  {
    pattern: /(?<![\\=\p{L}\p{N}<>!])==(?=[^\s=])[^=\n]{1,80}(?<=\S)==(?![=\p{L}\p{N}])/gu,
    tell: ([written]) => ({
      code: 'foreign-markup',
      message: `\`${excerpt(written)}\` is printed with its equals signs.`,
      fix: `Write \`**${excerpt(written.slice(2, -2))}**\`.`,
    }),
  },
  {
    // A space within the marks: `**bold **text`, `** bold**`; `**one and **two` are arguments of Python.
    pattern:
      /(?<![\\*\p{L}\p{N}])\*\*(?:(?=[^\s*])(?!\w*args\b)[^*\n]{1,80}(?<![,;]|\b(?:and|or))\s\*\*(?![\s*])|[ \t](?=[^\s*])[^*\n]{1,80}(?<=\S)\*\*(?![\p{L}\p{N}*]))/gu,
    tell: ([written]) => ({
      code: 'stray-asterisks',
      message: `\`${excerpt(written)}\` is printed with its asterisks: a space stands next to them.`,
      fix: `Write \`**${excerpt(written.slice(2, -2))}**\`, with the space outside, or \`\\*\` for the sign itself.`,
    }),
  },
];

/** Warns of marks of Markdown, or of other programs' Markdown, that are printed as they stand. */
export function findLeftMarks(source: string, block: Block, report: Report): void {
  for (const [from, to] of block.texts) {
    const text = source.slice(from, to);
    for (const { pattern, tell } of MARKS) {
      for (const match of text.matchAll(pattern)) {
        report.add({ offset: from + match.index, severity: 'warning', ...tell(match) });
      }
    }
  }
  findTick(source, block, report);
  if (block.node.type === 'paragraph') findLineMarks(source, block, report);
}

/** A backtick that opens code nobody closes; the first of a block, as it may be the partner of the next. */
function findTick(source: string, block: Block, report: Report): void {
  for (const [from, to] of block.texts) {
    // `x' and ``x'' are quotations of LaTeX, and d`x an apostrophe.
    const found = /(?<![^\s([{"'“‘—–-])`(?=[^\s`'])[^`\r\n]*/.exec(source.slice(from, to));
    if (!found || /[^\s]['’]/.test(found[0])) continue;
    report.add({
      offset: from + found.index,
      severity: 'warning',
      code: 'unclosed-backtick',
      message: `The backtick of \`\` ${excerpt(found[0])} \`\` opens code that nothing closes, and is printed.`,
      fix:
        block.node.type === 'tableCell'
          ? 'Write another where the code ends, `\\|` for a bar within it, or `` \\` `` for the sign itself.'
          : 'Write another where the code ends, or `` \\` `` for the sign itself.',
    });
    return;
  }
}

/** Marks that begin a line of a paragraph. */
function findLineMarks(source: string, { node, texts }: Block, report: Report): void {
  const { start, end } = node.position;
  for (const match of source.slice(start.offset, end.offset).matchAll(/[^\r\n]+/g)) {
    const lead = match.index === 0 ? 0 : (/^[ \t>]*/.exec(match[0])?.[0].length ?? 0);
    const offset = start.offset + match.index + lead;
    const line = match[0].slice(lead);
    const fault = texts.some(([from, to]) => offset >= from && offset < to)
      ? explainLine(line, match.index === 0)
      : undefined;
    if (fault) report.add({ offset, severity: 'warning', ...fault });
  }
}

function explainLine(
  line: string,
  isFirst: boolean,
): Pick<Fault, 'code' | 'message' | 'fix' | 'edit'> | undefined {
  const heading = /^(#{2,6})(?=[\p{L}\p{N}])/u.exec(line)?.[1];
  if (heading !== undefined) {
    return {
      code: 'heading-without-space',
      message: `\`${excerpt(line)}\` is no heading: no space stands behind its \`${heading}\`.`,
      fix: `Write \`${heading} ${excerpt(line.slice(heading.length))}\`, or \`\\${heading}\` for the signs themselves.`,
    };
  }
  const note = /^\[!(?:note|tip|important|warning|caution)\]/i.exec(line)?.[0];
  if (isFirst && note !== undefined) {
    return {
      code: 'foreign-markup',
      message: `\`${note}\` is a mark of GitHub, and is printed as it stands.`,
      fix: 'Write the text without it and its `>`, between `<Aside>` and `</Aside>` on lines of their own with empty lines around.',
    };
  }
  if (/^:::+[ \t]*(?:\{|[a-z])/i.test(line)) {
    return {
      code: 'foreign-markup',
      message: `\`${excerpt(line)}\` is printed as it stands.`,
      fix: 'Write `<Aside>` in its place and `</Aside>` for the `:::` that ends it, on lines of their own with empty lines around.',
    };
  }
  return undefined;
}
