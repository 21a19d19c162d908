import { compileInline } from '../body/compile.ts';
import type { Node } from '../body/tree.ts';
import { maxText } from './latex.ts';
import { escapeText, plainOf, writeProse, type Piece } from './pieces.ts';

/**
 * Somebody else's text as one that our rules take: with its formulas and marks, else with its formulas as
 * code, else as plain words. Undefined where it is empty, too long, or none of these passes.
 *
 * @param options.max characters that the field takes
 * @param options.links whether the field may hold links
 */
export function settleProse(
  pieces: readonly Piece[],
  { max, links }: { max: number; links: boolean },
): string | undefined {
  const candidates = [
    () => writeProse(pieces),
    () => writeProse(pieces.map(withoutFormulas)),
    () => escapeText(plainOf(pieces)),
  ];
  for (const write of candidates) {
    const text = write();
    if (text === '' || text.length > Math.min(max, maxText)) continue;
    const { tree, problems } = compileInline(text, { file: '', place: { line: 1, column: 1 } });
    const isRight = problems.every(({ severity }) => severity === 'warning');
    if (isRight && (links || !tree.children.some(isLink))) return text;
  }
  return undefined;
}

function withoutFormulas(piece: Piece): Piece {
  if ('tex' in piece) return { text: piece.tex };
  return 'text' in piece ? piece : { text: plainOf([piece]) };
}

function isLink(node: Node): boolean {
  return node.type === 'link' || ('children' in node && node.children.some(isLink));
}
