import type { ElementContent } from 'hast';
import { h, s } from 'hastscript';
import { z } from 'zod';
import { linkTo, paragraph, picture, text } from '../rendering/markdown-blocks.ts';
import type { Drawing, Plot } from '../rendering/options.ts';
import type { Component, Table } from '../tree.ts';
import { words } from '../words.ts';
import { judgeAlt } from './alt.ts';
import { flowCaption, flowMarkdown } from './caption.ts';
import type { ComponentFault, ComponentModule, HtmlContext } from './component.ts';
import { textOf } from './component.ts';
import { labelAttribute, nameOf, renderLabel } from './label.ts';

/** Characters of an axis: what fits above the drawing on a phone. */
const LONGEST_NAME = 44;

const column = z.string().min(1).max(100);
const axisName = z.string().min(1).max(LONGEST_NAME);

/** What a plot is drawn from: a file, its columns, and how they are shown. */
export const plotAttributes = z.strictObject({
  data: z
    .string()
    .min(1)
    .max(200)
    .describe('The numbers, a file beside the summary: `./results.csv`.'),
  x: column.describe('The column that runs along the axis: numbers, dates or names.'),
  y: column.describe('The column of the values.'),
  series: column
    .optional()
    .describe(
      'The column that tells the lines apart; the series that the file names first is drawn in colour.',
    ),
  type: z
    .enum(['line', 'dot', 'bar'])
    .optional()
    .describe('How it is drawn; names become bars, numbers and dates a line.'),
  alt: z
    .string()
    .max(1000)
    .describe('What the plot shows, for readers who do not see it: a sentence, without “plot of”.'),
  label: labelAttribute('fig', 'loss'),
  xLabel: axisName
    .optional()
    .describe(
      `What the axis says where the name of the column does not do, \`Context, K tokens\`; at most ${LONGEST_NAME} characters.`,
    ),
  yLabel: axisName
    .optional()
    .describe(
      `What the values are, with their unit, \`Accuracy, %\`; at most ${LONGEST_NAME} characters.`,
    ),
  scale: z
    .enum(['log-x', 'log-log'])
    .optional()
    .describe('Logarithmic axes: `log-x`, or `log-log` for both.'),
});

export type PlotAttributes = z.infer<typeof plotAttributes>;

export const plot: ComponentModule = {
  name: 'Plot',
  label: 'fig',
  children: 'blocks',
  numbers: 'data',
  attributes: plotAttributes,
  check: (node) => [...judgeAlt(node, 'data'), ...judgeFile(node)],
  page(node, context) {
    const drawn = context.plot(node.attributes);
    const label = renderLabel(node, 'fig').page;
    const caption = flowCaption(label, context.nodes(node.children));
    const numbers = drawn ? [renderNumbers(node, drawn, context)] : [];
    return [
      h('figure.figure.plot', node.id ? { id: context.id(node.id) } : {}, [
        ...(drawn
          ? [
              renderDrawing(node, drawn.wide, 'plot-wide'),
              renderDrawing(node, drawn.narrow, 'plot-narrow'),
            ]
          : [h('p', textOf(node, 'alt') ?? '')]),
        ...(caption.length + numbers.length > 0 ? [h('figcaption', [...caption, ...numbers])] : []),
      ]),
    ];
  },
  feed(node, context) {
    const alt = textOf(node, 'alt') ?? '';
    const drawn = context.plot(node.attributes);
    const label = renderLabel(node, 'fig').feed;
    const caption = flowCaption(label, context.nodes(node.children));
    const { href, width, height } = drawn?.picture ?? {};
    return [
      h('figure', node.id ? { id: context.id(node.id) } : {}, [
        h('p', href ? h('a', { href }, h('img', { src: href, width, height, alt })) : alt),
        ...(caption.length > 0 ? [h('figcaption', caption)] : []),
      ]),
      ...(drawn
        ? [
            ...context.table(tableOf(drawn), ''),
            h('p', [...moreOf(drawn), h('a', { href: drawn.csv }, words.csv)]),
          ]
        : []),
    ];
  },
  text(node, context) {
    const caption = context.nodes(node.children);
    const label = renderLabel(node, 'fig').text;
    const drawn = context.plot(node.attributes);
    const alt = textOf(node, 'alt') ?? '';
    return [`${label}${caption || alt}`, ...(drawn ? [context.nodes([tableOf(drawn)])] : [])]
      .filter(Boolean)
      .join('\n\n');
  },
  markdown(node, context) {
    const alt = textOf(node, 'alt') ?? '';
    const drawn = context.plot(node.attributes);
    return [
      paragraph([drawn ? picture(drawn.picture.href, alt) : text(alt)]),
      ...flowMarkdown(renderLabel(node, 'fig').markdown, context.blocks(node.children)),
      ...(drawn
        ? [
            ...context.blocks([tableOf(drawn)]),
            paragraph([...moreOf(drawn), ...linkTo(drawn.csv, [text(words.csv)])]),
          ]
        : []),
    ];
  },
};

function judgeFile(node: Component): ComponentFault[] {
  const data = textOf(node, 'data') ?? '';
  if (data.endsWith('.csv')) return [];
  return [
    {
      code: 'plot-data',
      message: `\`data="${data}"\` does not name a .csv file.`,
      fix: 'Save the numbers as CSV beside the summary and write its name: `data="./results.csv"`.',
    },
  ];
}

function renderDrawing(node: Component, drawing: Drawing, name: string): ElementContent {
  const { width, height, markup } = drawing;
  // The plotting library's, written anew from an allow-list by who drew it.
  const inner: ElementContent = { type: 'raw', value: markup };
  return s(
    'svg',
    {
      className: [name],
      viewBox: `0 0 ${width} ${height}`,
      role: 'img',
      ariaLabel: textOf(node, 'alt') ?? '',
    },
    [inner],
  );
}

function renderNumbers(node: Component, drawn: Plot, context: HtmlContext): ElementContent {
  return h('details.plot-numbers', [
    h('summary', words.numbers),
    ...context.table(tableOf(drawn), `${words.numbers}, ${nameOf(node, 'fig')}`),
    h('p', [...moreOf(drawn), h('a', { href: drawn.csv, download: true }, words.csv)]),
  ]);
}

function moreOf({ table }: Plot): { type: 'text'; value: string }[] {
  return table.more > 0 ? [{ type: 'text', value: `${words.moreRows(table.more)} ` }] : [];
}

function tableOf({ table: { head, numeric, rows } }: Pick<Plot, 'table'>): Table {
  return {
    type: 'table',
    align: numeric.map((right) => (right ? 'right' : null)),
    children: [head, ...rows].map((cells) => ({
      type: 'tableRow',
      children: cells.map((value) => ({
        type: 'tableCell',
        children: value === '' ? [] : [{ type: 'text', value }],
      })),
    })),
  };
}
