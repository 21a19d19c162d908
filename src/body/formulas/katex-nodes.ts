import { SYMBOLS } from './letters.ts';

/** A node of KaTeX's parse tree (https://github.com/KaTeX/KaTeX, src/parseNode.ts), which it does not export. */
export type Node = { type: string; [key: string]: unknown };

/** The text of nodes that hold letters, digits and hyphens alone; empty of any others. */
export function lettersOf(value: unknown): string {
  if (Array.isArray(value)) {
    const parts = value.map((item: unknown) =>
      isNode(item) && /^(?:kern|spacing)$/.test(item.type) ? ' ' : lettersOf(item),
    );
    return parts.includes('') ? '' : parts.join('').trim();
  }
  if (!isNode(value)) return '';
  if (value.type === 'mathord' || value.type === 'textord')
    return /^[\p{L}\p{N}-]$/u.test(String(value['text'])) ? String(value['text']) : '';
  if (value.type === 'atom') return value['text'] === '-' ? '-' : '';
  return /^(?:ordgroup|text|font)$/.test(value.type) ? lettersOf(value['body']) : '';
}

export function childrenOf(node: Node): unknown[] {
  if (node.type === 'array') return (node['body'] as unknown[][]).flat();
  return Object.values(node).filter((value) => isNode(value) || Array.isArray(value));
}

/** A command as the letter it prints, so that `\alpha` and `α` are one. */
export function textOf(node: Node): string {
  const text = ((node['text'] ?? node['name'] ?? '') as string).replace(/^\\@(?=c?dots)/, '\\');
  if (text === '\\|') return '‖';
  // A bar between two things is no bar around one.
  if (text === '\\mid') return text;
  return text.startsWith('\\') ? (SYMBOLS.get(text.slice(1)) ?? text) : text;
}

export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value;
}
