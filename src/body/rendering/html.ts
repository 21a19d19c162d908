import type { Element, ElementContent, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import type { Options, State } from 'mdast-util-to-hast';
import { toHast } from 'mdast-util-to-hast';
import { Cards } from './cards.ts';
import { Footnotes } from './footnotes.ts';
import { linkFormulas } from './formula-links.ts';
import { buildHandlers, shiftLevel } from './handlers.ts';
import { tieWords } from './typography.ts';
import { renderXml } from './xml.ts';
import type { FeedOptions, Outlet, RenderOptions } from './options.ts';
import { gatherNotes } from './margin.ts';
import type { FootnoteDefinition, Tree } from '../tree.ts';

export type {
  FeedOptions,
  FormulaPicture,
  LinkCard,
  Picture,
  Plot,
  RenderOptions,
  Resolve,
} from './options.ts';
export { withoutFolder } from './options.ts';

/** The body for a page: KaTeX with MathML for screen readers, classes, ids with their prefix. */
export function renderPage(tree: Tree, options: RenderOptions): string {
  return toHtml(buildHast(tree, 'page', options), { allowDangerousHtml: true });
}

/**
 * The body for a feed reader, a mail or a book: formulas as MathML or as pictures, each displayed one alone in its
 * paragraph with its number as text; no class, style or script, and ids only where they are asked for. Well-formed
 * XML once it has a root element.
 */
export function renderFeed(tree: Tree, options: FeedOptions): string {
  return renderXml(buildFeed(tree, options));
}

/** The same as a tree of HTML, for an outlet that has something to add to it. */
export function buildFeed(tree: Tree, options: FeedOptions): Root {
  return buildHast(tree, 'feed', options);
}

function buildHast(tree: Tree, outlet: Outlet, options: FeedOptions): Root {
  const footnotes = new Footnotes(tree.children, options.idPrefix);
  const cards = new Cards();
  const root = (state: State): Root => {
    if (isInline(tree)) return { type: 'root', children: state.all(tree as never) };
    const note = (definition: FootnoteDefinition) => state.all(definition as never);
    if (outlet === 'feed') {
      const content = state.all(tree as never);
      const level = shiftLevel(2, options.headingShift);
      const notes = footnotes.list(level, note, options.anchors === true);
      return { type: 'root', children: separate([...content, ...notes]) };
    }
    const blocks = tree.children.map((child) => [
      ...state.all({ type: 'root', children: [child] } as never),
      ...footnotes.take(note),
      ...cards.take(),
    ]);
    return { type: 'root', children: separate(gatherNotes(blocks.flat())) };
  };
  const handlers: Options['handlers'] = {
    ...buildHandlers(outlet, options, footnotes, cards),
    root: root as never,
  };
  const unknownHandler = (_state: State, node: { type: string }) => {
    throw new Error(`A tree holds a node of type ${node.type}, which does not exist.`);
  };
  // The library looks through all that it is given for mdast's own notes, in half of the time that it takes: it is given
  // a root without children, and `root` above makes those of the tree.
  const hollow = { type: 'root' as const, children: [] };
  const hast = toHast(hollow, { handlers, unknownHandler: unknownHandler as never }) as Root;
  if (outlet === 'page' && options.notation) linkFormulas(hast, options.notation);
  if (outlet === 'page' && options.formerIds) keepIds(hast, options.formerIds);
  tieWords(hast, outlet);
  if (outlet === 'feed') strip(hast, options);
  return hast;
}

/** Whether it is a title, a tldr: a tree without blocks, in which a line break would be a space too many. */
function isInline(tree: Tree): boolean {
  return !tree.children.some(({ type }) =>
    /^(?:paragraph|heading|blockquote|list|code|thematicBreak|table|formula|component)$/.test(type),
  );
}

/** Blocks on lines of their own. */
function separate(nodes: readonly ElementContent[]): ElementContent[] {
  return nodes.flatMap((node, index): ElementContent[] =>
    index === 0 ? [node] : [{ type: 'text', value: '\n' }, node],
  );
}

/** Puts an empty element with each former id at the beginning of what has its place now. */
function keepIds(parent: Root | Element, formerIds: ReadonlyMap<string, readonly string[]>): void {
  for (const child of parent.children) {
    if (child.type !== 'element') continue;
    keepIds(child, formerIds);
    const { id } = child.properties;
    const former = typeof id === 'string' ? (formerIds.get(id) ?? []) : [];
    const [first] = child.children;
    // A caption stands first or last in its figure, so what would come before it goes into it.
    const holder = first?.type === 'element' && first.tagName === 'figcaption' ? first : child;
    holder.children.unshift(...former.map((old) => h('span.former', { id: old })));
  }
}

/**
 * Takes out what only a page's stylesheet and its links know. Many items stand on one page of a
 * reader, so a footnote's number leads to the note on our page.
 */
function strip(parent: Root | Element, options: FeedOptions): void {
  for (const child of parent.children) {
    if (child.type !== 'element') continue;
    const { properties } = child;
    delete properties['className'];
    delete properties['rel'];
    if (options.anchors !== true) {
      delete properties['role'];
      delete properties['id'];
      const { href } = properties;
      if (typeof href === 'string' && href.startsWith('#'))
        properties['href'] = options.resolve.link(href).href;
    }
    strip(child, options);
  }
}
