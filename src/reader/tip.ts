/** The symbols of a formula and their meanings, small, beside it. Loaded with the sheet. */
import { copyOf } from './copies.ts';
import { make } from './elements.ts';
import { readSymbols } from './explanation.ts';
import type { Explained } from './explanation.ts';
import { showFloating } from './floating.ts';
import { words } from './words.ts';

/** How many symbols a tip shows before it asks for a press. */
const MOST = 6;

/** Shows nothing where no symbol is explained. */
export function showTip(link: HTMLAnchorElement, rect: DOMRect): void {
  const symbols = readSymbols(link);
  if (symbols.length === 0) return;
  const rest = symbols.length - MOST;
  const tip = showFloating(rect, 'floating-tip', [
    listSymbols(symbols.slice(0, MOST)),
    ...(rest > 0 ? [make('p', { className: 'small' }, words.formula.press(rest))] : []),
  ]);
  tip.role = 'tooltip';
}

/** Symbols with their meanings, as in the paper's notation. */
export function listSymbols(symbols: readonly Explained[]): HTMLElement {
  return make(
    'dl',
    { className: 'symbols' },
    ...symbols.map(({ symbol, meaning }) =>
      make(
        'div',
        {},
        make('dt', {}, ...copyOf(symbol).childNodes),
        make('dd', {}, ...copyOf(meaning).childNodes),
      ),
    ),
  );
}
