import { tidyLine } from './line.ts';
import { mendFormula } from './formula.ts';

/** Marks that Markdown has, and the two that it writes as tags. */
export type Mark = 'emphasis' | 'strong' | 'sup' | 'sub';

/** A text of somebody else's, taken apart: what every reader of a service makes. */
export type Piece = { text: string } | { tex: string } | { mark: Mark; children: readonly Piece[] };

const address = /https?:\/\/[^\s<>{}"'`\\^|$]*[\w/=-]/gi;

/** As plain words, a formula as the letters and digits in it: for titles in addresses, and to look for words. */
export function plainOf(pieces: readonly Piece[]): string {
  const plain = (list: readonly Piece[]): string =>
    list
      .map((piece) => {
        if ('text' in piece) return piece.text;
        if ('tex' in piece) {
          return piece.tex.replace(/\\(?:text|math|operatorname)\w*/g, '').replace(/[{}$\\]/g, '');
        }
        return plain(piece.children);
      })
      .join('');
  return tidyLine(plain(pieces));
}

/** As the Markdown of our front matter: one line, everything escaped that would be read as markup. */
export function writeProse(pieces: readonly Piece[]): string {
  return tidyLine(write(pieces))
    .replace(/(?<!\\)(\$)(?=\$)/g, '$1 ')
    .replace(/\s+([,.;:])(?=\s|$)/g, '$1');
}

function write(pieces: readonly Piece[]): string {
  return pieces
    .map((piece) => {
      if ('text' in piece) return escapeText(piece.text);
      if ('tex' in piece) return writeFormula(piece.tex);
      return writeMarked(piece.mark, write(piece.children));
    })
    .join('');
}

/** A mark takes no space at its edges: in Markdown it would be none. */
function writeMarked(mark: Mark, inner: string): string {
  const [, before = '', core = '', after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(inner) ?? [];
  if (core === '') return inner;
  const signs = {
    emphasis: ['*', '*'],
    strong: ['**', '**'],
    sup: ['<sup>', '</sup>'],
    sub: ['<sub>', '</sub>'],
  };
  const [open = '', close = ''] = signs[mark];
  // One within the other of its kind would end it.
  const flat = open.startsWith('*') ? core.replace(/(?<!\\)\*/g, '') : core;
  return `${before}${open}${flat}${close}${after}`;
}

function writeFormula(tex: string): string {
  const mended = mendFormula(tex);
  if (mended === '') return '';
  if (mended !== undefined) return `$${mended}$`;
  // Not to be set here: as it was written, so that nothing is lost.
  const plain = tidyLine(tex);
  return plain.includes('`') ? escapeText(plain) : `\`${plain}\``;
}

/** A web address is left as it is: it becomes a link by itself. */
export function escapeText(text: string): string {
  let escaped = '';
  let end = 0;
  for (const match of text.matchAll(address)) {
    escaped += escapeWords(text.slice(end, match.index)) + match[0];
    end = match.index + match[0].length;
  }
  return escaped + escapeWords(text.slice(end));
}

function escapeWords(text: string): string {
  // One tilde is a sign, two strike out what stands between them.
  const tilde = text.split('~').length > 2 ? '\\~' : '~';
  return text
    .replace(/[\\*`{}$]/g, '\\$&')
    .replace(/&(?=#?\w+;)/g, '&amp;')
    .replaceAll('<', '&lt;')
    .replace(/\[(?=[^\]]{0,500}\][([:])|\[(?=\^)/g, '&#91;')
    .replace(/!(?=\[|&#91;)/g, '&#33;')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replaceAll('~', tilde);
}
