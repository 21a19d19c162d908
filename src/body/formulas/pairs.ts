import type { FormulaFault } from './faults.ts';
import { clip } from './faults.ts';
import type { TexToken, Unbalanced } from './tokens.ts';
import { environmentName } from './tokens.ts';

/** A pair of braces, of `\\begin` and `\\end` or of `\\left` and `\\right` that is none, told where it opens. */
export function explainUnbalanced(found: Unbalanced, tokens: readonly TexToken[]): FormulaFault {
  const { token, opener, kind } = found;
  const brace = kind === 'open' ? token : opener;
  if (brace?.text === '{' && tokens[tokens.indexOf(brace) - 1]?.text === '\\left') {
    return {
      offset: brace.offset,
      code: 'formula-left-right',
      message: 'A brace after `\\left` is read as the beginning of a group.',
      fix: 'Write `\\left\\{` and `\\right\\}`.',
    };
  }
  const name = clip(token.text);
  const { offset } = token;
  if (kind === 'mismatch' && opener) {
    const other = clip(opener.text);
    if (token.text.startsWith('\\end') && opener.text.startsWith('\\begin')) {
      return {
        offset,
        code: 'formula-environment',
        message: `\`${other}\` is closed by \`${name}\`.`,
        fix: `Write \`\\end{${environmentName(opener.text)}}\`, or begin with \`\\begin{${environmentName(token.text)}}\`.`,
      };
    }
    return {
      offset: opener.offset,
      code: pairCode(opener.text),
      message: `\`${other}\` is not closed before \`${name}\`.`,
      fix: `Write ${closer(opener.text)} before that \`${name}\`, or take that out.`,
    };
  }
  return kind === 'open'
    ? {
        offset,
        code: pairCode(token.text),
        message: `\`${name}\` is never closed.`,
        fix: `Write ${closer(token.text)} where it ends${token.text === '{' ? '; a brace that is to be printed is `\\{`' : ''}.`,
      }
    : {
        offset,
        code: pairCode(token.text),
        message: `\`${name}\` closes nothing.`,
        fix:
          token.text === '}'
            ? 'Take it out, or write the `{` it belongs to; a brace that is to be printed is `\\}`.'
            : `Take it out, or write the ${token.text === '\\right' ? '`\\left`' : `\`\\begin{${environmentName(token.text)}}\``} it belongs to.`,
      };
}

function pairCode(text: string): string {
  if (text === '{' || text === '}') return 'formula-brace';
  return text === '\\left' || text === '\\right' ? 'formula-left-right' : 'formula-environment';
}

function closer(text: string): string {
  if (text === '{') return '`}`';
  return text === '\\left'
    ? '`\\right` and its bracket (`\\right.` for none)'
    : `\`\\end{${environmentName(text)}}\``;
}
