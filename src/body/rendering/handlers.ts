import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Handlers, State } from 'mdast-util-to-hast';
import { findComponent, isInlineComponent } from '../components/index.ts';
import type { HtmlContext } from '../components/component.ts';
import { splitFormulas } from '../formulas/inline.ts';
import { renderElement } from './elements.ts';
import type { Cards } from './cards.ts';
import type { Footnotes } from './footnotes.ts';
import { renderDisplay, renderInline } from './formulas.ts';
import { linkPicture, renderFeedPicture, renderPicture } from './pictures.ts';
import { frameTable, renderTable } from './tables.ts';
import type { FeedOptions, Outlet } from './options.ts';
import type * as tree from '../tree.ts';
import { words } from '../words.ts';

/** Handlers of mdast-util-to-hast for the nodes that it does not know, or sets otherwise. */
export function buildHandlers(
  outlet: Outlet,
  options: FeedOptions,
  footnotes: Footnotes,
  cards: Cards,
): Handlers {
  const { resolve, idPrefix, headingShift } = options;
  const page = outlet === 'page';
  const anchored = page || options.anchors === true;

  const handlers = {
    formula: (_state: State, node: tree.Formula) => renderDisplay(node, outlet, options),
    inlineFormula: (_state: State, node: tree.InlineFormula) => renderInline(node, outlet, options),

    reference(_state: State, node: tree.Reference) {
      const href = anchored ? `#${idPrefix}${node.id}` : resolve.link(`#${node.id}`).href;
      const isNowhere = !anchored && href.startsWith('#');
      const element = isNowhere ? h('span', node.text) : h('a.reference', { href }, node.text);
      element.data = { tie: 'reference' };
      return element;
    },

    heading(state: State, node: tree.Heading) {
      const level = shiftLevel(node.depth, headingShift);
      const id = idPrefix + node.id;
      if (!page) return h(`h${level}`, { id }, all(state, node));
      const link = h('a.permalink', { href: `#${id}`, ariaLabel: words.linkToSection }, '#');
      return h(`h${level}`, { id }, [...all(state, node), link]);
    },

    link(state: State, node: tree.Link): Element | ElementContent[] {
      const children = all(state, node);
      const title = node.title ? { title: node.title } : {};
      if (anchored && node.url.startsWith('#')) {
        return h('a', { href: `#${idPrefix}${node.url.slice(1)}`, ...title }, children);
      }
      const { href, rel, className } = resolve.link(node.url);
      if (href.startsWith('#')) return children;
      const card = page ? options.cardOf?.(node.url) : undefined;
      if (card) cards.meet(card);
      const kind = className === undefined ? {} : { className: [className] };
      return h('a', { ...kind, href, ...(rel ? { rel } : {}), ...title }, children);
    },

    image(_state: State, node: tree.Image) {
      const picture = resolve.picture(node.url);
      if (!picture) return h('span', node.alt);
      if (!page) return renderFeedPicture(picture, node.alt);
      return linkPicture(picture, renderPicture(picture, node.alt, 'text', node.title));
    },

    paragraph(state: State, node: { children: tree.Node[] }) {
      return splitParagraph(state, node.children, page);
    },

    code(_state: State, node: { lang?: string; value: string }) {
      const language = page && node.lang && /^[\w+#.-]+$/.test(node.lang) ? node.lang : undefined;
      const className = language ? { className: [`language-${language}`] } : {};
      const code = h('code', className, `${node.value}\n`);
      return page ? h('pre.code', { tabIndex: 0 }, code) : h('pre', code);
    },

    listItem: renderListItem,

    table(state: State, node: tree.Table) {
      const element = renderTable(node, outlet, (cell) => all(state, cell));
      return page ? frameTable(element, words.table) : element;
    },

    footnoteReference: (_state: State, node: { identifier: string }) =>
      footnotes.refer(node.identifier),
    footnoteDefinition: () => undefined,

    element(state: State, node: tree.Element) {
      const element = renderElement(node, outlet, all(state, node));
      return page && node.name === 'table' ? frameTable(element, words.table) : element;
    },

    component(state: State, node: tree.Component) {
      const module = findComponent(node.name);
      if (!module)
        throw new Error(`A tree holds the component ${node.name}, which does not exist.`);
      const context: HtmlContext = {
        nodes: (nodes) => state.all({ type: 'root', children: nodes as never[] }),
        table: (child, name) => {
          const table =
            child.type === 'table'
              ? renderTable(child, outlet, (cell) => all(state, cell))
              : child.type === 'element'
                ? renderElement(child, outlet, all(state, child))
                : undefined;
          if (!table) return [];
          return [page ? frameTable(table, name) : table];
        },
        ...resolve,
        inline: (text) =>
          splitFormulas(text).map((part) =>
            part.type === 'text' ? part : renderInline(part, outlet, options),
          ),
        id: (id) => idPrefix + id,
      };
      return module[outlet](node, context);
    },
  };
  // mdast-util-to-hast knows mdast's nodes only; ours differ in what the types say, not in how it walks them.
  return handlers as unknown as Handlers;
}

/** The level of a heading on the page: 1 to 6. */
export function shiftLevel(depth: number, shift: number): number {
  return Math.min(6, Math.max(1, depth + shift));
}

/** A picture alone in its paragraph is a figure; components in one end it, as a paragraph holds no blocks. */
function splitParagraph(state: State, children: tree.Node[], page: boolean): ElementContent[] {
  const parts: ElementContent[] = [];
  let run: tree.Node[] = [];
  const flush = () => {
    const [only] = run;
    const content = state.all({ type: 'paragraph', children: run as never[] });
    if (page && run.length === 1 && only?.type === 'image') parts.push(h('figure.figure', content));
    else if (content.some((node) => node.type !== 'text' || node.value.trim() !== ''))
      parts.push(h('p', content));
    run = [];
  };
  for (const child of children) {
    if (child.type !== 'component' || isInlineComponent(child)) {
      run.push(child);
      continue;
    }
    flush();
    parts.push(...all(state, { children: [child] }));
  }
  flush();
  return parts;
}

/** As mdast-util-to-hast has it, but a task's box is a letter: a form field would want a label. */
function renderListItem(
  state: State,
  node: tree.ListItem,
  parent?: { spread?: boolean; children: tree.ListItem[] },
) {
  const loose = parent
    ? parent.spread === true || parent.children.some(({ spread }) => spread)
    : node.spread;
  const box: ElementContent[] =
    node.checked === undefined ? [] : [{ type: 'text', value: node.checked ? '☑ ' : '☐ ' }];
  const content = all(state, node);
  const [first] = content;
  if (first?.type === 'element' && first.tagName === 'p') first.children.unshift(...box);
  else content.unshift(...box);
  const children = content.flatMap((child) =>
    !loose && child.type === 'element' && child.tagName === 'p' ? child.children : [child],
  );
  return h('li', children);
}

function all(state: State, node: { children: readonly tree.Node[] }): ElementContent[] {
  return state.all({ type: 'root', children: [...node.children] as never[] });
}
