import { judgeLink, judgePicture } from '../judging/links.ts';
import { nearest } from '../nearest.ts';
import type { SyntaxNode } from '../parsing/parse.ts';
import { excerpt, type Report } from '../judging/report.ts';
import type { Inline, Node } from '../tree.ts';
import type { Writer, Written } from './writer.ts';

export function writeLink(node: SyntaxNode, children: Inline[], writer: Writer): Node {
  const offset = node.position.start.offset;
  const source = resolveDefinition(node, writer);
  const url = source?.url ?? '';
  const fault = judgeLink(url);
  if (fault && 'code' in fault) writer.report.add({ offset, ...fault });
  else if (fault) writer.written.anchors.push({ name: fault.anchor, offset });
  else writer.written.links.add(url);
  if (children.length === 0) {
    writer.report.add({
      offset,
      code: 'empty-link',
      message: `The link to \`${excerpt(url)}\` has no text.`,
      fix: `Write \`[text](${excerpt(url)})\`.`,
    });
  }
  // A refused address does not reach the tree, whatever the caller does with the problems.
  if (fault && 'code' in fault) return { type: 'emphasis', children };
  return { type: 'link', url, ...(source?.title && { title: source.title }), children };
}

export function writeImage(node: SyntaxNode, writer: Writer): Node | undefined {
  const offset = node.position.start.offset;
  const source = resolveDefinition(node, writer);
  const url = source?.url ?? '';
  const alt = (node.alt ?? '').trim();
  if (!writer.pictures) {
    writer.report.add({
      offset,
      code: 'picture-in-line',
      message: `The picture \`${excerpt(url)}\` stands in a text of one line.`,
      fix: 'Put it into the body of the summary: `<Figure src="./picture.svg" alt="…" />`.',
    });
    return undefined;
  }
  const fault = judgePicture(url);
  if (fault) writer.report.add({ offset, ...fault });
  else writer.written.pictures.push({ src: url, offset });
  if (alt === '') {
    writer.report.add({
      offset,
      code: 'missing-alt',
      message: `The picture \`${excerpt(url)}\` has no words for those who do not see it.`,
      fix: `Write what it shows: \`![What it shows](${excerpt(url)})\`.`,
    });
  }
  if (fault) return { type: 'text', value: alt };
  return { type: 'image', url, alt, ...(source?.title && { title: source.title }) };
}

function resolveDefinition(node: SyntaxNode, writer: Writer): SyntaxNode | undefined {
  if (node.type === 'link' || node.type === 'image') return node;
  return writer.collected.definitions.get(node.identifier ?? '');
}

/** Tells links to `#anchor` that lead nowhere. */
export function checkAnchors(written: Written, ids: ReadonlySet<string>, report: Report): void {
  for (const { name, offset } of written.anchors) {
    if (ids.has(name)) continue;
    const near = nearest(name, ids);
    report.add({
      offset,
      code: 'dead-anchor',
      message: `The link leads to \`#${excerpt(name)}\`, which is nowhere in this text.`,
      fix: near
        ? `Did you mean \`#${near}\`?`
        : 'Write the words of a heading in small letters joined by hyphens, such as `#key-idea`.',
    });
  }
}
