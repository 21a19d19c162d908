/** What a page knows of one formula: read from the page itself, where all of it stands already. */
import { words } from './words.ts';

/** A row of the notation, by its number there. */
export type Explained = { index: string; symbol: Element; meaning: Element };
export type Explanation = {
  /** `Equation 2`, or `Formula` where it has no number. */
  name: string;
  /** The label of the writer in words: `update`. */
  label?: string;
  tex: string;
  katex: Element;
  symbols: Explained[];
  /** The paper's other formulas with a symbol of this one, those that say most first. */
  others: HTMLAnchorElement[];
  /** Where it stands for ever, on the page of its paper. */
  address?: string;
};

/** The symbols of a formula that the paper's notation explains, with what they mean. */
export function readSymbols(link: HTMLAnchorElement): Explained[] {
  const notation = decodeURIComponent(link.hash.slice(1));
  return indicesOf(link).flatMap((index) => {
    const row = document.getElementById(`${notation}-${index}`);
    const symbol = row?.querySelector('dt');
    const meaning = row?.querySelector('dd');
    return symbol && meaning ? [{ index, symbol, meaning }] : [];
  });
}

export function readExplanation(link: HTMLAnchorElement): Explanation | undefined {
  const katex = link.querySelector('.katex');
  if (!katex) return undefined;
  const number = numberOf(link);
  const formula = link.closest('.formula');
  const label = formula ? labelOf(formula) : undefined;
  const paper = link.closest<HTMLElement>('.paper');
  const href = paper?.dataset['href'];
  return {
    name: number === undefined ? words.formula.name : words.formula.equation(number),
    tex: texOf(link),
    katex,
    symbols: readSymbols(link),
    others: findOthers(link, paper ?? document.body),
    ...(label !== undefined && { label }),
    ...(formula?.id && href !== undefined && { address: addressOf(href, formula.id) }),
  };
}

/** Whether a formula uses the symbol of a row. */
export function uses(link: HTMLElement, index: string): boolean {
  return indicesOf(link).includes(index);
}

/** `2` of the displayed formula that a link stands in. */
export function numberOf(link: Element): string | undefined {
  const number = link.closest('.formula')?.querySelector('.formula-number')?.textContent.trim();
  return number?.replace(/^\((.*)\)$/, '$1');
}

/** The label of a displayed formula in words: `titans--eq-forget-gate` → `forget gate`. */
export function labelOf({ id }: Element): string | undefined {
  return /^(?:.*--)?eq-(.+)$/.exec(id)?.[1]?.replaceAll('-', ' ');
}

/** On an issue's page an id begins with its paper, on the paper's own it does not. */
function addressOf(paper: string, id: string): string {
  return new URL(`${paper}#${id.replace(/^.*--/, '')}`, location.href).href;
}

function findOthers(link: HTMLAnchorElement, paper: HTMLElement): HTMLAnchorElement[] {
  const own = new Set(indicesOf(link));
  // A symbol on its own says nothing that its row of the notation does not say.
  const bare = [...paper.querySelectorAll('.notation dt .katex')].flatMap((symbol) =>
    (symbol.getAttribute('data-tex') ?? '').split(','),
  );
  const known = new Set([...bare, texOf(link)].map(normalise));
  const found: { other: HTMLAnchorElement; weight: number }[] = [];
  for (const other of paper.querySelectorAll<HTMLAnchorElement>('.formula-link')) {
    const shared = indicesOf(other).filter((index) => own.has(index)).length;
    const isDisplayed = other.closest('.formula') !== null;
    const key = normalise(texOf(other));
    if (shared === 0 || known.has(key)) continue;
    known.add(key);
    found.push({ other, weight: shared + (isDisplayed ? 1000 : 0) });
  }
  // Stable: of equal weight, in the order of reading.
  return found.sort((a, b) => b.weight - a.weight).map(({ other }) => other);
}

function indicesOf(link: HTMLElement): string[] {
  return link.dataset['symbols']?.split(' ').filter(Boolean) ?? [];
}

function texOf(link: Element): string {
  return link.querySelector('.katex')?.getAttribute('data-tex') ?? '';
}

/** Whether a formula is a symbol and nothing else. */
export function isSame(tex: string, symbol: Element): boolean {
  return normalise(tex) === normalise(texOf(symbol));
}

/** TeX without its spaces, to tell equal formulas. */
function normalise(tex: string): string {
  return tex.replace(/\\[ ,;!]|\s/g, '');
}
