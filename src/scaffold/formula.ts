import { checkFormula } from '../body/formulas/formula.ts';
import { tidyLine } from './line.ts';

/** Longer is no formula of an abstract. */
const maxLength = 1000;

/**
 * A formula of somebody else's as one that our rules take: without what only a page of a journal needs.
 * Empty where nothing is left, undefined where it cannot be set here.
 */
export function mendFormula(tex: string): string | undefined {
  if (tex.length > maxLength) return undefined;
  const mended = tidyLine(tex)
    .replace(/(?<!\\)((?:\\\\)*)%/g, '$1\\%')
    .replace(/(?<!\\)((?:\\\\)*)\$/g, '$1')
    .replace(/\\(?:ensuremath|mathop|protect|displaystyle|textstyle|limits)(?![A-Za-z])\s*/g, '')
    .replace(/\\(?:label|tag|notag|nonumber)(?![A-Za-z])(?:\{[^{}]*\})?/g, '')
    .replace(/\\(?:mbox|hbox|textnormal)(?![A-Za-z])/g, '\\text')
    .replace(/\\(?:cite[a-z]*|ref|eqref)\*?\{[^{}]*\}/g, '')
    .replace(/(?:\\[,;:! \\]|\s)+$/, '')
    .trim();
  if (mended === '') return '';
  return checkFormula(mended, false).length === 0 ? mended : undefined;
}
