import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { PhrasingContent, RootContent } from 'mdast';
import { paragraph, text } from '../rendering/markdown-blocks.ts';

/**
 * Sets `label` before the first words of a caption and `after` behind its last. A caption of one paragraph loses
 * the paragraph, so that all of it is one flow.
 */
export function flowCaption(
  label: readonly ElementContent[],
  caption: readonly ElementContent[],
  after: readonly ElementContent[] = [],
): ElementContent[] {
  const blocks = caption.filter((node) => node.type !== 'text' || node.value.trim() !== '');
  const [first, ...rest] = blocks;
  const tail = after.length > 0 ? [space(), ...after] : [];
  if (first === undefined) return label.length > 0 ? [...label, ...tail] : [...after];
  if (!isParagraph(first))
    return [h('p', [...label]), ...blocks, ...(after.length > 0 ? [h('p', [...after])] : [])];
  const opening = [...label, ...(label.length > 0 ? [space()] : []), ...first.children];
  const last = rest.at(-1);
  if (last === undefined) return [...opening, ...tail];
  const closing = isParagraph(last)
    ? [h('p', [...last.children, ...tail])]
    : [last, h('p', [...after])];
  return [h('p', [...opening]), ...rest.slice(0, -1), ...closing];
}

/** The same for Markdown: paragraphs, of which the first begins with `label` and the last ends with `after`. */
export function flowMarkdown(
  label: readonly PhrasingContent[],
  caption: readonly RootContent[],
  after: readonly PhrasingContent[] = [],
): RootContent[] {
  const [first, ...others] = caption;
  const opening =
    first?.type === 'paragraph'
      ? [paragraph(spaced(label, first.children)), ...others]
      : [...(label.length > 0 ? [paragraph(label)] : []), ...caption];
  if (after.length === 0) return opening;
  const last = opening.at(-1);
  return last?.type === 'paragraph'
    ? [...opening.slice(0, -1), paragraph(spaced(last.children, after))]
    : [...opening, paragraph(after)];
}

function spaced(
  before: readonly PhrasingContent[],
  after: readonly PhrasingContent[],
): PhrasingContent[] {
  const isBoth = before.length > 0 && after.length > 0;
  return [...before, ...(isBoth ? [text(' ')] : []), ...after];
}

function isParagraph(node: ElementContent): node is Element {
  return node.type === 'element' && node.tagName === 'p';
}

function space(): ElementContent {
  return { type: 'text', value: ' ' };
}
