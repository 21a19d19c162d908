import type { SyntaxNode } from '../parsing/parse.ts';
import { excerpt, type Report } from './report.ts';

/** MDX runs a paragraph that begins with `import` or `export` as a module statement. */
export function findStatement(source: string, node: SyntaxNode, report: Report): void {
  const { start, end } = node.position;
  const before = source[start.offset - 1];
  if (before !== undefined && before !== '\n' && before !== '\r') return;
  // The beginning tells; what follows must not cost the square of its length.
  const text = source.slice(start.offset, Math.min(end.offset, start.offset + 500));
  const word = /^(import|export)(?=[ {*"'])/.exec(text)?.[1];
  if (word === undefined) return;
  const isCode =
    word === 'import'
      ? /^import\s*(?:["']|[^.!?]*\sfrom\s*["'])/.test(text)
      : /^export\s*(?:default\b|const\b|let\b|var\b|function\b|class\b|async\b|\{|\*)/.test(text);
  const next = /^\w+\s+(\w+)/.exec(text)?.[1] ?? '…';
  report.add({
    offset: start.offset,
    code: 'module-statement',
    message: isCode
      ? `\`${excerpt(text.split(/[\r\n]/)[0] ?? '')}\` is code, and a summary holds none.`
      : `The paragraph begins with the word \`${word}\`, which MDX runs as code.`,
    fix: isCode
      ? 'Delete it; components such as `<Figure>` are known without it.'
      : `Begin with another word, such as \`The ${word} ${next}\`.`,
    // One line that brings in what is known without it.
    ...(/^import\s[^\n'"]*\sfrom\s*(["'])[^\n'"]*\1;?[ \t]*$/.test(text) && {
      edit: { old: text, text: '' },
    }),
  });
  report.silence(start.offset, end.offset);
}
