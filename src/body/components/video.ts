import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import { z } from 'zod';
import { linkTo, paragraph, picture, text } from '../rendering/markdown-blocks.ts';
import { renderFeedPicture, renderPicture } from '../rendering/pictures.ts';
import type { Component } from '../tree.ts';
import { words } from '../words.ts';
import { judgeAlt } from './alt.ts';
import { flowCaption, flowMarkdown } from './caption.ts';
import type { ComponentModule, HtmlContext } from './component.ts';
import { textOf } from './component.ts';
import { labelAttribute, renderLabel } from './label.ts';

/** A link with a poster: nothing of another site is shown or fetched here. Counted with the figures. */
export const video: ComponentModule = {
  name: 'Video',
  label: 'fig',
  children: 'blocks',
  picture: 'poster',
  link: 'src',
  attributes: z.strictObject({
    src: z
      .string()
      .min(1)
      .max(2000)
      .describe('Where it can be watched, a page or a file: `https://example.org/talk`.'),
    poster: z
      .string()
      .min(1)
      .max(200)
      .describe('A picture of it, a file beside the summary: `./talk.jpg`.'),
    alt: z
      .string()
      .max(1000)
      .describe('What the picture shows, for readers who do not see it: a sentence.'),
    label: labelAttribute('fig', 'talk'),
  }),
  check: (node) => judgeAlt(node, 'poster'),
  page(node, context) {
    const label = renderLabel(node, 'fig').page;
    const caption = flowCaption(label, context.nodes(node.children), [
      h('span.figure-from', link(node, context)),
    ]);
    const poster = context.picture(textOf(node, 'poster') ?? '');
    const src = textOf(node, 'src');
    const place = src === undefined ? {} : leadTo(src, context);
    return [
      h('figure.figure.video', node.id ? { id: context.id(node.id) } : {}, [
        ...(poster
          ? [
              h(
                'a.video-poster',
                { ...place, ...(poster.opaque ? { className: ['opaque'] } : {}) },
                renderPicture(poster, textOf(node, 'alt') ?? ''),
              ),
            ]
          : []),
        h('figcaption', caption),
      ]),
    ];
  },
  feed(node, context) {
    const label = renderLabel(node, 'fig').feed;
    const caption = flowCaption(label, context.nodes(node.children), link(node, context));
    const poster = context.picture(textOf(node, 'poster') ?? '');
    const src = textOf(node, 'src');
    const place = src === undefined ? {} : { href: context.link(src).href };
    const image = poster && renderFeedPicture(poster, textOf(node, 'alt') ?? '');
    return [
      h('figure', node.id ? { id: context.id(node.id) } : {}, [
        ...(image ? [h('p', h('a', place, image))] : []),
        h('figcaption', caption),
      ]),
    ];
  },
  text(node, context) {
    const caption = context.nodes(node.children) || (textOf(node, 'alt') ?? '');
    const label = renderLabel(node, 'fig').text;
    return `${label}${caption} (${placeOf(node)}: ${textOf(node, 'src') ?? ''})`;
  },
  markdown(node, context) {
    const alt = textOf(node, 'alt') ?? '';
    const poster = context.picture(textOf(node, 'poster') ?? '');
    const image = poster ? picture(poster.href, alt) : text(alt);
    const href = context.link(textOf(node, 'src') ?? '').href;
    const place = [...linkTo(href, [text(placeOf(node))]), text('.')];
    return [
      paragraph(linkTo(href, [image])),
      ...flowMarkdown(renderLabel(node, 'fig').markdown, context.blocks(node.children), place),
    ];
  },
};

/** `Video, at example.org`: a reader knows where the link leads before following it. */
function link(node: Component, context: HtmlContext): ElementContent[] {
  const src = textOf(node, 'src');
  // An address that is refused does not reach the tree, and a preview shows the rest.
  if (src === undefined) return [];
  return [h('a', leadTo(src, context), placeOf(node)), { type: 'text', value: '.' }];
}

function leadTo(src: string, context: HtmlContext): { href: string; rel?: string } {
  const { href, rel } = context.link(src);
  return { href, ...(rel ? { rel } : {}) };
}

function placeOf(node: Component): string {
  const src = textOf(node, 'src') ?? '';
  const host = URL.canParse(src) ? new URL(src).host.replace(/^www\./, '') : src;
  return `${words.videoAt} ${host}`;
}
