import { excerpt, type Fault } from '../judging/report.ts';
import type { TagFault } from './syntax.ts';

/** Signs that people type with a less-than sign, each as a letter and in LaTeX. */
const SIGNS: Readonly<Record<string, readonly [letter: string, command: string]>> = {
  '<=': ['≤', '\\le'],
  '<-': ['←', '\\leftarrow'],
  '<->': ['↔', '\\leftrightarrow'],
  '<=>': ['⇔', '\\iff'],
};

type Explanation = Omit<Fault, 'offset'>;

/** Why the `<` at `start`, followed by no white space, begins no tag. */
export function explainTag(
  source: string,
  start: number,
  fault: TagFault | undefined,
): Explanation {
  const rest = source.slice(start, start + 300);
  const shown = excerpt(/^<[^\s]{0,30}/.exec(rest)?.[0] ?? '<').replace(/(?<=.)[)\]"'.,;:]+$/, '');
  if (!/^<\/?[\p{ID_Start}$_]/u.test(rest) || fault === undefined) {
    const sign = /^<(?:[=-]+>?|>)(?![^\s.,;:)])|^<=(?=\d)/.exec(rest)?.[0] ?? '';
    const [letter, command] = SIGNS[sign.replace(/([=-])+/, '$1')] ?? [];
    return {
      code: 'bare-less-than',
      message: `\`${shown}\` begins with \`<\`, which opens a tag in MDX.`,
      fix:
        letter !== undefined
          ? `Write \`${letter}\`, or in a formula \`$${command}$\`.`
          : `Write \`&lt;${excerpt(shown.slice(1), 20)}\`, or a formula: \`$<${excerpt(shown.slice(1), 20)}$\`.`,
    };
  }
  const written = source.slice(start, Math.max(start + 1, fault.offset));
  const name = /^<\/?[\w.:-]+/.exec(written)?.[0] ?? shown;
  const unquoted = /([\w:-]+)\s*=\s*$/.exec(written)?.[1];
  if (fault.reason.includes('before attribute value') && unquoted !== undefined) {
    const value =
      /^[^\s>"'{}]{1,40}/.exec(source.slice(fault.offset, fault.offset + 60))?.[0] ?? '…';
    return {
      code: 'unquoted-attribute',
      message: `The value of \`${excerpt(unquoted)}\` in \`${excerpt(name)}>\` has no quotation marks.`,
      fix: `Write \`${excerpt(unquoted)}="${excerpt(value.replace(/\/$/, ''))}"\`.`,
      ...(/^[\w./%-]{0,38}[\w%]$/.test(value) && {
        edit: { offset: fault.offset, old: value, text: `"${value}"` },
      }),
    };
  }
  // `src="a.svg alt="…`: the value ends where the next one should begin.
  if (hasOpenQuote(written) || /=(?:"[^"]*="|'[^']*=')[^"'<>]*$/.test(written)) {
    return {
      code: 'unclosed-quote',
      message: `A quotation mark in \`${excerpt(name)} …>\` is not closed.`,
      fix: 'Close it before the `>`; inside a value write `&quot;` for the mark itself.',
    };
  }
  return {
    code: 'malformed-tag',
    message: `\`${excerpt(written)}\` is no complete tag.`,
    fix: 'Write attributes as `name="value"` and end the tag with `>` or `/>`; for a less-than sign write `&lt;`.',
  };
}

function hasOpenQuote(text: string): boolean {
  let quote = '';
  for (const character of text) {
    if (quote === '') {
      if (character === '"' || character === "'") quote = character;
    } else if (character === quote) quote = '';
  }
  return quote !== '';
}
