import type { SyntaxNode } from './parse.ts';
import { excerpt, type Fault, type Report } from '../judging/report.ts';

/**
 * Judges all braces of prose: comments vanish, `\ref{…}` and `\eqref{…}` become nodes
 * `reference` (`command`, and the label as `value`), the rest is refused.
 */
export function resolveBraces(node: SyntaxNode, report: Report): void {
  if (!node.children) return;
  const children: SyntaxNode[] = [];
  for (const child of node.children) {
    if (child.type !== 'braces') {
      resolveBraces(child, report);
      children.push(child);
      continue;
    }
    if (child.span?.kind === 'comment') continue;
    const before = children.at(-1);
    const command = before?.type === 'text' ? /\\(eqref|ref)$/.exec(before.value ?? '') : null;
    const content = (child.segments ?? []).map((segment) => segment.value).join('\n');
    if (!before || !command?.[1]) {
      const { start, end } = child.position;
      report.add({
        offset: start.offset,
        ...explainExpression(content),
        // Classes alone say nothing here; an id or a width may be wanted.
        ...(/^\s*:?(?:\s*\.[\w-]+)*\s*$/.test(content) &&
          /[:.]/.test(content) &&
          end.offset - start.offset === content.length + 2 && {
            edit: { old: `{${content}}`, text: '' },
          }),
      });
      continue;
    }
    before.value = (before.value ?? '').slice(0, command.index);
    const start = { offset: child.position.start.offset - command[0].length };
    children.push({
      type: 'reference',
      position: { start, end: child.position.end },
      command: command[1],
      value: content.trim(),
    });
  }
  node.children = children.filter((child) => child.type !== 'text' || child.value !== '');
}

function explainExpression(content: string): Omit<Fault, 'offset'> {
  const value = content.trim();
  const shown = `\`{${excerpt(value)}}\``;
  if (/^[:.#]/.test(value)) {
    return {
      code: 'attribute-list',
      message: `${shown} is an attribute list, which is not known here.`,
      fix: value.startsWith('#')
        ? 'Delete it: a heading is addressed by its own words.'
        : 'Delete it; the size of a figure is written `<Figure size="small" …>`.',
    };
  }
  if (/^(["'])\s*\1$/.test(value)) {
    return {
      code: 'expression',
      message: `${shown} is an expression, and a summary holds no code.`,
      fix: 'Write a plain space.',
    };
  }
  const literal = excerpt(value, 60);
  if (/^[\s\w,.;:…+-]*$/.test(value) && (value === '' || /[\d,]/.test(value))) {
    return {
      code: 'expression',
      message: `${shown} is an expression in MDX, which would not print it as it stands.`,
      fix: `Write \`\\{${literal}\\}\`, or as a formula \`$\\{${literal}\\}$\`.`,
    };
  }
  return {
    code: 'expression',
    message: `${shown} is an expression, and a summary holds no code.`,
    fix: `Write \`\\{${literal}\\}\` for the braces themselves, or put a formula between dollars.`,
  };
}
