import type { DefaultTreeAdapterTypes } from 'parse5';

export type Node = DefaultTreeAdapterTypes.ChildNode;
export type Element = DefaultTreeAdapterTypes.Element;

export function attribute(node: Element, name: string): string {
  return node.attrs.find((one) => one.name === name)?.value.trim() ?? '';
}

export function isCaption(node: Element): boolean {
  return node.tagName === 'figcaption';
}

export function isElement(node: Node): node is Element {
  return 'tagName' in node;
}

export function findAll(node: Element, name: string): Element[] {
  return node.childNodes
    .filter(isElement)
    .flatMap((child) => [...(child.tagName === name ? [child] : []), ...findAll(child, name)]);
}

/** All text in a node, as it is. */
export function textOf(node: Node): string {
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}

/** The tag with what it holds, for a comment. */
export function serialise(node: Element): string {
  const attributes = node.attrs.map(({ name, value }) => ` ${name}="${value}"`).join('');
  const inner = node.childNodes
    .map((child) => (isElement(child) ? serialise(child) : textOf(child)))
    .join('');
  return `<${node.tagName}${attributes}>${inner}</${node.tagName}>`;
}
