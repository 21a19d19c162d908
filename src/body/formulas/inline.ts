import type { InlineFormula } from '../tree.ts';

/**
 * Text of an attribute with its `$…$` as formulas. As in prose, a dollar that is followed by a space or preceded
 * by one at its end, or whose closing partner is followed by a digit, is money; `\$` is a dollar.
 */
export function splitFormulas(text: string): ({ type: 'text'; value: string } | InlineFormula)[] {
  const parts: ({ type: 'text'; value: string } | InlineFormula)[] = [];
  let plain = '';
  let index = 0;
  for (const match of text.matchAll(/\\\$|\$((?=[^\s$])(?:\\[\s\S]|[^$\\])*?)(?<!\s)\$(?!\d)/g)) {
    plain += text.slice(index, match.index);
    index = match.index + match[0].length;
    const tex = match[1];
    if (tex === undefined) {
      plain += '$';
      continue;
    }
    if (plain !== '') parts.push({ type: 'text', value: plain });
    plain = '';
    parts.push({ type: 'inlineFormula', tex });
  }
  plain += text.slice(index);
  if (plain !== '') parts.push({ type: 'text', value: plain });
  return parts;
}
