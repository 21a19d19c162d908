import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { formulaText } from '../formulas/text.ts';
import { renderFeedFormula, renderPageFormula } from '../formulas/formula.ts';
import { makeStrict } from '../formulas/strict.ts';
import { escapeXml } from './xml.ts';
import type { FeedOptions, Outlet } from './options.ts';
import type { Formula, InlineFormula } from '../tree.ts';
import { words } from '../words.ts';

// About what fits beside its number on a phone, in characters of `formulaText`.
const NARROW = 24;
// Up to here a line that ends in `z ∈` is worse than a short line.
const WHOLE = 8;

export function renderInline(
  node: InlineFormula,
  outlet: Outlet,
  options: FeedOptions,
): ElementContent {
  if (outlet === 'feed') return renderForFeed(node.tex, false, options);
  const html = renderPageFormula(node.tex, false);
  const single = html.split('<span class="katex-base">').length <= 2;
  const length = Array.from(formulaText(node.tex)).length;
  const selector =
    !single && length <= WHOLE ? 'span.formula-inline.nowrap' : 'span.formula-inline';
  const element = h(selector, [raw(html)]);
  element.data = { tex: node.tex };
  // One that can break between its parts must be free to, or it would stick out on a phone.
  if (single || length <= NARROW) element.data.tie = 'formula';
  return element;
}

export function renderDisplay(node: Formula, outlet: Outlet, options: FeedOptions): Element {
  const number = node.number === undefined ? undefined : `(${node.number})`;
  const id = node.id === undefined ? undefined : options.idPrefix + node.id;
  if (outlet === 'feed') {
    const after = number === undefined ? [] : [text(` ${number}`)];
    return h('p', { id }, [renderForFeed(node.tex, true, options), ...after]);
  }
  const name = node.number === undefined ? words.formula : `${words.equation} ${node.number}`;
  // What may be wider than a phone scrolls, and what scrolls must take the focus.
  const wide = Array.from(formulaText(node.tex)).length > NARROW;
  const focus = wide ? { tabIndex: 0, role: 'group', ariaLabel: name } : {};
  const body = h('div.formula-body', focus, [raw(renderPageFormula(node.tex, true))]);
  body.data = { tex: node.tex };
  return h('div.formula', id === undefined ? {} : { id }, [
    body,
    ...(number === undefined
      ? []
      : id === undefined
        ? [h('span.formula-number', number)]
        : [h('a.formula-number', { href: `#${id}`, ariaLabel: name }, number)]),
  ]);
}

function renderForFeed(
  tex: string,
  display: boolean,
  { formulaPicture, anchors }: FeedOptions,
): ElementContent {
  const picture = formulaPicture?.(tex, display);
  if (!picture) {
    const render = anchors ? renderBookFormula : renderFeedFormula;
    return { ...raw(render(tex, display)), data: { tex } };
  }
  const { href, width, height, depth } = picture;
  const image = h('img', { src: href, width, height, alt: tex });
  // For outlets that can say where a picture stands on its line.
  image.data = { depth };
  return image;
}

/** Strict MathML that says in letters what it is, for reading programs that do not know MathML. */
export function renderBookFormula(tex: string, display: boolean): string {
  const said = ` alttext="${escapeXml(formulaText(tex))}"`;
  return makeStrict(renderFeedFormula(tex, display)).replace(/^<math/, (tag) => tag + said);
}

/** Markup of KaTeX's or Temml's: the only text that reaches the output unescaped. */
function raw(value: string): ElementContent {
  return { type: 'raw', value };
}

function text(value: string): ElementContent {
  return { type: 'text', value };
}
