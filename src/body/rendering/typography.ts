import type { Element, ElementContent, ElementData, Root } from 'hast';
import { h } from 'hastscript';

/**
 * Keeps what belongs together on one line: `equation (1)`, a result and its claim by a no-break space, and, on a page, a formula that
 * does not break with the punctuation behind it and the bracket before it.
 */
export function tieWords(parent: Root | Element, outlet: 'page' | 'feed'): void {
  for (const child of parent.children) if (child.type === 'element') tieWords(child, outlet);
  const children = parent.children as ElementContent[];
  children.forEach((child, index) => {
    const before = children[index - 1];
    if (tieOf(child) === 'reference' && before?.type === 'text') {
      before.value = before.value.replace(NAMED, '$1\u00A0');
    }
    if (tieOf(child) === 'claim' && before?.type === 'text') {
      before.value = before.value.replace(/ $/, '\u00A0');
    }
  });
  if (outlet === 'page') parent.children = tieFormulas(children);
}

const NAMED = /((?:^|[\s([“])(?:equations?|eqs?\.|figures?|figs?\.|tables?)) $/i;
const OPENING = /[([“‘]+$/;
const CLOSING = /^(?:[,.;:!?)\]’”…]+|[-‑](?=\p{L}))/u;

function tieFormulas(children: readonly ElementContent[]): ElementContent[] {
  const tied: ElementContent[] = [];
  for (let index = 0; index < children.length; index += 1) {
    const child = children[index];
    if (child === undefined) continue;
    if (tieOf(child) !== 'formula') {
      tied.push(child);
      continue;
    }
    const before = tied.at(-1);
    const opening = before?.type === 'text' ? (OPENING.exec(before.value)?.[0] ?? '') : '';
    const after = children[index + 1];
    const closing = after?.type === 'text' ? (CLOSING.exec(after.value)?.[0] ?? '') : '';
    if (opening === '' && closing === '') {
      tied.push(child);
      continue;
    }
    if (before?.type === 'text')
      before.value = before.value.slice(0, before.value.length - opening.length);
    if (after?.type === 'text') after.value = after.value.slice(closing.length);
    tied.push(h('span.nowrap', [...textNode(opening), child, ...textNode(closing)]));
  }
  return tied;
}

function textNode(value: string): ElementContent[] {
  return value === '' ? [] : [{ type: 'text', value }];
}

function tieOf(node: ElementContent): ElementData['tie'] {
  return node.type === 'element' ? node.data?.tie : undefined;
}
