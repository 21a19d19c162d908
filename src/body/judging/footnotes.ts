import type { SyntaxNode } from '../parsing/parse.ts';
import { excerpt, type Report } from './report.ts';

/** Tells footnotes that are defined twice, never referred to or strangely named. @returns all names */
export function judgeFootnotes(root: SyntaxNode, report: Report): Set<string> {
  const definitions = new Map<string, SyntaxNode>();
  const references = new Set<string>();
  visit(root);
  for (const [identifier, node] of definitions) {
    const offset = node.position.start.offset;
    const shown = excerpt(node.label ?? identifier);
    if (!/^[\p{L}\p{N}_-]{1,60}$/u.test(identifier)) {
      report.add({ offset, ...explainName(`^${node.label ?? identifier}`) });
    }
    if (!references.has(identifier)) {
      report.add({
        offset,
        code: 'unused-footnote',
        message: `Nothing refers to the footnote \`[^${shown}]\`.`,
        fix: `Write \`[^${shown}]\` where it belongs in the text, or delete it.`,
      });
    }
  }
  return new Set(definitions.keys());

  function visit(node: SyntaxNode): void {
    const identifier = (node.identifier ?? '').toLowerCase();
    if (node.type === 'footnoteReference') references.add(identifier);
    else if (node.type === 'footnoteDefinition') {
      if (!definitions.has(identifier)) definitions.set(identifier, node);
      else {
        report.add({
          offset: node.position.start.offset,
          code: 'duplicate-footnote',
          message: `The footnote \`[^${excerpt(node.label ?? identifier)}]\` is defined twice.`,
          fix: 'Give one of the two another name.',
        });
      }
    }
    // `[^two words]: …` is, to Markdown, the address of a link of that name: it prints nothing.
    else if (node.type === 'definition' && identifier.startsWith('^')) {
      report.add({ offset: node.position.start.offset, ...explainName(node.label ?? identifier) });
    }
    for (const child of node.children ?? []) visit(child);
  }
}

function explainName(label: string): { code: string; message: string; fix: string } {
  return {
    code: 'bad-footnote',
    message: `The name of the footnote \`[${excerpt(label)}]\` is not made of letters, digits and hyphens.`,
    fix: 'Name it as `[^1]` or `[^data]`, here and where it is referred to.',
  };
}
