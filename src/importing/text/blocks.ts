import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { findExcess } from '../../body/parsing/shape.ts';
import { matchProse, maskText } from './areas.ts';
import { quote, type Draft, type Edit } from './draft.ts';

type Node = {
  type: string;
  position?: { start: { offset?: number }; end: { offset?: number } };
  children?: Node[];
  lang?: string | null;
};

/** Puts fences around code that is told by its indent alone, which MDX takes for a paragraph. */
export function fenceCode(draft: Draft): void {
  const { text } = draft;
  const excess = findExcess(text);
  if (excess !== undefined) {
    draft.look(
      excess.offset,
      `${excess.message} Code that is told by its indent alone was not looked for`,
    );
    return;
  }
  const root = unified().use(remarkParse).use(remarkGfm).parse(text) as Node;
  const edits: Edit[] = [];
  const visit = (node: Node) => {
    const start = node.position?.start.offset;
    const end = node.position?.end.offset;
    if (
      node.type === 'code' &&
      start !== undefined &&
      end !== undefined &&
      !/^[ \t>]*(?:`{3}|~{3})/.test(text.slice(start, end))
    ) {
      const lineStart = text.lastIndexOf('\n', start - 1) + 1;
      const lines = text.slice(lineStart, end).split('\n');
      // A formula or a tag that somebody indented is none.
      if (/^\s*(?:\$\$|\\\[|\\begin|<[A-Za-z/!])/.test(lines[0] ?? '')) {
        edits.push({
          from: lineStart,
          to: end,
          text: lines.map((line) => line.replace(/^[ \t]{4,}/, '')).join('\n'),
        });
        return;
      }
      if (text.slice(lineStart, start).trim() !== '') return;
      const code = lines.map((line) => line.replace(/^(?: {4}|\t)/, '')).join('\n');
      edits.push({ from: lineStart, to: end, text: `\`\`\`\n${code}\n\`\`\`` });
      draft.mended(lineStart, 'Indented code stands between fences');
    }
    for (const child of node.children ?? []) visit(child);
  };
  visit(root);
  draft.apply(edits);
}

/** Names of footnotes become letters, digits and hyphens; the bodies of those of Python-Markdown stay as they are. */
export function mendFootnotes(draft: Draft): void {
  const names = new Map<string, string>();
  const edits: Edit[] = [];
  for (const { index, end, written, groups } of matchProse(draft.text, /\[\^([^\]\n]{1,80})\]/dg)) {
    const name = groups[1] ?? '';
    if (/^[\p{L}\p{N}_-]{1,60}$/u.test(name)) continue;
    const plain =
      names.get(name) ??
      (name
        .replace(/[^\p{L}\p{N}_-]+/gu, '-')
        .replace(/^-+|-+$/g, '')
        .slice(0, 50) ||
        `note-${names.size + 1}`);
    names.set(name, plain);
    edits.push({ from: index, to: end, text: `[^${plain}]` });
    draft.mended(index, `The footnote ${quote(written)} is called \`[^${plain}]\``);
  }
  draft.apply(edits);
}

/** Marks that only Markdown of old shows: `<!-- more -->` as an excerpt's end, `[TOC]`, `==marked==`, two spaces at a line's end. */
export function mendLines(draft: Draft): void {
  const edits: Edit[] = [];
  for (const { index, end, written } of matchProse(
    draft.text,
    /(?<=^|\n)[ \t]*(?:\[TOC\]|\[\[_?TOC_?\]\])[ \t]*(?=\n|$)/g,
  )) {
    edits.push({ from: index, to: end, text: '' });
    draft.mended(index, `${quote(written)} was left out: the site makes its own contents`);
  }
  for (const { index, end, groups } of matchProse(
    draft.text,
    /(?<![=\w])==(?=\S)([^=\n]+?)==(?!=)/dg,
    { formulas: false },
  )) {
    edits.push({ from: index, to: end, text: `<mark>${groups[1] ?? ''}</mark>` });
    draft.mended(index, '`==…==` became `<mark>`');
  }
  draft.apply(edits);
}

/** At most one empty line between blocks, none at the ends. */
export function tidyLines(draft: Draft): void {
  const { text } = draft;
  const masked = maskText(text);
  const edits = [...masked.matchAll(/\n(?:[ \t]*\n){2,}/g)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
    text: '\n\n',
  }));
  draft.apply(edits);
  const start = /^\s*\n/.exec(draft.text)?.[0].length ?? 0;
  const end = draft.text.trimEnd().length;
  if (start < end)
    draft.apply([
      { from: 0, to: start, text: '' },
      { from: end, to: draft.text.length, text: '' },
    ]);
}
