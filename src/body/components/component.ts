import type { ElementContent } from 'hast';
import type { PhrasingContent, RootContent } from 'mdast';
import type { z } from 'zod';
import type { Component, Node } from '../tree.ts';
import type { Fault } from '../judging/report.ts';
import type { Plot, Resolve } from '../rendering/options.ts';

/** Something wrong with a component that the schema of its attributes cannot say. */
export type ComponentFault = Omit<Fault, 'offset'> & {
  /** The attribute that it stands in. */
  attribute?: string;
};

/** What a component's rendering as HTML may ask for, on a page as in a feed. */
export type HtmlContext = Resolve & {
  /** The HTML of its children, each rendered once and only once: footnotes are counted while it is made. */
  nodes(nodes: readonly Node[]): ElementContent[];
  /** A table, which on a page scrolls in a frame of this name. */
  table(node: Node, name: string): ElementContent[];
  /** Text with `$…$` in an attribute. */
  inline(text: string): ElementContent[];
  /** An id of the tree as it stands on this page. */
  id(id: string): string;
};

export type TextContext = {
  nodes(nodes: readonly Node[]): string;
  plot(attributes: Component['attributes']): Pick<Plot, 'table'> | undefined;
  inline(text: string): string;
};

/** What a component's rendering as Markdown may ask for. */
export type MarkdownContext = Resolve & {
  /** Its children as blocks of mdast; words beside blocks become paragraphs. */
  blocks(nodes: readonly Node[]): RootContent[];
  /** Text with `$…$` in an attribute. */
  inline(text: string): PhrasingContent[];
};

/** A component: what it takes, and its rendering in every outlet. */
export type ComponentModule = {
  name: string;
  /** Strict; attributes come as literals. */
  attributes: z.ZodObject;
  /** It is counted under this kind, and takes `label="fig:name"`. */
  label?: 'fig' | 'tab';
  children: 'blocks' | 'none';
  /** It stands within a sentence of a summary and holds nothing; else it is a block. */
  inline?: true;
  /** The attributes that name a picture of the folder, a file of numbers in it, and an address on the web. */
  picture?: string;
  numbers?: string;
  link?: string;
  /** Judges a node whose attributes passed the schema. */
  check?: (node: Component) => ComponentFault[];
  page: (node: Component, context: HtmlContext) => ElementContent[];
  /** Without classes, styles and ids. */
  feed: (node: Component, context: HtmlContext) => ElementContent[];
  text: (node: Component, context: TextContext) => string;
  /** As mdast: blocks, or, of one that stands within a sentence, words. */
  markdown: (node: Component, context: MarkdownContext) => RootContent[];
};

/** An attribute as text, undefined where it is absent or empty. */
export function textOf(node: Component, name: string): string | undefined {
  const value = Object.hasOwn(node.attributes, name) ? node.attributes[name] : undefined;
  const text = value === undefined ? '' : String(value).trim();
  return text === '' ? undefined : text;
}

/** What the compiler must know of a component; its renderings are not its business. */
export type ComponentRule = Omit<ComponentModule, 'page' | 'feed' | 'text' | 'markdown'>;
