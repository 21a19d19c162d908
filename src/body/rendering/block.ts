import { isInlineComponent } from '../components/index.ts';
import type { Node } from '../tree.ts';

const BLOCKS = new Set<Node['type']>([
  'paragraph',
  'heading',
  'blockquote',
  'list',
  'listItem',
  'code',
  'thematicBreak',
  'table',
  'tableRow',
  'tableCell',
  'footnoteDefinition',
  'formula',
  'component',
]);

const BLOCK_ELEMENTS = /^(?:table|thead|tbody|tfoot|tr|dl|dt|dd|details|summary|hr|caption|p|div)$/;

/** Whether a node stands on lines of its own, and not within a sentence. */
export function isBlock(node: Node): boolean {
  if (node.type === 'element') return BLOCK_ELEMENTS.test(node.name);
  return BLOCKS.has(node.type) && !isInlineComponent(node);
}
