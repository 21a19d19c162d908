import type { Nodes } from 'hast';

/**
 * HTML as XML that needs no declaration (https://www.w3.org/TR/xml/): all elements closed, all attributes with a
 * value, references numeric, characters that XML cannot hold left out. `raw` nodes are taken as they are.
 */
export function renderXml(node: Nodes): string {
  switch (node.type) {
    case 'root':
      return node.children.map(renderXml).join('');
    case 'text':
      return escapeXml(node.value);
    case 'raw':
      return node.value;
    case 'element': {
      const attributes = Object.entries(node.properties).map(([name, value]) =>
        value === false || value === null || value === undefined
          ? ''
          : ` ${attributeName(name)}="${escapeXml(Array.isArray(value) ? value.join(' ') : String(value))}"`,
      );
      const open = `<${node.tagName}${attributes.join('')}`;
      if (VOID.has(node.tagName)) return `${open} />`;
      return `${open}>${node.children.map(renderXml).join('')}</${node.tagName}>`;
    }
    default:
      return '';
  }
}

// HTML parsers take `<td />` for an open tag, so only these are closed in one.
const VOID = new Set(['br', 'hr', 'img', 'wbr']);

/** `colSpan` of hast is `colspan`, `ariaLabel` is `aria-label`. */
function attributeName(property: string): string {
  return property.toLowerCase().replace(/^aria(?!-)/, 'aria-');
}

/** For text and for attributes in double quotes; what the Char production of XML leaves out is left out here. */
export function escapeXml(text: string): string {
  // Half a pair becomes U+FFFD. `>` is escaped because of `]]>`.
  return text
    .toWellFormed()
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '')
    .replace(/[<>&"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
