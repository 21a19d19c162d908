import { escapeXml } from '../body/rendering/xml.ts';

export type Attributes = Record<string, string | undefined>;

/** An element with text; without one, where the text is missing or empty and it has no attribute either. */
export function writeText(name: string, text = '', attributes: Attributes = {}): string {
  const open = name + writeAttributes(attributes);
  if (text === '') return open === name ? '' : `<${open}/>`;
  return `<${open}>${escapeXml(text)}</${name}>`;
}

/** An element of others, each on a line of its own; empty ones are left out. */
export function writeElement(
  name: string,
  children: string[],
  attributes: Attributes = {},
): string {
  const inner = children.filter((child) => child !== '');
  return [`<${name}${writeAttributes(attributes)}>`, ...inner, `</${name}>`].join('\n');
}

/** A document in UTF-8. */
export function writeDocument(root: string): string {
  return `<?xml version="1.0" encoding="utf-8"?>\n${root}\n`;
}

function writeAttributes(attributes: Attributes): string {
  return Object.entries(attributes)
    .map(([name, value]) => (value === undefined ? '' : ` ${name}="${escapeXml(value)}"`))
    .join('');
}
