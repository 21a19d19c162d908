/** What the sheet of a formula is made of, from its name down to what can be done with it. */
import { copyText } from './clipboard.ts';
import { copyOf } from './copies.ts';
import { button, make } from './elements.ts';
import { numberOf } from './explanation.ts';
import type { Explanation } from './explanation.ts';
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
 * The paper's other formulas with these symbols.
 * @param leave called when one of them was chosen, with the link to go to where it has no address of its own
 */
export function buildOthers(
  others: readonly HTMLAnchorElement[],
  leave: (target?: HTMLAnchorElement) => void,
): HTMLElement[] {
  if (others.length === 0) return [];
  const items = others.map((other) => make('li', {}, buildOther(other, leave)));
  const list = make('ul', {}, ...items.slice(0, MOST));
  const rest = items.slice(MOST);
  const section = make(
    'section',
    { className: 'sheet-others' },
    make('h3', {}, words.formula.others),
    list,
  );
  if (rest.length > 0) {
    const more = button('sheet-button', words.formula.more(rest.length), () => {
      list.append(...rest);
      more.remove();
      rest[0]?.querySelector<HTMLElement>('.sheet-other')?.focus();
    });
    section.append(more);
  }
  return [section];
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
  return make(
    'footer',
    { className: 'sheet-actions' },
    copy(words.formula.copyLatex, tex),
    ...(address === undefined ? [] : [copy(words.formula.copyLink, address)]),
    all,
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
