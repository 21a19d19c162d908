import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import { z } from 'zod';
import { excerpt } from '../judging/report.ts';
import type { Component, Node } from '../tree.ts';
import { linkTo, paragraph, picture, text } from '../rendering/markdown-blocks.ts';
import type { Resolve } from '../rendering/options.ts';
import { linkPicture, renderFeedPicture, renderPicture } from '../rendering/pictures.ts';
import { words } from '../words.ts';
import { judgeAlt } from './alt.ts';
import { flowCaption, flowMarkdown } from './caption.ts';
import type { ComponentFault, ComponentModule, HtmlContext } from './component.ts';
import { textOf } from './component.ts';
import { labelAttribute, renderLabel } from './label.ts';

export const figure: ComponentModule = {
  name: 'Figure',
  label: 'fig',
  children: 'blocks',
  picture: 'src',
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
    label: labelAttribute('fig', 'memory'),
  }),
  check: (node) => [...judgeAlt(node, 'src'), ...judgeSource(node)],
  page(node, context) {
    const size = textOf(node, 'size');
    const className = ['figure', ...(size && size !== 'text' ? [`figure-${size}`] : [])];
    const label = renderLabel(node, 'fig').page;
    const found = context.picture(textOf(node, 'src') ?? '');
    const caption = flowCaption(label, context.nodes(node.children), [
      ...renderFrom(node, context),
      ...wrap('span.figure-licence', licenceOf(node)),
    ]);
    return [
      h('figure', { className, ...(node.id ? { id: context.id(node.id) } : {}) }, [
        ...(found
          ? [linkPicture(found, renderPicture(found, textOf(node, 'alt') ?? '', size))]
          : renderAlt(node)),
        ...(caption.length > 0 ? [h('figcaption', caption)] : []),
      ]),
    ];
  },
  feed(node, context) {
    const label = renderLabel(node, 'fig').feed;
    const found = context.picture(textOf(node, 'src') ?? '');
    const [from, licence] = [renderSource(node, context), licenceOf(node)];
    const source = [...from, ...(from.length > 0 && licence ? [text('. ')] : []), text(licence)];
    const after = from.length > 0 || licence ? [text('('), ...source, text(')')] : [];
    const caption = flowCaption(label, context.nodes(node.children), after);
    return [
      h('figure', node.id ? { id: context.id(node.id) } : {}, [
        ...(found
          ? [
              h(
                'p',
                h('a', { href: found.href }, renderFeedPicture(found, textOf(node, 'alt') ?? '')),
              ),
            ]
          : renderAlt(node)),
        ...(caption.length > 0 ? [h('figcaption', caption)] : []),
      ]),
    ];
  },
  text(node, context) {
    const caption = context.nodes(node.children) || (textOf(node, 'alt') ?? '');
    const source = fromOf(node);
    const label = renderLabel(node, 'fig').text;
    return `${label}${caption}${source ? ` (${source})` : ''}`.trim();
  },
  markdown(node, context) {
    const alt = textOf(node, 'alt') ?? '';
    const found = context.picture(textOf(node, 'src') ?? '');
    const told = fromOf(node);
    const from = told === undefined ? [] : linkTo(sourceOf(node, context)?.href, [text(told)]);
    const licence = licenceOf(node);
    const parts = [...from, ...(from.length > 0 && licence ? [text('. ')] : []), text(licence)];
    const after = from.length > 0 || licence ? [text('('), ...parts, text(')')] : [];
    return [
      paragraph([found ? picture(found.href, alt) : text(alt)]),
      ...flowMarkdown(renderLabel(node, 'fig').markdown, context.blocks(node.children), after),
    ];
  },
};

