/** What the sheet of a formula is made of, from its name down to what can be done with it. */
import { copyText } from './clipboard.ts';
import { copyOf } from './copies.ts';
import { button, make } from './elements.ts';
import { isSame, numberOf, uses } from './explanation.ts';
import type { Explained, Explanation } from './explanation.ts';
import { searchAddress } from './search-link.ts';
import { listSymbols } from './tip.ts';
import { words } from './words.ts';

/** How many other formulas are shown before they are asked for. */
const MOST = 8;

export function buildHead({ name, label }: Explanation, close: () => void): HTMLElement {
  const title = make('h2', { className: 'kicker' }, name);
  title.id = '_sheet-name';
  if (label !== undefined) title.append(make('span', { className: 'sheet-label' }, ` · ${label}`));
  return make(
    'header',
    { className: 'sheet-head' },
    title,
    button('sheet-button', words.close, close),
  );
}

/** The formula large. */
export function buildFormula({ katex, name }: Explanation): HTMLElement {
  const box = make('div', { className: 'sheet-formula' }, copyOf(katex));
  box.role = 'group';
  box.ariaLabel = name;
  return box;
}

/**
 * The symbols with their meanings. One that other formulas use is a button: pressed, it asks for these alone.
 * @param show called with the symbol that is pressed now, if one is
 */
export function buildSymbols(
  { symbols, others, tex }: Explanation,
  show: (pressed?: Explained) => void,
): HTMLElement {
  const [first] = symbols;
  if (!first) return make('p', { className: 'small' }, words.formula.none);
  const list = listSymbols(symbols);
  if (symbols.length === 1) {
    // A symbol on its own stands there already.
    return isSame(tex, first.symbol)
      ? make('p', { className: 'sheet-meaning' }, ...copyOf(first.meaning).childNodes)
      : list;
  }
  const buttons: HTMLButtonElement[] = [];
  symbols.forEach((explained, at) => {
    const row = list.children[at];
    const symbol = row?.querySelector('dt');
    if (!row || !symbol || !others.some((other) => uses(other, explained.index))) return;
    const press = button('sheet-symbol', '', () => {
      const isPressed = press.ariaPressed !== 'true';
      for (const one of buttons) one.ariaPressed = String(one === press && isPressed);
      show(isPressed ? explained : undefined);
    });
    press.ariaPressed = 'false';
    press.title = words.formula.symbol;
    press.append(...symbol.childNodes);
    symbol.append(press);
    buttons.push(press);
    // All of the row takes the press, unless its words were selected.
    row.classList.add('sheet-pressable');
    row.addEventListener('click', ({ target }) => {
      if (!press.contains(target as Node) && getSelection()?.isCollapsed !== false) press.click();
    });
  });
  return list;
}

/**
 * The paper's other formulas with these symbols, and what shows only those with one of them.
 * @param leave called when one of them was chosen, with the link to go to where it has no address of its own
 */
export function buildOthers(
  others: readonly HTMLAnchorElement[],
  leave: (target?: HTMLAnchorElement) => void,
): { section: HTMLElement; show: (only?: Explained) => void } {
  const items = others.map((other) => ({ other, item: make('li', {}, buildOther(other, leave)) }));
  const list = make('ul');
  const title = make('h3');
  const more = button('sheet-button', '', () => {
    const next = list.children.length;
    show(shown, Infinity);
    list.children[next]?.querySelector<HTMLElement>('.sheet-other')?.focus();
  });
  const section = make('section', { className: 'sheet-others' }, title, list, more);
  let shown: Explained | undefined;
  const show = (only?: Explained, most = MOST) => {
    shown = only;
    const found = items.filter(({ other }) => !only || uses(other, only.index));
    title.replaceChildren(
      ...(only
        ? [...copyOf(only.symbol).childNodes, ` ${words.formula.alsoIn}`]
        : [words.formula.others]),
    );
    list.replaceChildren(...found.slice(0, most).map(({ item }) => item));
    more.hidden = found.length <= most;
    more.textContent = words.formula.more(found.length - most);
  };
  show();
  section.hidden = items.length === 0;
  return { section, show };
}

function buildOther(
  other: HTMLAnchorElement,
  leave: (target?: HTMLAnchorElement) => void,
): HTMLElement {
  const katex = other.querySelector('.katex');
  const number = numberOf(other);
  const content = [
    make('span', { className: 'sheet-other-formula' }, ...(katex ? [copyOf(katex)] : [])),
    ...(number === undefined ? [] : [make('span', { className: 'sheet-number' }, `(${number})`)]),
  ];
  const id = other.closest('.formula')?.id;
  if (!id) {
    const go = button('sheet-other', '', () => leave(other));
    // Not every screen reader takes a name from mathematics.
    go.title = words.formula.goThere;
    return build(go);
  }
  const link = make('a', { className: 'sheet-other' });
  link.href = `#${id}`;
  link.addEventListener('click', () => leave());
  return build(link);

  function build(outer: HTMLElement): HTMLElement {
    outer.append(...content);
    return outer;
  }
}

export function buildActions(
  { tex, address }: Explanation,
  notation: string,
  leave: () => void,
): HTMLElement {
  const said = make('span', { className: 'sheet-said' });
  said.role = 'status';
  const copy = (label: string, text: string) =>
    button('sheet-button', label, () => void copyAndTell(text, said));
  const all = make('a', { className: 'sheet-button' }, words.formula.notation);
  all.href = notation;
  all.addEventListener('click', leave);
  const search = searchAddress(tex);
  const alike =
    search === undefined
      ? []
      : [make('a', { className: 'sheet-button', href: search }, words.formula.alike)];
  return make(
    'footer',
    { className: 'sheet-actions' },
    copy(words.formula.copyLatex, tex),
    ...(address === undefined ? [] : [copy(words.formula.copyLink, address)]),
    all,
    ...alike,
    said,
  );
}

async function copyAndTell(text: string, said: HTMLElement): Promise<void> {
  said.replaceChildren();
  if (await copyText(text)) {
    said.textContent = words.formula.copied;
    return;
  }
  const field = make('textarea', {});
  field.readOnly = true;
  field.rows = 2;
  field.value = text;
  field.ariaLabel = words.formula.refused;
  said.append(words.formula.refused, field);
  field.select();
}
