import type { Element, ElementContent, Root } from 'hast';
import { toUri } from './uri.ts';

/** Attributes with their names as they are written; one without a value is left out. */
type Attributes = Record<string, string | number | undefined>;

export type Content = ElementContent | string | undefined | readonly Content[];

/** An element of XML, for `renderXml` to write; texts are escaped there. */
export function element(tagName: string, properties: Attributes, ...content: Content[]): Element {
  return { type: 'element', tagName, properties, children: listContent(content) };
}

/** Markup that something of ours has made. */
export function raw(value: string): ElementContent {
  return { type: 'raw', value };
}

export function root(...content: Content[]): Root {
  return { type: 'root', children: listContent(content) };
}

/** A link to a document of the book or to the web. */
export function link(href: string, ...content: Content[]): Element {
  return element('a', { href: toUri(href) }, content);
}

/** A row of a list of facts: what it is about, and what is said of it. */
export function fact(name: string, ...value: Content[]): Element {
  return element('div', {}, element('dt', {}, name), element('dd', {}, value));
}

function listContent(content: readonly Content[]): ElementContent[] {
  return content.flatMap((one): ElementContent[] => {
    if (one === undefined) return [];
    if (typeof one === 'string') return one === '' ? [] : [{ type: 'text', value: one }];
    return 'type' in one ? [one] : listContent(one);
  });
}