/** Whether a figure of the paper says so, and under which licence it is shown. */
function judgeSource(node: Component): ComponentFault[] {
  const from = textOf(node, 'from');
  if (from === undefined) {
    const said = BORROWED.exec(
      `${textOf(node, 'alt') ?? ''}\n${wordsOf(node.children)}`,
    )?.[0].trim();
    if (said === undefined || OWN.test(wordsOf(node.children) + (textOf(node, 'alt') ?? '')))
      return [];
    const place = /(?:figure|fig\.?) (\w[\w.]*)/i.exec(said)?.[1];
    return [
      {
        severity: 'warning',
        code: 'figure-without-source',
        message: `“${excerpt(said)}” says that the picture is the paper’s, and \`<Figure>\` does not.`,
        fix: `Write \`from="Figure ${place ?? '4'}"\`, which leads to the paper, or say whose drawing it is: “Our drawing, after Figure ${place ?? '4'}”.`,
      },
    ];
  }
  const ofThePaper = /^(?:figure|fig\b)|^\p{L}+\.? [A-Z]?\d/iu.test(from);
  if (!ofThePaper || textOf(node, 'licence') !== undefined) return [];
  return [
    {
      attribute: 'from',
      severity: 'warning',
      code: 'figure-without-licence',
      message: `\`from="${excerpt(from)}"\` shows a picture of the paper without its licence.`,
      fix: 'Write it as the paper’s own page gives it, `licence="CC BY 4.0"`; where there is none, draw the figure yourself.',
    },
  ];
}

/** Words by which a caption or an `alt` says that somebody else drew the picture; “after Figure 4” does not. */
const BORROWED =
  /(?:^|\n)\s{0,3}(?:figure|fig\.?) \w[\w.]* (?:of|from|in) (?:the|their) (?:original )?paper\b|(?<=^|[\n.(]\s{0,3}|\b(?:figure|picture|image|diagram|drawing) )(?:taken|copied|reproduced|reprinted|borrowed|screenshot) (?:directly )?from (?:(?:figure|fig\.?) \w[\w.]* (?:of|in) )?(?:the|their) (?:original )?(?:paper|authors)\b/i;

const OWN = /\b(?:our|my|own|redrawn|after)\b/i;

function wordsOf(nodes: readonly Node[]): string {
  return nodes
    .map((node) =>
      node.type === 'text'
        ? node.value.slice(0, 2_000)
        : 'children' in node
          ? wordsOf(node.children)
          : '',
    )
    .join('');
}

/** Missing files are told of elsewhere; a preview goes on with the words. */
function renderAlt(node: Component): ElementContent[] {
  return [h('p', textOf(node, 'alt') ?? '')];
}

/** A place in the paper; anything longer says whose the picture is, and is printed as it is. */
const PLACE = /^\p{L}+\.? [\w.()-]+$/u;

function fromOf(node: Component): string | undefined {
  const from = textOf(node, 'from');
  return from && PLACE.test(from) ? `${from} ${words.ofThePaper}` : from;
}

/** A place in the paper leads to the paper. */
function renderSource(node: Component, context: HtmlContext): ElementContent[] {
  const told = fromOf(node);
  if (told === undefined) return [];
  const source = sourceOf(node, context);
  return [source ? h('a', { ...source }, told) : text(told)];
}

function sourceOf(node: Component, context: Resolve): ReturnType<Resolve['source']> {
  const from = textOf(node, 'from');
  return from && PLACE.test(from) ? context.source(from) : undefined;
}

function renderFrom(node: Component, context: HtmlContext): ElementContent[] {
  const source = renderSource(node, context);
  if (source.length === 0) return [];
  const stop = fromOf(node)?.endsWith('.') ? [] : [text('.')];
  const space = licenceOf(node) ? [text(' ')] : [];
  return [h('span.figure-from', [...source, ...stop]), ...space];
}

function licenceOf(node: Component): string {
  const licence = textOf(node, 'licence');
  return licence ? `${words.licence} ${licence}` : '';
}

function wrap(selector: string, sentence: string): ElementContent[] {
  return sentence ? [h(selector, sentence.endsWith('.') ? sentence : `${sentence}.`)] : [];
}
