import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';

/** Rows of text that a note may run down beside, unless the next note begins before. */
const MOST_ROWS = 6;

/**
 * Blocks with the footnotes and asides that follow one of them gathered in a `div.notes`: in the margin beside
 * that block where there is room, after it where there is none. `rows-3` says how many blocks are free of notes
 * of their own, so that what is taller than its paragraph runs on beside the next ones.
 */
export function gatherNotes(blocks: readonly ElementContent[]): ElementContent[] {
  const gathered: ElementContent[] = [];
  let open: Element | undefined;
  for (const block of blocks) {
    if (!isNote(block)) {
      open = undefined;
      gathered.push(block);
    } else if (open) {
      open.children.push(block);
    } else {
      open = h('div.notes', block);
      gathered.push(open);
    }
  }
  gathered.forEach((block, index) => {
    if (hasClass(block, 'notes')) addClass(block, `rows-${countRows(gathered, index)}`);
  });
  return gathered;
}

function countRows(blocks: readonly ElementContent[], index: number): number {
  let rows = 1;
  for (const [at, block] of blocks.entries()) {
    if (at <= index || /^h\d$/.test(tagOf(block))) continue;
    const next = blocks[at + 1];
    if (rows === MOST_ROWS || hasClass(block, 'figure-wide') || (next && hasClass(next, 'notes')))
      break;
    rows += 1;
  }
  return rows;
}

function isNote(node: ElementContent): boolean {
  return hasClass(node, 'footnote') || hasClass(node, 'note');
}

function hasClass(node: ElementContent, name: string): boolean {
  if (node.type !== 'element') return false;
  const { className } = node.properties;
  return Array.isArray(className) && className.includes(name);
}

function addClass(node: ElementContent, name: string): void {
  if (node.type === 'element' && Array.isArray(node.properties['className']))
    node.properties['className'].push(name);
}

function tagOf(node: ElementContent): string {
  return node.type === 'element' ? node.tagName : '';
}
