import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import type { PhrasingContent } from 'mdast';
import { z } from 'zod';
import { text } from '../rendering/markdown-blocks.ts';
import type { Component } from '../tree.ts';
import { words } from '../words.ts';

type Kind = 'fig' | 'tab';

const NAMES = { fig: words.figure, tab: words.table };

/** The attribute `label` of a component that is counted. @param example a name without its kind, `memory` */
export function labelAttribute(kind: Kind, example: string) {
  return z
    .string()
    .regex(new RegExp(`^${kind}:[a-z0-9][a-z0-9-]*$`))
    .optional()
    .describe(
      `A name to refer to, \`${kind}:${example}\`; \`\\ref{${kind}:${example}}\` in the text prints its number.`,
    );
}

/** `Figure 2`, or `Figure` of one that is not counted. */
export function nameOf(node: Component, kind: Kind): string {
  return node.number === undefined ? NAMES[kind] : `${NAMES[kind]} ${node.number}`;
}

/** Before a caption; nothing where the component is not counted. */
export function renderLabel(
  node: Component,
  kind: Kind,
): Record<'page' | 'feed', ElementContent[]> & { text: string; markdown: PhrasingContent[] } {
  const name = nameOf(node, kind);
  return node.number === undefined
    ? { page: [], feed: [], text: '', markdown: [] }
    : {
        page: [h('span.figure-label', name)],
        feed: [h('strong', `${name}.`)],
        text: `${name}. `,
        markdown: [{ type: 'strong', children: [text(`${name}.`)] }],
      };
}
