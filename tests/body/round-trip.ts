import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Nodes, Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { renderMarkdown } from '../../src/body/rendering/markdown.ts';
import type { Block, Inline, Node, Tree } from '../../src/body/tree.ts';
import { maths, note, options, paragraph, root, text } from './trees.ts';

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkMath);

/** Reads Markdown by a parser that had no part in writing it. */
export const read = (source: string): Root => parser.parse(source);

export const markdown = { resolve: options.resolve, headingShift: 0, notePrefix: '' };

export const squeeze = (value: string): string => value.replace(/\s+/g, ' ').trim();

/** What a writer may have typed, and what Markdown takes for its own. */
const pieces = fc.constantFrom(
  ...'a|b C|é|。|“|1.|1)|2|-|+|*|**|***|_|__|~|~~|`|``|$|$$|#|##|>|<|<b>|</b>|<!--|&amp;|&lt|&#35;|\\|\\\\|[|]|[x]|[ ]|[^1]|[a](b)|![|!|(|)|:|;|"|\'|---|===|\n| |  |http://a.example|www.a.example|a@b.example|{|}|^|%|=|.'.split(
    '|',
  ),
  '|',
  '|-|',
);
const words = fc.array(pieces, { minLength: 1, maxLength: 6 }).map((parts) => parts.join(''));
const tex = fc
  .array(
    fc.constantFrom(
      'x',
      '_1',
      '^2',
      '\\alpha',
      ' ',
      '<',
      '>',
      '|',
      '\\|',
      '\\$',
      '\\{',
      '\\}',
      '*',
      '`',
      '~',
      '&',
      '#',
      '\\text{a}',
      '\\left|',
      '\\\\',
    ),
    { minLength: 1, maxLength: 5 },
  )
  .map((parts) => parts.join('').trim())
  .filter((value) => value !== '' && !value.endsWith('\\'));

