import { h } from 'hastscript';
import { z } from 'zod';
import type { Component, Node } from '../tree.ts';
import { flowCaption, flowMarkdown } from './caption.ts';
import type { ComponentModule } from './component.ts';
import { labelAttribute, nameOf, renderLabel } from './label.ts';

export const table: ComponentModule = {
  name: 'Table',
  label: 'tab',
  children: 'blocks',
  attributes: z.strictObject({
    label: labelAttribute('tab', 'results'),
  }),
  check(node) {
    const count = node.children.filter(isTable).length;
    if (count === 1) return [];
    return [
      {
        code: 'table-content',
        message:
          count === 0
            ? 'This `<Table>` holds no table.'
            : `This \`<Table>\` holds ${count} tables.`,
        fix:
          count === 0
            ? 'Write a table of `| … |` lines in it, with an empty line before and after.'
            : 'Give each table a `<Table>` of its own.',
      },
    ];
  },
  // A reader wants to know what a table is about before the first cell, so the caption stands above.
  page(node, context) {
    const label = renderLabel(node, 'tab').page;
    const caption = flowCaption(label, context.nodes(captionOf(node)));
    return [
      h('figure.table', node.id ? { id: context.id(node.id) } : {}, [
        ...(caption.length > 0 ? [h('figcaption', caption)] : []),
        ...node.children
          .filter(isTable)
          .flatMap((child) => context.table(child, nameOf(node, 'tab'))),
      ]),
    ];
  },
  feed(node, context) {
    const label = renderLabel(node, 'tab').feed;
    const caption = flowCaption(label, context.nodes(captionOf(node)));
    const single = caption.every((part) => part.type !== 'element' || part.tagName !== 'p');
    const id = node.id ? { id: context.id(node.id) } : {};
    return [
      ...(caption.length === 0 ? [] : [single ? h('p', id, caption) : h('div', id, caption)]),
      ...node.children
        .filter(isTable)
        .flatMap((child) => context.table(child, nameOf(node, 'tab'))),
    ];
  },
  text(node, context) {
    const label = renderLabel(node, 'tab').text;
    const caption = `${label}${context.nodes(captionOf(node))}`.trim();
    return [caption, context.nodes(node.children.filter(isTable))].filter(Boolean).join('\n\n');
  },
  markdown: (node, context) => [
    ...flowMarkdown(renderLabel(node, 'tab').markdown, context.blocks(captionOf(node))),
    ...context.blocks(node.children.filter(isTable)),
  ],
};

function isTable(node: Node): boolean {
  return node.type === 'table' || (node.type === 'element' && node.name === 'table');
}

function captionOf(node: Component): Node[] {
  return node.children.filter((child) => !isTable(child));
}
