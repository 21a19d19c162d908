import { FORMULA_BOUNDS } from './bounds.ts';
import type { FormulaFault } from './faults.ts';
import { tooDeep, untrusted } from './faults.ts';
import type { TexToken } from './tokens.ts';
import { measureDepth } from './tokens.ts';

const UNTRUSTED = new Set([
  '\\href',
  '\\url',
  '\\includegraphics',
  '\\htmlClass',
  '\\htmlId',
  '\\htmlStyle',
  '\\htmlData',
  // They write any character, those that no reader sees among them.
  '\\char',
  '\\@char',
  '\\message',
  '\\errmessage',
  '\\show',
]);

/** The bounds that can be judged before KaTeX sees the formula; with a fault here it never does. */
export function checkSource(tex: string, tokens: readonly TexToken[]): FormulaFault[] {
  if (tex.trim() === '') {
    return [
      {
        offset: 0,
        code: 'formula-empty',
        message: 'The formula is empty.',
        fix: 'Write the formula between the dollars, or take them out; a dollar sign is `\\$`.',
      },
    ];
  }
  const { depth, offset } = measureDepth(tokens);
  if (depth > FORMULA_BOUNDS.depth) return [tooDeep(offset)];
  const parameters = tokens.filter(({ text }) => text === '#');
  const extra = parameters[FORMULA_BOUNDS.parameters];
  if (extra) {
    return [
      {
        offset: extra.offset,
        code: 'formula-expansion',
        message: `The definitions in this formula use their arguments more than ${FORMULA_BOUNDS.parameters} times.`,
        fix: 'Write out what they stand for.',
      },
    ];
  }
  return [];
}

/** Commands that would bring in addresses or attributes, or write to the terminal of whoever builds. */
export function findUntrusted(tokens: readonly TexToken[]): FormulaFault[] {
  return tokens
    .filter(({ text }) => UNTRUSTED.has(text))
    .map(({ offset, text }) => untrusted(text, offset));
}

/** A `%` begins a comment, so `95%` would lose its sign and whatever follows it on the line. */
export function findComments(tex: string, tokens: readonly TexToken[]): FormulaFault[] {
  return tokens
    .filter(({ offset, text }) => {
      if (!text.startsWith('%')) return false;
      const atEnd = !tex.slice(offset).includes('\n');
      const lineStart = tex.lastIndexOf('\n', offset - 1) + 1;
      const alone = tex.slice(lineStart, offset).trim() === '';
      return !alone && (atEnd || /[^\s{}]$|\d\s+$/.test(tex.slice(lineStart, offset)));
    })
    .map(({ offset }) => ({
      offset,
      code: 'percent-comment',
      message: '`%` begins a comment in LaTeX: it and the rest of the line would vanish.',
      fix: 'Write `\\%` for the sign; a comment goes on a line of its own.',
    }));
}
