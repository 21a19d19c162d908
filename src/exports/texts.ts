import type { PhrasingContent } from 'mdast';
import { buildMarkdownInline, writeMarkdown } from '../body/rendering/markdown.ts';
import { paragraph } from '../body/rendering/markdown-blocks.ts';
import { withoutFolder } from '../body/rendering/options.ts';
import { renderText } from '../body/rendering/text.ts';
import { TREE_VERSION, type Node } from '../body/tree.ts';
import type { Text } from '../digest/model.ts';

/** A title, a tldr, an abstract for Markdown; its links lead where their writer said. */
export function buildWords({ tree }: Text): PhrasingContent[] {
  return buildMarkdownInline(tree, { resolve: withoutFolder, headingShift: 0, notePrefix: '' });
}

/** The text as Markdown; undefined where it is plain words. */
export function renderTex(text: Text): string | undefined {
  if (text.tree.children.every(({ type }) => type === 'text')) return undefined;
  return writeMarkdown([paragraph(buildWords(text))]);
}

type WithTex<Name extends string> = Record<Name, string> & Partial<Record<`${Name}Tex`, string>>;

/** A text as the two fields that a document has of it: `title`, and `titleTex` where it is more than words. */
export function withTex<Name extends string>(name: Name, text: Text): WithTex<Name> {
  const tex = renderTex(text);
  const fields = { [name]: text.plain, ...(tex !== undefined && { [`${name}Tex`]: tex }) };
  return fields as WithTex<Name>;
}

/** Nodes of a body as plain text on one line, without the numbers of footnotes. */
export function plainOf(nodes: readonly Node[]): string {
  const children = withoutNotes(nodes);
  return renderText({ type: 'root', version: TREE_VERSION, children }).replace(/\s+/g, ' ').trim();
}

function withoutNotes(nodes: readonly Node[]): Node[] {
  return nodes
    .filter(({ type }) => type !== 'footnoteReference')
    .map((node) =>
      'children' in node ? ({ ...node, children: withoutNotes(node.children) } as Node) : node,
    );
}