const { inline } = fc.letrec<{ inline: Inline; leaf: Inline; nest: Inline }>((tie) => ({
  leaf: fc.oneof(
    { weight: 4, arbitrary: words.map(text) },
    tex.map(maths),
    words.map((value): Inline => ({ type: 'inlineCode', value })),
    words
      .filter((value) => value.trim() !== '')
      .map((value): Inline => ({
        type: 'link',
        url: 'https://example.org/?a=(1)&b=|',
        title: value,
        children: [text(value)],
      })),
    words.map((alt): Inline => ({ type: 'image', url: './a.png', alt })),
    fc.constant<Inline>({ type: 'break' }),
    fc.constant(note('n')),
    fc.constant<Inline>({ type: 'reference', kind: 'equation', id: 'eq-a', text: '(1)' }),
  ),
  nest: fc.record({
    type: fc.constantFrom('emphasis', 'strong', 'delete'),
    children: fc.array(tie('inline'), { minLength: 1, maxLength: 3 }),
  }),
  inline: fc.oneof({ maxDepth: 3 }, { weight: 3, arbitrary: tie('leaf') }, tie('nest')),
}));
const inlines = fc.array(inline, { minLength: 1, maxLength: 5 });
const { block } = fc.letrec<{ block: Block; simple: Block; nested: Block }>((tie) => ({
  simple: fc.oneof(
    { weight: 3, arbitrary: inlines.map((children): Block => ({ type: 'paragraph', children })) },
    fc
      .record({ depth: fc.constantFrom(2, 3, 6), children: inlines })
      .map((one): Block => ({ type: 'heading', id: 'a', ...one })),
    fc
      .array(words, { maxLength: 3 })
      .map((lines): Block => ({ type: 'code', value: lines.join('\n').trim() || 'x' })),
    tex.map((one): Block => ({ type: 'formula', tex: one, number: '1' })),
    fc.constant<Block>({ type: 'thematicBreak' }),
    fc
      .array(fc.array(inlines, { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 3 })
      .map((rows): Block => ({
        type: 'table',
        align: [null, 'right'],
        children: rows.map((cells) => ({
          type: 'tableRow',
          children: cells.map((children) => ({ type: 'tableCell', children })),
        })),
      })),
  ),
  nested: fc.oneof(
    fc
      .array(tie('block'), { minLength: 1, maxLength: 2 })
      .map((children): Block => ({ type: 'blockquote', children })),
    fc
      .record({
        ordered: fc.boolean(),
        spread: fc.boolean(),
        items: fc.array(fc.array(tie('block'), { minLength: 1, maxLength: 2 }), {
          minLength: 1,
          maxLength: 3,
        }),
      })
      .map(({ ordered, spread, items }): Block => ({
        type: 'list',
        ordered,
        spread,
        children: items.map((children) => ({ type: 'listItem', spread, children })),
      })),
  ),
  block: fc.oneof({ maxDepth: 3 }, { weight: 4, arbitrary: tie('simple') }, tie('nested')),
}));

/** Both trees as one line of what is read: words, formulas, code, addresses and where the blocks begin. */
function tell(node: Node | Nodes | Tree): string {
  const inside = () =>
    ('children' in node ? node.children : []).map((child) => tell(child as Node)).join('');
  switch (node.type) {
    case 'text':
      return node.value;
    case 'inlineCode':
      return `‹code ${squeeze(node.value)}›`;
    case 'code':
      return `¶code ${node.value}¶`;
    case 'inlineFormula':
      return `‹tex ${withBars(node.tex)}›`;
    case 'inlineMath':
      return `‹tex ${withBars(node.value)}›`;
    case 'formula':
      return `¶tex ${node.tex} \\tag{1}¶`;
    case 'math':
      return `¶tex ${node.value}¶`;
    case 'break':
      return ' ';
    case 'html':
      return { '<br>': ' ', '<code>': '‹code ', '</code>': '›' }[node.value] ?? '';
    case 'link':
      // Readers of GFM make a link of every address, escaped or not; its words are the same.
      if (/^(?:http:\/\/|mailto:)/.test(node.url)) return inside();
      return `‹to ${node.url} ${squeeze(node.title ?? '')}: ${inside()}›`;
    case 'reference':
      return `‹to https://digest.example/papers/gadgets/#${node.id} : ${node.text}›`;
    case 'image':
      return `‹image ${node.url.replace('./', '/pictures/')} ${squeeze(node.alt ?? '')}›`;
    case 'footnoteReference':
      return '‹note›';
    case 'footnoteDefinition':
      return '';
    case 'emphasis':
    case 'strong':
    case 'delete':
      return inside();
    case 'table':
    case 'tableRow':
      return inside();
    // A cell of HTML is a paragraph.
    case 'tableCell':
    case 'paragraph': {
      const content = squeeze(inside());
      return content === '' ? '' : `¶ ${content}¶`;
    }
    case 'list':
      return node.children.every((item) => tell(item) === '¶listItem ¶')
        ? ''
        : `¶list ${inside()}¶`;
    case 'heading':
    case 'blockquote': {
      const content = squeeze(inside());
      return content === '' ? '' : `¶${node.type} ${content}¶`;
    }
    default:
      return `¶${node.type} ${inside()}¶`;
  }
}

/** Cells have commands in the place of bars. */
function withBars(tex: string): string {
  return squeeze(
    tex
      .replace(/\\vert(?![a-zA-Z])/g, '|')
      .replace(/\\Vert(?![a-zA-Z])/g, '\\|')
      .replace(/\| +/g, '|'),
  );
}

/** That a tree, written and read again, says the same. */
export function assertSame(tree: Tree): void {
  const source = renderMarkdown(tree, markdown);
  const told = (node: Tree | Nodes) => squeeze(tell(node)).replaceAll(' ›', '›');
  assert.equal(told(read(source)), told(tree), source);
}

const notes: Block = { type: 'footnoteDefinition', identifier: 'n', children: [paragraph('N')] };

/** Trees of words that Markdown takes for its own. */
export const trees: fc.Arbitrary<Tree> = fc
  .array(block, { minLength: 1, maxLength: 3 })
  .map((blocks) => root(...blocks, notes));
