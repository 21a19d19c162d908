import { textOf } from '../body/components/component.ts';
import { renderMarkdown, type MarkdownOptions } from '../body/rendering/markdown.ts';
import type { Resolve } from '../body/rendering/options.ts';
import { renderText } from '../body/rendering/text.ts';
import type { Component, Node, Tree } from '../body/tree.ts';
import type { Edition } from '../digest/edition.ts';
import type { Issue, Paper } from '../digest/model.ts';
import { pageOf, resolveOutside } from '../digest/resolve.ts';
import type { Body } from './schemas.ts';
import { plainOf } from './texts.ts';

/** How the text of a paper or an issue is written as Markdown. */
export function markdownOptions(
  edition: Edition,
  entry: Paper | Issue,
  options: Partial<Omit<MarkdownOptions, 'resolve'>> = {},
): MarkdownOptions {
  const resolve = resolveOutside(edition, entry);
  return { headingShift: 0, notePrefix: '', ...options, resolve };
}

/** A summary or an introduction with what stands in it; undefined where there is none. */
export function buildBody(edition: Edition, entry: Paper | Issue): Body | undefined {
  const tree = edition.treeOf(entry);
  if (!tree) return undefined;
  const options = markdownOptions(edition, entry);
  const page = edition.routes.absolute(pageOf(edition, entry));
  const nodes = [...walk(tree)];
  return {
    markdown: renderMarkdown(tree, options),
    text: renderText(tree, { plot: options.resolve.plot }),
    sections: nodes.flatMap((node) =>
      node.type === 'heading'
        ? [
            {
              id: node.id,
              address: page + node.id,
              depth: node.depth,
              title: plainOf(node.children),
            },
          ]
        : [],
    ),
    equations: nodes.flatMap((node) =>
      node.type === 'formula' ? [{ ...placeOf(node, page), tex: node.tex }] : [],
    ),
    figures: nodes.flatMap((node) => {
      const kind = kindOf(node);
      if (node.type !== 'component' || kind === undefined || kind === 'table') return [];
      return [{ ...placeOf(node, page), ...buildFigure(node, kind, options.resolve) }];
    }),
    tables: nodes.flatMap((node) => {
      if (node.type !== 'component' || kindOf(node) !== 'table') return [];
      const caption = captionOf(node);
      return [{ ...placeOf(node, page), ...(caption && { caption }) }];
    }),
  };
}

function buildFigure(node: Component, kind: Exclude<Kind, 'table'>, resolve: Resolve) {
  const plot = kind === 'plot' ? resolve.plot(node.attributes) : undefined;
  const file = textOf(node, kind === 'video' ? 'poster' : 'src');
  const picture = plot?.picture ?? (file === undefined ? undefined : resolve.picture(file));
  const caption = captionOf(node);
  const [source, licence] = [textOf(node, 'from'), textOf(node, 'licence')];
  const video = kind === 'video' ? textOf(node, 'src') : undefined;
  return {
    kind,
    alt: textOf(node, 'alt') ?? '',
    ...(caption && { caption }),
    ...(picture && { picture: picture.href }),
    ...(plot && { data: plot.csv }),
    ...(source && { source }),
    ...(licence && { licence }),
    ...(video && { video }),
  };
}

function placeOf({ id, number }: { id?: string; number?: string | number }, page: string) {
  return {
    ...(id !== undefined && { id, address: page + id }),
    ...(number !== undefined && { number: String(number) }),
  };
}

type Kind = 'figure' | 'plot' | 'video' | 'table';

const KINDS = new Map<string, Kind>([
  ['Figure', 'figure'],
  ['Plot', 'plot'],
  ['Video', 'video'],
  ['Table', 'table'],
]);

/** What a component is among figures and tables; undefined for any other node. */
export function kindOf(node: Node): Kind | undefined {
  return node.type === 'component' ? KINDS.get(node.name) : undefined;
}

/** The words about a figure or a table, without the table; empty where there are none. */
export function captionOf(node: Component): string {
  return plainOf(
    node.children.filter(
      (child) => child.type !== 'table' && (child.type !== 'element' || child.name !== 'table'),
    ),
  );
}

/** Every node below another, in reading order. */
export function* walk(parent: Tree | Node): Generator<Node> {
  if (!('children' in parent)) return;
  for (const child of parent.children) {
    yield child;
    yield* walk(child);
  }
}
