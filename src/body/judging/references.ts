import { findInvisibleCharacters } from '../parsing/characters.ts';
import type { SyntaxNode } from '../parsing/parse.ts';
import type { Report } from './report.ts';

/**
 * Tells characters that are refused in the source and stand in it as a reference, `&#x202E;`, which a
 * reviewer sees and a reader does not.
 */
export function judgeCharacterReferences(source: string, node: SyntaxNode, report: Report): void {
  // Code is taken as it is written, and formulas have no references.
  const values = node.type === 'text' ? [node.value] : [node.url, node.title, node.alt];
  judge(source, node, values, report);
  for (const attribute of node.attributes ?? []) {
    if (typeof attribute.value === 'string') judge(source, attribute, [attribute.value], report);
  }
  for (const child of node.children ?? []) judgeCharacterReferences(source, child, report);
}

function judge(
  source: string,
  { position: { start, end } }: Pick<SyntaxNode, 'position'>,
  values: readonly (string | null | undefined)[],
  report: Report,
): void {
  const written = source.slice(start.offset, end.offset);
  const reference = written.indexOf('&');
  if (reference < 0) return;
  for (const value of values) {
    const [fault] = findInvisibleCharacters(value ?? '').filter(({ code }) => {
      // What the source itself held has been told, and replaced by this one.
      return code !== 'replacement-character' || !written.includes('\uFFFD');
    });
    if (!fault) continue;
    const { code, message } = fault;
    report.add({
      offset: start.offset + reference,
      code,
      message: message.replace(/^Here stands /, 'A reference, `&…;`, stands here for '),
      fix: 'Delete the reference.',
    });
  }
}
