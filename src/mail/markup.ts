import type { Element, ElementContent, Properties, Root } from 'hast';
import { formulaText } from '../body/formulas/text.ts';
import { STYLES } from './styles.ts';

/** Elements that some mail program drops, and what stands for them; what is neither here nor styled leaves its content. */
const INSTEAD: Readonly<Record<string, string>> = {
  aside: 'blockquote',
  caption: 'p',
  cite: 'em',
  details: 'div',
  figcaption: 'p',
  figure: 'div',
  ins: 'span',
  kbd: 'code',
  mark: 'strong',
  samp: 'code',
  section: 'div',
  summary: 'p',
  var: 'em',
};

/** Attributes that a mail keeps; all others are gone. */
const KEPT = [
  'href',
  'src',
  'alt',
  'width',
  'height',
  'colSpan',
  'rowSpan',
  'start',
  'lang',
  'dir',
];

/**
 * What a feed shows as a mail shows it: elements that all mail programs know, each with its looks at itself, no
 * address that is not absolute, and a formula without a picture as its Unicode text.
 */
export function buildMarkup({ children }: Root | Element): ElementContent[] {
  return children.flatMap((child) => {
    if (child.type === 'text') return [{ type: 'text' as const, value: child.value }];
    if (child.type === 'raw') return buildRaw(child.data?.tex);
    return child.type === 'element' ? buildElement(child) : [];
  });
}

/** Only a formula that is set as MathML is raw, and mail programs print its letters one after the other. */
function buildRaw(tex: string | undefined): ElementContent[] {
  if (tex === undefined) throw new Error('A mail holds raw markup that is no formula.');
  return [{ type: 'text', value: formulaText(tex) }];
}

function buildElement(element: Element): ElementContent[] {
  const content = buildMarkup(element);
  switch (element.tagName) {
    case 'q':
      return [text('“'), ...content, text('”')];
    // The reading of a character stands behind it.
    case 'rp':
      return [];
    case 'rt':
      return [text(' ('), ...content, text(')')];
    case 'pre':
      return [build('div', element, breakLines(element))];
    case 'table': {
      // A caption became a paragraph, which stands above.
      const [above, rows] = [content.filter(isBlock), content.filter((child) => !isBlock(child))];
      return [...above, build('table', element, rows)];
    }
  }
  const name = INSTEAD[element.tagName] ?? element.tagName;
  if (!Object.hasOwn(STYLES, name)) return content;
  return [build(name === 'p' && content.some(isBlock) ? 'div' : name, element, content)];
}

/** Code that breaks where it is too long for a phone: Outlook knows no \`white-space\`. */
function breakLines(pre: Element): ElementContent[] {
  const lines = plain(pre).replace(/\n$/, '').replaceAll('\t', '    ').split('\n');
  return lines.flatMap((line, index) => [
    ...(index > 0
      ? [{ type: 'element' as const, tagName: 'br', properties: {}, children: [] }]
      : []),
    text(line.replace(/^ +| {2,}/g, (spaces) => '\u00a0'.repeat(spaces.length))),
  ]);
}

function plain(node: ElementContent): string {
  if (node.type === 'text') return node.value;
  return node.type === 'element' ? node.children.map(plain).join('') : '';
}

const BLOCKS = new Set(['blockquote', 'div', 'dl', 'hr', 'ol', 'p', 'pre', 'table', 'ul']);

function isBlock(node: ElementContent): boolean {
  return node.type === 'element' && BLOCKS.has(node.tagName);
}

function build(
  name: string,
  { tagName, properties, data }: Element,
  children: ElementContent[],
): Element {
  const kept: Properties = {};
  for (const key of KEPT) {
    const value = properties[key];
    if (value !== undefined && value !== null) kept[key] = value;
  }
  const { href } = kept;
  if (typeof href === 'string' && !/^(?:https?:|mailto:)/i.test(href)) delete kept['href'];
  if (name === 'table') Object.assign(kept, { cellPadding: 0, cellSpacing: 0, border: 0 });
  const looks = [
    STYLES[tagName] ?? STYLES[name] ?? '',
    ...(data?.depth === undefined ? [] : [`vertical-align:-${data.depth}px`]),
  ].filter(Boolean);
  return {
    type: 'element',
    tagName: name,
    properties: { ...kept, ...(looks.length > 0 && { style: looks.join(';') }) },
    children,
  };
}

function text(value: string): ElementContent {
  return { type: 'text', value };
}
