import katex from 'katex';
import temml from 'temml';
import { FORMULA_BOUNDS } from './bounds.ts';
import { type BuiltNode, splitDisplay } from './relations.ts';

/** What KaTeX tells `strict` of: the kind, its own words, the token where it has one. */
export type Strict = (
  code: string,
  message: string,
  token?: { text: string; loc?: { start: number } },
) => 'ignore';

// A macro of no output at the head of the source gets hold of the expander, whose pushed tokens it counts:
// `maxExpand` counts expansions alone, and twenty of those can make a million tokens out of `#1#1`.
const BUDGET_MACRO = '\\@digest@budget';
const BUDGET_PREFIX = `${BUDGET_MACRO} `;

/** Thrown instead of a ParseError where a formula unfolds past `FORMULA_BOUNDS.tokens`. */
export class BudgetError extends Error {}

/** KaTeX's HTML, without MathML; a displayed formula may break, by `splitDisplay`. Throws KaTeX's ParseError, a BudgetError, a RangeError. */
export function setWithKatex(tex: string, display: boolean): string {
  const tree = katexBuild(BUDGET_PREFIX + tex, katexOptions(tex, display));
  if (display) splitDisplay(tree);
  return tree.toMarkup();
}

/** Temml's MathML, without annotation, with its namespace. Throws Temml's ParseError, a BudgetError, a RangeError. */
export function setWithTemml(tex: string, display: boolean): string {
  return temml.renderToString(BUDGET_PREFIX + tex, temmlOptions(tex, display));
}

/**
 * KaTeX's parse tree. `unknown` gives a meaning to commands that KaTeX does not know; places that `strict` is
 * given count from the beginning of the TeX, with `katexOffset`. `distrust` hears of each command that wants trust.
 */
export function parseWithKatex(
  tex: string,
  display: boolean,
  unknown: Record<string, string>,
  strict: Strict,
  distrust: (command: string) => void,
): unknown {
  const options = katexOptions(tex, display);
  Object.assign(options.macros, unknown);
  const trust = ({ command }: { command: string }) => {
    distrust(command);
    return false;
  };
  return katexParse(BUDGET_PREFIX + tex, { ...options, strict, trust });
}

/** A place that KaTeX gives, as an index into the TeX; 0 where it has none. */
export function katexOffset(position: number | undefined): number {
  return Number.isInteger(position) ? Math.max(0, (position ?? 0) - BUDGET_PREFIX.length) : 0;
}

const { __parse: katexParse, __renderToHTMLTree: katexBuild } = katex as unknown as {
  __parse: (tex: string, options: object) => unknown;
  __renderToHTMLTree: (tex: string, options: object) => BuiltNode;
};

type Expander = { pushTokens?: (tokens: unknown[]) => void };

/** The macro that counts what is pushed, for one formula. */
function countTokens(tex: string): (expander: object) => string {
  const { tokens: most, tokensPerCharacter } = FORMULA_BOUNDS;
  const bound = Math.min(most, 2_000 + tokensPerCharacter * tex.length);
  return (expander) => {
    const target = expander as Expander;
    const push = target.pushTokens;
    if (!push) throw new Error('The expander has no `pushTokens` to bound.');
    let count = 0;
    target.pushTokens = (tokens) => {
      count += tokens.length;
      if (count > bound) throw new BudgetError('Too many tokens');
      push.call(target, tokens);
    };
    return '';
  };
}

// Refused anyway; but KaTeX would print what they hold while it reads on to the next fault.
const SILENT = { '\\message': '', '\\errmessage': '', '\\show': '' };

/** Fresh each time: a definition must not outlive its formula. */
function katexOptions(tex: string, display: boolean) {
  return {
    displayMode: display,
    throwOnError: true,
    maxExpand: FORMULA_BOUNDS.expansions,
    maxSize: FORMULA_BOUNDS.size,
    macros: {
      [BUDGET_MACRO]: countTokens(tex),
      ...SILENT,
    } as Record<string, string | ReturnType<typeof countTokens>>,
    strict: 'ignore' as const,
    trust: false,
  };
}

function temmlOptions(tex: string, display: boolean) {
  return {
    displayMode: display,
    throwOnError: true,
    xml: true,
    annotate: false,
    maxExpand: FORMULA_BOUNDS.expansions,
    // Temml wants em and point.
    maxSize: [FORMULA_BOUNDS.size, FORMULA_BOUNDS.size * 12] as [number, number],
    macros: { [BUDGET_MACRO]: countTokens(tex) },
    strict: false,
    trust: false,
  };
}
