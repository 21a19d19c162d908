import { h } from 'hastscript';
import { z } from 'zod';
import { checkFormula } from '../formulas/formula.ts';
import { splitFormulas } from '../formulas/inline.ts';
import { html, paragraph } from '../rendering/markdown-blocks.ts';
import type { ComponentModule } from './component.ts';
import { textOf } from './component.ts';

export const details: ComponentModule = {
  name: 'Details',
  children: 'blocks',
  attributes: z.strictObject({
    summary: z
      .string()
      .min(1)
      .max(200)
      .describe('The line that is seen while the rest is folded away; it may hold `$…$`.'),
  }),
  check(node) {
    return splitFormulas(textOf(node, 'summary') ?? '').flatMap((part) =>
      part.type === 'inlineFormula'
        ? checkFormula(part.tex, false).map(({ code, message, fix }) => ({ code, message, fix }))
        : [],
    );
  },
  page: (node, context) => [
    h('details.fold', [
      h('summary', context.inline(textOf(node, 'summary') ?? '')),
      ...context.nodes(node.children),
    ]),
  ],
  // Where a reader drops <details>, its summary would run into the text.
  feed: (node, context) => [
    h('p', h('strong', context.inline(textOf(node, 'summary') ?? ''))),
    ...context.nodes(node.children),
  ],
  text: (node, context) =>
    [context.inline(textOf(node, 'summary') ?? ''), context.nodes(node.children)]
      .filter(Boolean)
      .join('\n\n'),
  // Markdown within HTML is read where empty lines part the two.
  markdown: (node, context) => [
    html('<details>\n<summary>'),
    paragraph(context.inline(textOf(node, 'summary') ?? '')),
    html('</summary>'),
    ...context.blocks(node.children),
    html('</details>'),
  ],
};
