import type { SyntaxNode } from '../parsing/parse.ts';

/** Text nodes of one paragraph, heading or cell, in order; `closing` is a dollar that is told with its partner. */
export type Block = { node: SyntaxNode; texts: [start: number, end: number][]; closing?: number };

/** Every paragraph, heading and cell, in order; with the row that a cell stands in. */
export function visitBlocks(
  node: SyntaxNode,
  visit: (block: Block, row: SyntaxNode | undefined) => void,
  row?: SyntaxNode,
): void {
  if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') {
    const texts: Block['texts'] = [];
    collectTexts(node, texts);
    visit({ node, texts }, row);
    return;
  }
  const inner = node.type === 'tableRow' ? node : row;
  for (const child of node.children ?? []) visitBlocks(child, visit, inner);
}

export function collectTexts(node: SyntaxNode, texts: Block['texts']): void {
  if (node.type === 'text') {
    texts.push([node.position.start.offset, node.position.end.offset]);
    return;
  }
  if (isBareAddress(node)) return;
  for (const child of node.children ?? []) collectTexts(child, texts);
}

/** A link that the writer wrote as nothing but its address. */
export function isBareAddress(node: SyntaxNode): boolean {
  const child = node.children?.[0];
  return (
    node.type === 'link' &&
    child?.type === 'text' &&
    child.position.start.offset === node.position.start.offset &&
    child.position.end.offset === node.position.end.offset
  );
}

/** Whether what stands at an offset is among the words of a link. */
export function isWithinLink(node: SyntaxNode, offset: number): boolean {
  const { start, end } = node.position;
  if (offset < start.offset || offset >= end.offset) return false;
  if (node.type === 'link' || node.type === 'linkReference') return true;
  return (node.children ?? []).some((child) => isWithinLink(child, offset));
}
