import { formulaText } from '../body/formulas/text.ts';
import { readTokens } from '../body/formulas/tokens.ts';
import type { Node } from '../body/tree.ts';
import type { Text } from '../digest/model.ts';
import { splitCapitals } from './capitals.ts';
import { oneLine } from './names.ts';

// BibTeX counts braces, also those behind a backslash, so none may stand in a value but in pairs.
const commands: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

/** Text as it stands in a BibTeX value: what TeX takes as a command is written as the character that it is. */
export function escapeTex(text: string): string {
  return oneLine(text).replace(/[\\{}~^#$%&_]/g, (sign) => commands[sign] ?? `\\${sign}`);
}

/**
 * A title as LaTeX: its formulas as `$…$`, and in braces whatever a style that sets titles in small letters must leave as
 * it is.
 */
export function renderTitle({ tree, plain }: Text): string {
  let before = '';
  const render = (node: Node): string => {
    switch (node.type) {
      case 'text': {
        const stretches = splitCapitals(node.value, before, plain);
        before += node.value;
        return stretches
          .map(({ text, kept }) => (kept ? `{${escapeTex(text)}}` : escapeWithBlanks(text)))
          .join('');
      }
      case 'inlineFormula':
        before += '$';
        return `{${renderFormula(node.tex)}}`;
      case 'emphasis':
        return `\\emph{${node.children.map(render).join('')}}`;
      case 'strong':
        return `\\textbf{${node.children.map(render).join('')}}`;
      case 'inlineCode':
        before += node.value;
        return `\\texttt{${escapeTex(node.value)}}`;
      case 'element': {
        const inner = node.children.map(render).join('');
        if (node.name === 'sub' || node.name === 'sup') return `\\text${node.name}script{${inner}}`;
        return node.children.length === 0 ? ' ' : inner;
      }
      case 'break':
        return ' ';
      default:
        return 'children' in node ? node.children.map(render).join('') : '';
    }
  };
  return tree.children.map(render).join('').replace(/ +/g, ' ').trim();
}

function escapeWithBlanks(text: string): string {
  const inner = escapeTex(text);
  return `${/^\s/.test(text) ? ' ' : ''}${inner}${inner !== '' && /\s$/.test(text) ? ' ' : ''}`;
}

/** `$…$` without comments and line breaks, its braces in pairs; as text where they are not. */
export function renderFormula(tex: string): string {
  const written = readTokens(tex.toWellFormed())
    .filter(({ text }) => !text.startsWith('%'))
    .map(({ text }) => {
      if (text === '\\{') return '\\lbrace ';
      if (text === '\\}') return '\\rbrace ';
      return text.replace(/[\p{Cc}\s]+/gu, ' ');
    })
    .join('')
    .trim();
  return isBalanced(written) ? `$${written}$` : escapeTex(formulaText(tex));
}

/** As BibTeX counts, which takes a brace for one behind a backslash too. */
function isBalanced(text: string): boolean {
  let depth = 0;
  for (const [brace] of text.matchAll(/[{}]/g)) {
    depth += brace === '{' ? 1 : -1;
    if (depth < 0) return false;
  }
  return depth === 0;
}
