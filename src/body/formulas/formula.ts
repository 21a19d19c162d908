import { FORMULA_BOUNDS } from './bounds.ts';
import { BudgetError, setWithKatex, setWithTemml } from './engines.ts';
import type { FormulaFault } from './faults.ts';
import { explainMathml, numbersItself, tooLarge, tooLong } from './faults.ts';
import { explainError, parseFormula } from './parse.ts';
import { addSetting, findSetting, type Setting } from './settings.ts';
import { checkSource, findComments, findUntrusted } from './source.ts';
import type { TexToken } from './tokens.ts';
import { readTokens } from './tokens.ts';

export type { FormulaFault } from './faults.ts';
export { FORMULA_BOUNDS } from './bounds.ts';

/** What is wrong with a formula, by place; empty where KaTeX and Temml both set it within the bounds. */
export function checkFormula(tex: string, display: boolean): FormulaFault[] {
  return settingOf(tex, display).faults.map((fault) => ({ ...fault }));
}

/**
 * Sets a formula: KaTeX's HTML, without MathML, and Temml's MathML, without annotation, as well-formed XML
 * with its namespace. Throws where `checkFormula` finds a fault.
 */
export function renderFormula(tex: string, display: boolean): { html: string; mathml: string } {
  const { faults, html, mathml } = settingOf(tex, display);
  const [fault] = faults;
  if (fault) throw new Error(`A formula that does not pass checkFormula: ${fault.message}`);
  return { html, mathml };
}

/**
 * A formula for a page: KaTeX's HTML for the eye, Temml's MathML for screen readers, because KaTeX's own loses
 * the letters 𝔼 and ℒ in browsers; the TeX in `data-tex` of `.katex`, for copying. Throws as `renderFormula`.
 */
export function renderPageFormula(tex: string, display: boolean): string {
  const { html, mathml } = renderFormula(tex, display);
  const outer = '<span class="katex">';
  const start = html.indexOf(outer);
  if (start === -1) throw new Error('KaTeX no longer writes `<span class="katex">`.');
  return (
    html.slice(0, start) +
    `<span class="katex" data-tex="${escapeAttribute(tex)}"><span class="katex-mathml">${mathml}</span>` +
    html.slice(start + outer.length)
  );
}

/**
 * A formula for a feed reader: MathML alone, without the classes and styles that only our stylesheet knows.
 * Throws as `renderFormula`.
 */
export function renderFeedFormula(tex: string, display: boolean): string {
  // Temml escapes `>` in attributes and text, so whatever this matches is a tag of Temml's.
  return renderFormula(tex, display).mathml.replace(/<[^>]+>/g, (tag) =>
    tag.replace(/ (?:class|style|id)="[^"]*"/g, ''),
  );
}

/** Set once, to be checked and to be shown in each outlet. */
function settingOf(tex: string, display: boolean): Setting {
  const key = (display ? 'D' : 'I') + tex;
  const known = findSetting(key);
  if (known) return known;
  const setting = setFormula(tex, display);
  addSetting(key, setting);
  return setting;
}

function setFormula(tex: string, display: boolean): Setting {
  if (tex.length > FORMULA_BOUNDS.source) return refuse([tooLong(tex.length)]);
  const tokens = readTokens(tex);
  const bounds = checkSource(tex, tokens);
  if (bounds.length > 0) return refuse(bounds);
  const faults = [...findUntrusted(tokens), ...findComments(tex, tokens)];
  const parsed = parseFormula(tex, display, tokens).filter(
    ({ code }) => faults.length === 0 || code === 'unknown-macro' || code === 'unknown-symbol',
  );
  if (faults.length + parsed.length > 0) return refuse([...faults, ...parsed]);

  const { output, outputPerCharacter } = FORMULA_BOUNDS;
  const most = Math.min(output, 10_000 + outputPerCharacter * tex.length);
  let html: string;
  try {
    html = setWithKatex(tex, display);
  } catch (error) {
    return refuse([explainError(error, tokens)]);
  }
  if (html.length > most) return refuse([tooLarge()]);
  let mathml: string;
  try {
    mathml = setWithTemml(tex, display);
  } catch (error) {
    const bound = error instanceof BudgetError || error instanceof RangeError;
    return refuse([bound ? explainError(error, tokens) : explainTemml(error, tokens)]);
  }
  if (mathml.length > most) return refuse([tooLarge()]);
  const begin = tokens.find(({ text }) => text.startsWith('\\begin'));
  const numbers = html.includes('eqn-num') || mathml.includes('tml-eqn');
  return begin && numbers
    ? refuse([numbersItself(begin.text, begin.offset)])
    : { faults: [], html, mathml };
}

function refuse(faults: FormulaFault[]): Setting {
  const sorted = faults.toSorted((a, b) => a.offset - b.offset);
  return { faults: sorted.slice(0, FORMULA_BOUNDS.faults), html: '', mathml: '' };
}

function explainTemml(error: unknown, tokens: readonly TexToken[]): FormulaFault {
  const message = error instanceof Error ? (error.message.split('\n')[0] ?? '') : '';
  const command = /\\[a-zA-Z]+/.exec(message)?.[0];
  const place = tokens.find(({ text }) => text === command);
  return explainMathml(place && command, place?.offset ?? 0);
}

function escapeAttribute(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}
