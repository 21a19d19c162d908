import type { SyntaxNode } from '../parsing/parse.ts';
import { excerpt, type Report } from './report.ts';

/**
 * Tells definitions of addresses, `[name]: https://…`, of which nothing is printed: those that no link names, and the
 * second of one name. Names of footnotes are judged as such.
 */
export function judgeDefinitions(root: SyntaxNode, report: Report): void {
  const definitions = new Map<string, SyntaxNode>();
  const used = new Set<string>();
  const repeated: SyntaxNode[] = [];
  visit(root);
  for (const node of repeated) tellRepeated(node, definitions.get(nameOf(node)), report);
  // An error may hide what names them.
  if (report.count() > 0) return;
  for (const [name, node] of definitions) {
    if (used.has(name)) continue;
    const shown = excerpt(node.label ?? name);
    report.add({
      offset: node.position.start.offset,
      severity: 'warning',
      code: 'unused-definition',
      message: `\`[${shown}]: ${excerpt(node.url ?? '')}\` gives an address a name that no link uses, and is not printed.`,
      fix: `Write \`[text][${shown}]\` where it belongs, begin the line with \`\\[\` if it is to be read, or delete it.`,
    });
  }

  function visit(node: SyntaxNode): void {
    const name = nameOf(node);
    if (node.type === 'linkReference' || node.type === 'imageReference') used.add(name);
    else if (node.type === 'definition' && !name.startsWith('^')) {
      if (definitions.has(name)) repeated.push(node);
      else definitions.set(name, node);
    }
    for (const child of node.children ?? []) visit(child);
  }
}

function nameOf(node: SyntaxNode): string {
  return (node.identifier ?? '').toLowerCase();
}

function tellRepeated(node: SyntaxNode, first: SyntaxNode | undefined, report: Report): void {
  // The same address once more takes nothing from anybody.
  if (first?.url === node.url) return;
  report.add({
    offset: node.position.start.offset,
    code: 'duplicate-definition',
    message: `The name \`[${excerpt(node.label ?? '')}]\` stands for another address already: its links lead to \`${excerpt(first?.url ?? '', 60)}\`.`,
    fix: 'Give one of the two another name, in the links that name it too, or delete it.',
  });
}
