import type { Element, Root } from 'hast';
import { h } from 'hastscript';
import type { RenderOptions } from './options.ts';
import { words } from '../words.ts';

// A link may hold no link, a heading has its own, and a summary opens.
const UNLINKED = new Set(['a', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'summary']);

/**
 * Makes each displayed formula, and each inline one that uses an explained symbol, a link to the paper's notation:
 * `<a class="formula-link" href="#notation" data-symbols="0 3">`. What has a link takes the focus by it.
 */
export function linkFormulas(
  parent: Root | Element,
  notation: NonNullable<RenderOptions['notation']>,
): void {
  for (const child of parent.children) {
    if (child.type !== 'element' || UNLINKED.has(child.tagName)) continue;
    const tex = child.data?.tex;
    if (tex === undefined) linkFormulas(child, notation);
    else linkFormula(child, notation.href, notation.symbolsIn(tex));
  }
}

function linkFormula(element: Element, href: string, symbols: readonly number[]): void {
  const display = element.tagName === 'div';
  if (!display && symbols.length === 0) return;
  const properties = { href, dataSymbols: symbols.join(' '), title: words.symbols };
  element.children = [h('a.formula-link', properties, element.children)];
  element.properties = { className: element.properties['className'] };
}
