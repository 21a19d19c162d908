import { buildSymbolIndex } from '../formulas/symbols.ts';
import { findTerm, writeTerm } from '../formulas/term-source.ts';
import type { Term } from '../formulas/terms.ts';
import type { Tex } from '../writing/equations.ts';
import { excerpt, type Report } from './report.ts';

/** Of one text: who wants to explain more has seen the point. */
const MOST = 10;

/**
 * Tells letters of displayed formulas that no row of the notation explains, each where it is first used: a reader
 * who presses the formula is told nothing of them. Indices and what everybody knows are not asked for.
 *
 * @param notation its symbols, TeX; where there is none, nobody explains anything
 */
export function judgeNotation(
  formulas: readonly Tex[],
  notation: readonly string[],
  report: Report,
): void {
  if (notation.length === 0 || report.count() > 0) return;
  const index = buildSymbolIndex(notation);
  const told = new Set<string>();
  for (const { text, offsets } of formulas) {
    for (const term of index.unexplainedIn(text)) {
      if (told.size >= MOST) return;
      if (isUsual(term) || told.has(term.base)) continue;
      told.add(term.base);
      const symbol = writeTerm(term);
      report.add({
        offset: offsets[findTerm(term, text)] ?? 0,
        severity: 'warning',
        code: 'unexplained-symbol',
        message: `\`${excerpt(symbol)}\` stands in a displayed formula, and \`notation\` does not explain it.`,
        fix: `Add \`- { symbol: '${excerpt(symbol)}', meaning: … }\` to \`notation\`, so that readers who press the formula are told what it is.`,
      });
    }
  }
}

/** Running indices, constants, sets of numbers, the `d` of an integral and the `O` of an order. */
function isUsual({ kind, base, sub, sup, marks }: Term): boolean {
  if (kind !== 'letter' || base.startsWith('mathbb ')) return true;
  const bare = sub.length + sup.length + marks.length === 0;
  return /^(?:[πe∞∅∂∇ℏ]|rm .|O|mathcal O|d)$/u.test(base) || (bare && /^[i-nt]$/.test(base));
}
