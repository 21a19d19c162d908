import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import { z } from 'zod';
import type { Component } from '../tree.ts';
import { words } from '../words.ts';
import { judgeAlt } from './alt.ts';
import { flowCaption } from './caption.ts';
import type { ComponentModule, HtmlContext } from './component.ts';
import { labelPattern, textOf } from './component.ts';

export const figure: ComponentModule = {
  name: 'Figure',
  label: 'fig',
  children: 'blocks',
  attributes: z.strictObject({
    src: z
      .string()
      .min(1)
      .max(200)
      .describe('The picture, a file beside the summary: `./memory.svg`.'),
    alt: z
      .string()
      .max(1000)
      .describe(
        'What the picture shows, for readers who do not see it: a sentence, without “picture of”.',
      ),
    size: z
      .enum(['text', 'wide', 'small'])
      .optional()
      .describe('How much room it takes: `text` (as wide as the text), `wide`, `small`.'),
    from: z
      .string()
      .min(1)
      .max(200)
      .optional()
      .describe(
        'Where in the paper the picture comes from, `Figure 4`, or whose it is. Leave it out if it is yours.',
      ),
    licence: z
      .string()
      .min(1)
      .max(100)
      .optional()
      .describe('Its licence, where that is not ours: `CC BY 4.0`.'),
    label: z
      .string()
      .regex(labelPattern('fig'))
      .optional()
      .describe(
        'A name to refer to, `fig:memory`; `\\ref{fig:memory}` in the text prints its number.',
      ),
  }),
  check: (node) => judgeAlt(node, 'src'),
  page(node, context) {
    const size = textOf(node, 'size');
    const className = ['figure', ...(size && size !== 'text' ? [`figure-${size}`] : [])];
    const label = node.number === undefined ? [] : [h('span.figure-label', labelOf(node))];
    const after = [
      ...wrap('span.figure-from', sentence(fromOf(node))),
      ...wrap('span.figure-licence', sentence(licenceOf(node))),
    ].flatMap((part, index) => (index > 0 ? [space(), part] : [part]));
    const caption = flowCaption(label, context.nodes(node.children), after);
    return [
      h('figure', { className, ...(node.id ? { id: context.id(node.id) } : {}) }, [
        ...picture(node, context, { loading: 'lazy', decoding: 'async' }),
        ...(caption.length > 0 ? [h('figcaption', caption)] : []),
      ]),
    ];
  },
  feed(node, context) {
    const label = node.number === undefined ? [] : [h('strong', `${labelOf(node)}.`)];
    const source = [fromOf(node), licenceOf(node)].filter(Boolean).join('. ');
    const after: ElementContent[] = source ? [{ type: 'text', value: `(${source})` }] : [];
    const caption = flowCaption(label, context.nodes(node.children), after);
    return [
      h('figure', [
        ...picture(node, context, {}),
        ...(caption.length > 0 ? [h('figcaption', caption)] : []),
      ]),
    ];
  },
  text(node, context) {
    const caption = context.nodes(node.children) || (textOf(node, 'alt') ?? '');
    const source = fromOf(node);
    const label = node.number === undefined ? '' : `${labelOf(node)}. `;
    return `${label}${caption}${source ? ` (${source})` : ''}`.trim();
  },
};

function picture(
  node: Component,
  context: HtmlContext,
  hints: Record<string, string>,
): ElementContent[] {
  const alt = textOf(node, 'alt') ?? '';
  const found = context.picture(textOf(node, 'src') ?? '');
  // Missing files are told of elsewhere; a preview goes on with the words.
  if (!found) return [h('p', alt)];
  const { href, width, height, srcset } = found;
  const image = h('img', {
    src: href,
    ...(srcset ? { srcSet: srcset } : {}),
    width,
    height,
    alt,
    ...hints,
  });
  return 'loading' in hints
    ? [h('a.figure-picture', { href }, image)]
    : [h('p', h('a', { href }, image))];
}

function labelOf(node: Component): string {
  return `${words.figure} ${node.number ?? ''}`.trim();
}

/** `Figure 4` is the paper's; anything longer is printed as it is. */
function fromOf(node: Component): string | undefined {
  const from = textOf(node, 'from');
  return from && /^\p{L}+\.? [\w.()-]+$/u.test(from) ? `${from} ${words.ofThePaper}` : from;
}

function licenceOf(node: Component): string | undefined {
  const licence = textOf(node, 'licence');
  return licence && `${words.licence} ${licence}`;
}

function sentence(text: string | undefined): string | undefined {
  return text && (text.endsWith('.') ? text : `${text}.`);
}

function wrap(selector: string, text: string | undefined): ElementContent[] {
  return text ? [h(selector, text)] : [];
}

function space(): ElementContent {
  return { type: 'text', value: ' ' };
}
