import { readTokens } from '../formulas/tokens.ts';
import type { Fault } from './report.ts';

/** Tells a `\\` of a formula within a sentence that stands in no environment and no braces, and so breaks the sentence. */
export function judgeFormulaBreaks(tex: string): Fault[] {
  let depth = 0;
  for (const { text, offset } of readTokens(tex)) {
    if (text === '{' || text === '\\left' || /^\\begin\b/.test(text)) depth += 1;
    else if (text === '}' || text === '\\right' || /^\\end\b/.test(text)) depth -= 1;
    else if (depth === 0 && (text === '\\\\' || text === '\\newline')) {
      return [
        {
          offset,
          severity: 'warning',
          code: 'break-in-formula',
          message: `\`${text}\` breaks the line in a formula within a sentence.`,
          fix: 'Take it out, or set the lines between `$$` on lines of their own, in `\\begin{aligned}` … `\\end{aligned}`.',
        },
      ];
    }
  }
  return [];
}
