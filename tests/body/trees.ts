import type { RenderOptions } from '../../src/body/rendering/options.ts';
import type { Block, Component, Inline, Node, Tree } from '../../src/body/tree.ts';
import { TREE_VERSION } from '../../src/body/tree.ts';

export const root = (...children: Node[]): Tree => ({
  type: 'root',
  version: TREE_VERSION,
  children,
});
export const text = (value: string): Inline => ({ type: 'text', value });
export const paragraph = (...children: (Inline | string)[]): Block => ({
  type: 'paragraph',
  children: children.map((child) => (typeof child === 'string' ? text(child) : child)),
});
export const maths = (tex: string): Inline => ({ type: 'inlineFormula', tex });
export const note = (identifier: string): Inline => ({ type: 'footnoteReference', identifier });
export const component = (
  name: string,
  attributes: Component['attributes'],
  children: Node[] = [],
  counted: { id?: string; number?: number } = {},
): Component => ({ type: 'component', name, attributes, ...counted, children });
export const table = (...rows: string[][]): Block => ({
  type: 'table',
  align: ['left', 'right', 'center'],
  children: rows.map((cells) => ({
    type: 'tableRow',
    children: cells.map((cell) => ({
      type: 'tableCell',
      children: cell.startsWith('*')
        ? [{ type: 'strong', children: [text(cell.slice(1))] }]
        : cell === ''
          ? []
          : [text(cell)],
    })),
  })),
});

export const options: RenderOptions = {
  resolve: {
    link: (url) =>
      url.startsWith('#')
        ? { href: `https://digest.example/papers/gadgets/${url}` }
        : { href: url, rel: 'noopener external' },
    picture: (src) =>
      src.startsWith('./')
        ? {
            href: `/pictures/${src.slice(2)}`,
            width: 640,
            height: 360,
            ...(src.endsWith('.png') && {
              opaque: true,
              sources: [{ type: 'image/avif', srcset: '/a-480.avif 480w, /a-640.avif 640w' }],
            }),
          }
        : undefined,
    plot: ({ data }) =>
      data === './a.csv'
        ? {
            wide: { width: 640, height: 320, markup: '<path class="plot-line plot-0" d="M0,0"/>' },
            narrow: {
              width: 320,
              height: 250,
              markup: '<path class="plot-line plot-0" d="M1,1"/>',
            },
            picture: { href: '/pictures/a.svg', width: 472, height: 320 },
            table: {
              head: ['tokens', `<b>]]>`],
              numeric: [true, false],
              rows: [
                ['2', 'x'],
                ['4', ''],
              ],
              more: 1,
            },
            csv: '/data/a.csv',
          }
        : undefined,
    source: (at) => ({ href: `https://arxiv.example/pdf/1?${at}`, rel: 'ugc nofollow' }),
  },
  idPrefix: '',
  headingShift: 0,
};

export const HOSTILE = '"><script>alert(1)</script>\'</title><img src=x onerror=y> ]]> &amp;';

/** One of everything that a body may hold. */
export const everything: Tree = root(
  {
    type: 'heading',
    depth: 2,
    id: 'the-key-idea',
    children: [text('The '), maths('O(n)'), text(' idea')],
  },
  paragraph(
    'As equation ',
    { type: 'reference', kind: 'equation', id: 'eq-update', text: '(1)' },
    ' and Figure ',
    { type: 'reference', kind: 'figure', id: 'fig-memory', text: '1' },
    ' show (',
    maths('x_t'),
    '), ',
    { type: 'emphasis', children: [text('soft')] },
    { type: 'break' },
    { type: 'inlineCode', value: 'a < b' },
    {
      type: 'link',
      url: 'https://example.org/?a=1&b=2',
      title: HOSTILE,
      children: [text('there')],
    },
    { type: 'link', url: '#the-key-idea', children: [text('here')] },
    { type: 'link', url: 'mailto:a@example.org', children: [text('mail')] },
    component('Claim', { at: `Table 3 ${HOSTILE}` }),
    note('first'),
    note('Odd "name"'),
    note('first'),
    { type: 'delete', children: [text(HOSTILE)] },
  ),
  { type: 'formula', tex: '\\mathcal{L} = \\mathbb{E}[x]', id: 'eq-update', number: '1' },
  { type: 'formula', tex: 'a', number: '*' },
  { type: 'formula', tex: 'b' },
  {
    type: 'list',
    ordered: false,
    spread: false,
    children: [
      { type: 'listItem', spread: false, checked: true, children: [paragraph('done')] },
      {
        type: 'listItem',
        spread: false,
        children: [
          paragraph('and'),
          {
            type: 'list',
            ordered: true,
            start: 3,
            spread: true,
            children: [
              { type: 'listItem', spread: true, children: [paragraph('three'), paragraph('more')] },
            ],
          },
        ],
      },
    ],
  },
  component(
    'Figure',
    {
      src: './memory.svg',
      alt: `Loss ${HOSTILE}`,
      size: 'wide',
      from: 'Figure 4',
      licence: 'CC BY',
    },
    [paragraph('Memory of ', maths('M_t'), '.')],
    { id: 'fig-memory', number: 1 },
  ),
  component(
    'Table',
    {},
    [paragraph('Scores', note('last'), '.'), table(['', 'score'], ['ours', '*44.5'])],
    {
      id: 'tab-results',
      number: 1,
    },
  ),
  component('Aside', {}, [paragraph('By the way.')]),
  component('Details', { summary: `Proof that $x<1$ ${HOSTILE}` }, [paragraph('Clear.')]),
  table(['a', 'b', 'c'], ['1', '2'], ['1', '2', '3', '4']),
  { type: 'code', lang: 'py"><script>', value: HOSTILE },
  { type: 'code', lang: 'c++', value: 'x' },
  { type: 'blockquote', children: [paragraph('quoted')] },
  { type: 'thematicBreak' },
  paragraph({ type: 'image', url: './alone.png', alt: HOSTILE }),
  {
    type: 'element',
    name: 'table',
    attributes: {},
    children: [
      {
        type: 'element',
        name: 'tr',
        attributes: {},
        children: [
          {
            type: 'element',
            name: 'td',
            attributes: { colspan: '2' },
            children: [{ type: 'strong', children: [text('9')] }],
          },
        ],
      },
    ],
  },
  {
    type: 'element',
    name: 'details',
    attributes: { open: '' },
    children: [
      { type: 'element', name: 'summary', attributes: { lang: 'fr' }, children: [text('plus')] },
      paragraph({
        type: 'element',
        name: 'abbr',
        attributes: { title: HOSTILE },
        children: [text('LM')],
      }),
    ],
  },
  {
    type: 'footnoteDefinition',
    identifier: 'first',
    children: [paragraph('One', note('inner'), '.')],
  },
  { type: 'footnoteDefinition', identifier: 'Odd "name"', children: [paragraph('Two.')] },
  {
    type: 'footnoteDefinition',
    identifier: 'last',
    children: [paragraph('Three.'), { type: 'formula', tex: 'c' }],
  },
  { type: 'footnoteDefinition', identifier: 'inner', children: [paragraph('Four.')] },
);
