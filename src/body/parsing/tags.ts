import type { SyntaxNode } from './parse.ts';
import { findMarkup } from '../judging/markup.ts';
import { VOID_ELEMENTS } from '../judging/elements.ts';
import { excerpt, type Report } from '../judging/report.ts';
import type { BrokenTag } from '../judging/slips.ts';

/**
 * Pairs opening and closing tags among the children of each node and puts what stands
 * between them under a node `element`. A tag without its partner is told, once for the two
 * halves of a pair that stand in different places, and stays as an element without content.
 *
 * @param broken opening tags that are told already because they are not well formed
 * @returns the names of the tags without a partner
 */
export function pairTags(
  root: SyntaxNode,
  broken: readonly BrokenTag[],
  report: Report,
): Set<string> {
  const open: SyntaxNode[] = [];
  const stray: SyntaxNode[] = [];
  const deep: SyntaxNode[] = [];
  pairChildren(root, open, stray, deep);
  if (deep[0]) {
    report.add({
      offset: offsetOf(deep[0]),
      code: 'too-deep',
      message: `More than ${MAX_OPEN} elements stand within each other here.`,
      fix: 'Use fewer of them.',
    });
  }
  const unpaired = new Set([...open, ...broken].map((tag) => tag.name ?? ''));
  for (const tag of open) {
    const name = tag.name ?? '';
    const offset = offsetOf(tag);
    const partner = VOID_ELEMENTS.has(name)
      ? -1
      : stray.findIndex((one) => one.name === tag.name && offsetOf(one) > offset);
    const [closing] = partner < 0 ? [] : stray.splice(partner, 1);
    // A name that is refused anyway is told once, where elements are judged.
    if (!findMarkup(name)) continue;
    if (closing) report.add({ offset, ...explainSplit(tag, closing) });
    else {
      report.add({
        offset,
        code: 'unclosed-tag',
        message: `\`<${name}>\` is not closed.`,
        fix: VOID_ELEMENTS.has(name)
          ? `Write \`<${name} />\`.`
          : `Write \`</${name}>\` behind its content, or \`<${name} … />\` if it has none; for a less-than sign write \`&lt;\`.`,
        // `<br></br>` would become two: then a person has to look.
        ...(VOID_ELEMENTS.has(name) &&
          !stray.some((one) => one.name === name) && {
            edit: { offset: tag.position.end.offset - 1, old: '>', text: ' />' },
          }),
      });
    }
  }
  const openers = [
    ...broken,
    ...deep.map((tag) => ({ name: tag.name ?? '', offset: offsetOf(tag) })),
  ];
  for (const tag of stray) {
    const opener = openers.findIndex((one) => one.name === tag.name && one.offset < offsetOf(tag));
    if (opener >= 0) {
      openers.splice(opener, 1);
      continue;
    }
    if (VOID_ELEMENTS.has(tag.name ?? '')) {
      report.add({
        offset: offsetOf(tag),
        code: 'stray-closing-tag',
        message: `\`</${tag.name}>\` closes nothing: \`<${tag.name}>\` has no content.`,
        fix: `Write \`<${tag.name} />\`.`,
      });
    } else {
      report.add({
        offset: offsetOf(tag),
        code: 'stray-closing-tag',
        message: `\`</${excerpt(tag.name ?? '')}>\` closes nothing: no \`<${excerpt(tag.name ?? '')}>\` is open here.`,
        fix: `Delete it, or write \`<${excerpt(tag.name ?? '')}>\` before what it should close.`,
      });
    }
  }
  return unpaired;
}

function pairChildren(
  parent: SyntaxNode,
  unclosed: SyntaxNode[],
  stray: SyntaxNode[],
  deep: SyntaxNode[],
): void {
  const lists: { tag: SyntaxNode | undefined; children: SyntaxNode[] }[] = [
    { tag: undefined, children: [] },
  ];
  for (const node of parent.children ?? []) {
    const current = lists.at(-1)!;
    if (node.type !== 'tag') {
      pairChildren(node, unclosed, stray, deep);
      current.children.push(node);
    } else if (node.closing) {
      const index = lists.findLastIndex((list) => list.tag && list.tag.name === node.name);
      if (index < 0) {
        stray.push(node);
        continue;
      }
      while (lists.length > index + 1) close(false);
      close(true, node);
    } else if (node.selfClosing) {
      current.children.push(buildElement(node, [], node));
    } else if (lists.length > MAX_OPEN) {
      deep.push(node);
      current.children.push(buildElement(node, [], node));
    } else if (VOID_ELEMENTS.has(node.name ?? '')) {
      unclosed.push(node);
      current.children.push(buildElement(node, [], node));
    } else {
      lists.push({ tag: node, children: [] });
    }
  }
  while (lists.length > 1) close(false);
  if (parent.children) parent.children = lists[0]!.children;

  function close(paired: boolean, end?: SyntaxNode): void {
    const { tag, children } = lists.pop()!;
    const outer = lists.at(-1)!.children;
    if (paired) {
      outer.push(buildElement(tag!, children, end!));
      return;
    }
    unclosed.push(tag!);
    outer.push(buildElement(tag!, [], tag!), ...children);
  }
}

/** Tags open at once among one node's children; what is opened beyond holds nothing. */
const MAX_OPEN = 12;

function buildElement(tag: SyntaxNode, children: SyntaxNode[], end: SyntaxNode): SyntaxNode {
  return {
    type: 'element',
    position: { start: tag.position.start, end: end.position.end },
    name: tag.name ?? null,
    attributes: tag.attributes ?? [],
    flow: tag.flow ?? false,
    children,
  };
}

function explainSplit(tag: SyntaxNode, closing: SyntaxNode) {
  const [open, close] = [`<${tag.name ?? ''}>`, `</${tag.name ?? ''}>`];
  const where =
    tag.flow === closing.flow
      ? 'are not in the same paragraph, list item or element'
      : 'are not both on lines of their own';
  return {
    code: 'split-tag',
    message: `\`${open}\` and its \`${close}\` ${where}.`,
    fix: `Write both within one paragraph, or each on a line of its own with an empty line between it and the text.`,
  };
}

function offsetOf(node: SyntaxNode): number {
  return node.position.start.offset;
}
