import { findMarkup } from './markup.ts';
import type { SyntaxNode } from '../parsing/parse.ts';
import type { Report } from './report.ts';

/** In one text: each is a link with a whole address. */
const MAX_COMPONENTS = 300;

const LINKS = new Set(['link', 'linkReference']);

/**
 * Tells components of a sentence (`<Claim>`) where they cannot stand: in a link, as they are links
 * themselves, in a heading, which is an address and a line of the contents, alone in a paragraph, and in
 * any text that is not a summary.
 *
 * @param summary whether the text is about one paper
 */
export function judgeInlineComponents(root: SyntaxNode, summary: boolean, report: Report): void {
  let count = 0;
  visit(root, undefined);

  function visit(node: SyntaxNode, around: 'link' | 'heading' | undefined): void {
    if (isInlineComponent(node)) judge(node, around);
    else if (node.type === 'paragraph' && summary) judgeParagraph(node);
    const within = LINKS.has(node.type) ? 'link' : node.type === 'heading' ? 'heading' : around;
    for (const child of node.children ?? []) visit(child, within);
  }

  function judge(node: SyntaxNode, around: 'link' | 'heading' | undefined): void {
    const tag = `\`<${node.name ?? ''}>\``;
    const { offset } = node.position.start;
    count += 1;
    if (!summary) {
      report.add({
        offset,
        code: 'misplaced-component',
        message: `${tag} is taken only in the body of a summary.`,
        fix: 'Write it in words, or put it into the summary.',
      });
    } else if (around === 'link') {
      report.add({
        offset,
        code: 'misplaced-component',
        message: `${tag} stands in the text of a link, and is a link itself.`,
        fix: 'Put it behind the link.',
      });
    } else if (around === 'heading') {
      report.add({
        offset,
        code: 'misplaced-component',
        message: `${tag} stands in a heading.`,
        fix: 'Put it into the text, behind the result that it belongs to.',
      });
    }
    if (count === MAX_COMPONENTS + 1) {
      report.add({
        offset,
        code: 'too-much',
        message: `The text has more than ${MAX_COMPONENTS} of ${tag}.`,
        fix: 'Keep those of the main results.',
      });
    }
  }

  function judgeParagraph(paragraph: SyntaxNode): void {
    const children = paragraph.children ?? [];
    const first = children.find(isInlineComponent);
    if (first === undefined || !children.every((one) => isInlineComponent(one) || isBlank(one))) {
      return;
    }
    report.add({
      offset: first.position.start.offset,
      code: 'misplaced-component',
      message: `\`<${first.name ?? ''}>\` stands alone in a paragraph.`,
      fix: 'Put it behind the result that it belongs to, in the same sentence.',
    });
  }
}

function isInlineComponent(node: SyntaxNode): boolean {
  if (node.type !== 'element') return false;
  const markup = findMarkup(node.name);
  return markup?.kind === 'component' && markup.place === 'inline';
}

function isBlank(node: SyntaxNode): boolean {
  return node.type === 'break' || (node.type === 'text' && (node.value ?? '').trim() === '');
}
