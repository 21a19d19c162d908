import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { mdxMd } from 'micromark-extension-mdx-md';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified, type Processor } from 'unified';
import { parseMarkup, parseSource, type SyntaxNode } from '../../src/body/parsing/parse.ts';

type Offsets = { start: { offset: number }; end: { offset: number } };

/** A tree with the offsets of its nodes alone: nothing else of their places is read. */
function strip({ position, children, ...rest }: SyntaxNode): unknown {
  const { start, end }: Offsets = position;
  const inner = children && { children: children.map(strip) };
  return { ...rest, ...inner, from: start.offset, to: end.offset };
}

const assertSame = (text: string) => {
  const [short, whole] = [parseSource(text, true), parseMarkup(text, true)];
  assert.deepEqual({ ...short, root: strip(short.root) }, { ...whole, root: strip(whole.root) });
};

const PLAIN = [
  ...['a', 'h', 'Z', '7', 'é', 'e\u0301', '数', 'ق', '𝔼', ' ', ',', '.', '-', '–', '—', '(', ')'],
  ...['"', "'", ':', ';', '?', '+', '=', '%', 'http:', '1.', '1) ', '- ', '---', '===', 'www.a.b'],
];
const MARKUP = [
  ...['$x$', '*', '**', '_', '~~', '`', '[', '](', '!', '![', '|', '#', '>', '<', '<b>', '{', '}'],
  ...['\\', '&amp;', '/', '//', '@', '^', '\n', '\t', '\u00a0', '\u2028', '  ', '    ', 'a@b.c'],
];

test('a text without markup is parsed to what micromark makes of it', () => {
  const unit = (pool: string[]) => fc.constantFrom(...pool);
  const text = fc
    .array(fc.oneof({ weight: 30, arbitrary: unit(PLAIN) }, { weight: 1, arbitrary: unit(MARKUP) }))
    .map((parts) => parts.join(''));
  fc.assert(fc.property(text, assertSame), { numRuns: 2_000 });
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), assertSame), { numRuns: 500 });
});

test('each character alone, between words and at both ends is parsed to what micromark makes of it', () => {
  const characters = Array.from({ length: 0x250 }, (_, code) => String.fromCharCode(code));
  for (const character of [...characters, ...MARKUP, ...PLAIN]) {
    for (const text of [character, `a${character}b`, `${character} a`, `a ${character}`]) {
      if (!text.includes('\0')) assertSame(text);
    }
  }
});

/** GFM by the stock library, without the two kinds of links that are refused. */
const stock = unified()
  .use(remarkParse)
  .use(remarkGfm, { singleTilde: false })
  .use(function (this: Processor) {
    const data = this.data();
    const disable = { null: ['wwwAutolink', 'emailAutolink'] };
    data.micromarkExtensions = [...(data.micromarkExtensions ?? []), mdxMd(), { disable }];
    data.fromMarkdownExtensions = (data.fromMarkdownExtensions ?? [])
      .flat()
      .map((extension) => ({ ...extension, transforms: [] }));
  });

test('tables and addresses are read as by the whole of GFM', () => {
  const words = ['a', 'a b', 'a | b', '| a | b |', '| a |', 'www.a.b', 'x@a.b', 'http://a.b', ''];
  const dashes = ['| - | - |', '|:-|-:|', '- | -', ':-', '| - |', '|-|', '--', ' -|- ', '---'];
  const opening = ['', '', '', '> ', '- ', '1. ', '  ', '    ', '[^1]: ', '## '];
  const line = fc
    .tuple(fc.constantFrom(...opening), fc.constantFrom(...words, ...dashes))
    .map((parts) => parts.join(''));
  const ending = fc.constantFrom('\n', '\n', '\n', '\r\n', '\r', '\n\n');
  const text = fc
    .array(fc.tuple(line, ending), { minLength: 1, maxLength: 12 })
    .map((lines) => lines.flat().join(''));
  let tables = 0;
  fc.assert(
    fc.property(text, (source) => {
      const root = strip(parseMarkup(source, false).root);
      tables += JSON.stringify(root).includes('"table"') ? 1 : 0;
      assert.deepEqual(root, strip(stock.parse(source) as unknown as SyntaxNode));
    }),
    { numRuns: 2_000 },
  );
  assert.ok(tables > 100, `${tables} tables`);
});
