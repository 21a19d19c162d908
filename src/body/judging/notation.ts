import { buildSymbolIndex } from '../formulas/symbols.ts';
import { findTerm, writeTerm } from '../formulas/term-source.ts';
import type { Term } from '../formulas/terms.ts';
import type { Tex } from '../writing/equations.ts';
import { excerpt, type Report } from './report.ts';

/** Of one text: who wants to explain more has seen the point. */
const MOST = 10;

/**
 * Tells letters of displayed formulas that no row of the notation explains, each where it is first used: a reader
 * who presses the formula is told nothing of them. Indices and what everybody knows are not asked for. What was
 * told of counts as explained from there on: `h_t` and `h_i` are one, `W^Q` and `W^K` two.
 *
 * @param notation its symbols, TeX; where there is none, nobody explains anything
 */
export function judgeNotation(
  formulas: readonly Tex[],
  notation: readonly string[],
  report: Report,
): void {
  if (notation.length === 0 || report.count() > 0) return;
  const explained = [...notation];
  const told = new Set<string>();
  let index = buildSymbolIndex(explained);
  for (const { text, offsets } of formulas) {
    const names: Name[] = [];
    const next = () =>
      index.unexplainedIn(text).find((term) => !isUsual(term) && !told.has(term.key));
    for (let term = next(); term; term = next()) {
      if (told.size >= MOST) return;
      const symbol = writeTerm(term);
      told.add(term.key);
      explained.push(symbol);
      index = buildSymbolIndex(explained);
      const at = findTerm(term, text);
      // The `o` of `pos` was told of with its `p`.
      if (names.some(({ from, name }) => at > from && at < from + name.length)) continue;
      const name = nameAt(text, at);
      if (name !== undefined) names.push({ from: at, name });
      const row = `dd \`- { symbol: '${excerpt(symbol)}', meaning: … }\` to \`notation\`, so that readers who press the formula are told what it is.`;
      report.add({
        offset: offsets[at] ?? 0,
        severity: 'warning',
        code: 'unexplained-symbol',
        message: `\`${excerpt(symbol)}\` stands in a displayed formula, and \`notation\` does not explain it.`,
        fix:
          name === undefined
            ? `A${row}`
            : `If \`${excerpt(name)}\` is one name, write \`\\mathrm{${excerpt(name)}}\`; if its letters are multiplied, a${row}`,
      });
    }
  }
}

/** Letters side by side that may be meant as a word, and where they begin. */
type Name = { from: number; name: string };

/** `pos`, `PE`; not the two letters of `Wx`, which are rather a product. */
function nameAt(tex: string, at: number): string | undefined {
  if (/[A-Za-z\\]/.test(tex[at - 1] ?? '')) return undefined;
  return /^(?:[A-Za-z]{3,30}|[A-Z]{2})(?![A-Za-z])/.exec(tex.slice(at, at + 40))?.[0];
}

/** Running indices, constants, sets of numbers, the `d` of an integral and the `O` of an order. */
function isUsual({ kind, base, sub, sup, marks }: Term): boolean {
  if (kind !== 'letter' || base.startsWith('mathbb ')) return true;
  const bare = sub.length + sup.length + marks.length === 0;
  return /^(?:[πe∞∅∂∇ℏ]|rm .|O|mathcal O|d)$/u.test(base) || (bare && /^[i-nt]$/.test(base));
}
