import { h } from 'hastscript';
import { z } from 'zod';
import type { ComponentModule } from './component.ts';
import { quote } from '../rendering/markdown-blocks.ts';

export const aside: ComponentModule = {
  name: 'Aside',
  children: 'blocks',
  attributes: z.strictObject({}),
  page: (node, context) => [h('aside.note', context.nodes(node.children))],
  // Feed readers drop <aside> and run its text into what stands around it.
  feed: (node, context) => [h('blockquote', context.nodes(node.children))],
  text: (node, context) => context.nodes(node.children),
  markdown: (node, context) => [quote(context.blocks(node.children))],
};
