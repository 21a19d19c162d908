import type { PhrasingContent, Root, RootContent } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { mathToMarkdown } from 'mdast-util-math';
import { toMarkdown } from 'mdast-util-to-markdown';
import type { Tree } from '../tree.ts';
import { MarkdownNodes } from './markdown-nodes.ts';
import type { MarkdownOptions } from './options.ts';

export type { MarkdownOptions } from './options.ts';

/**
 * A body as Markdown that any reader of CommonMark (https://spec.commonmark.org/), GitHub's tables and footnotes
 * (https://github.github.com/gfm/) and `$…$` reads back: formulas as TeX with their number as `\tag`, addresses as
 * `resolve` gives them, inert HTML where Markdown has no words for it. Each block is one line, or several where it
 * must be. There is no empty line at its end.
 */
export function renderMarkdown(tree: Tree, options: MarkdownOptions): string {
  return writeMarkdown(buildMarkdown(tree, options));
}

/** The same as mdast (https://github.com/syntax-tree/mdast), for a document that has more in it. */
export function buildMarkdown(tree: Tree, options: MarkdownOptions): RootContent[] {
  const nodes = new MarkdownNodes(tree.children, options);
  return [...nodes.blocks(tree.children), ...nodes.notes()];
}

/** A title, a tldr, an abstract as mdast, to stand in a heading or a sentence. */
export function buildMarkdownInline(tree: Tree, options: MarkdownOptions): PhrasingContent[] {
  return new MarkdownNodes(tree.children, options).phrasing(tree.children);
}

/** Writes mdast, escaped so that its text comes back as text. */
export function writeMarkdown(children: readonly RootContent[]): string {
  const root: Root = { type: 'root', children: [...children] };
  return toMarkdown(root, {
    bullet: '-',
    // Of another letter than lists have, or an item that is a rule would be one with its bullet.
    rule: '_',
    extensions: [gfmToMarkdown({ tablePipeAlign: false }), mathToMarkdown()],
  }).trimEnd();
}
