import type { SyntaxNode } from '../parsing/parse.ts';
import { joinSegments } from '../writing/equations.ts';
import { excerpt, type Report } from './report.ts';

/** Tells formulas in the notations of GitHub: dollars with backticks, and code in the language `math`. */
export function findForeignFormulas(source: string, node: SyntaxNode, report: Report): void {
  if (node.type === 'code') findMathCode(source, node, report);
  else if (node.type === 'inlineFormula') findTicks(source, node, report);
  for (const child of node.children ?? []) findForeignFormulas(source, child, report);
}

/** `` $`x`$ `` */
function findTicks(source: string, node: SyntaxNode, report: Report): void {
  const tex = joinSegments(node.segments ?? []).text;
  const content = /^`([^`]+)`$/.exec(tex)?.[1]?.trim();
  if (content === undefined) return;
  const { start, end } = node.position;
  const old = source.slice(start.offset, end.offset);
  report.add({
    offset: start.offset,
    code: 'foreign-formula',
    message: `\`\` ${excerpt(old)} \`\` has backticks inside its dollars, which are printed as quotation marks.`,
    fix: `Write \`$${excerpt(content)}$\`.`,
    ...(!old.includes('\n') && { edit: { old, text: `$${content}$` } }),
  });
  report.silence(start.offset, end.offset);
}

function findMathCode(source: string, node: SyntaxNode, report: Report): void {
  if (node.lang?.toLowerCase() !== 'math') return;
  const { start, end } = node.position;
  const old = source.slice(start.offset, end.offset);
  const value = (node.value ?? '').trim();
  const isAtMargin = start.offset === 0 || source[start.offset - 1] === '\n';
  const isSimple = value !== '' && !value.includes('$') && !/\n[ \t]*\r?\n/.test(value);
  report.add({
    offset: start.offset,
    code: 'foreign-formula',
    message: 'Code in the language `math` is printed as code here.',
    fix: `Write \`$$\`, then \`${excerpt(value) || '…'}\`, then \`$$\`, each on a line of its own.`,
    ...(isAtMargin && isSimple && { edit: { old, text: `$$\n${value}\n$$` } }),
  });
}
