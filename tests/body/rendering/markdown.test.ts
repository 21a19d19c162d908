import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import katex from 'katex';
import type { Nodes, Root } from 'mdast';
import { renderFormula } from '../../../src/body/formulas/formula.ts';
import { splitFormulas } from '../../../src/body/formulas/inline.ts';
import { renderMarkdown } from '../../../src/body/rendering/markdown.ts';
import { writeCellTex } from '../../../src/body/rendering/markdown-tables.ts';
import type { Block, Inline, Node, Tree } from '../../../src/body/tree.ts';
import { assemble } from '../../../src/digest/assemble.ts';
import { contentFolder } from '../../../src/digest/folders.ts';
import { entryKinds, readEntries } from '../../../src/digest/read.ts';
import { resolveFor } from '../../../src/digest/resolve.ts';
import { assertSame, markdown, read, squeeze, trees } from '../round-trip.ts';
import { readEdition } from '../../edition.ts';
import {
  component,
  everything,
  HOSTILE,
  maths,
  note,
  options,
  paragraph,
  root,
  table,
  text,
} from '../trees.ts';

const render = (...nodes: Node[]) => renderMarkdown(root(...nodes), markdown);

function* walk<Kind extends { type: string }>(node: Kind): Generator<Kind> {
  yield node;
  if ('children' in node) for (const child of node.children as Kind[]) yield* walk(child);
}

/** All that is read of a document, in order; HTML is not. */
function textOf(node: Nodes): string {
  if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code') return node.value;
  if (node.type === 'break') return ' ';
  if ('children' in node) {
    return node.children
      .map(textOf)
      .join(/^(?:root|list|listItem|table|tableRow|blockquote)$/.test(node.type) ? ' ' : '');
  }
  return '';
}

/** The formulas of Markdown by their TeX, in order, their numbers apart. */
function formulasOf(document: Root): string[] {
  return [...walk<Nodes>(document)].flatMap((node) =>
    node.type === 'inlineMath' || node.type === 'math'
      ? [squeeze(node.value.replace(/\s\\tag\{[^}]*\}$/, ''))]
      : [],
  );
}

/** The formulas of a tree, those of attributes among them. Cells have their own way with bars. */
function texOf(tree: Tree): string[] {
  const tex = (nodes: readonly Node[], inCell: boolean): string[] =>
    nodes.flatMap((node) => {
      const own =
        node.type === 'inlineFormula'
          ? [inCell ? (writeCellTex(node.tex) ?? node.tex) : node.tex]
          : node.type === 'formula'
            ? [node.tex]
            : node.type === 'component'
              ? splitFormulas(String(node.attributes['summary'] ?? '')).flatMap((part) =>
                  part.type === 'inlineFormula' ? [part.tex] : [],
                )
              : [];
      const inner = 'children' in node ? tex(node.children, inCell || node.type === 'table') : [];
      return [...own, ...inner];
    });
  return tex(tree.children, false).map(squeeze);
}

/** What must come back of a tree, whatever its components make of it. */
function assertComesBack(tree: Tree, source: string, place: string): void {
  const document = read(source);
  assert.deepEqual(formulasOf(document).sort(), texOf(tree).sort(), place);
  const words = squeeze(textOf(document));
  const nodes = [
    ...walk<Node>(
      tree.children[0]
        ? { type: 'blockquote', children: tree.children as Block[] }
        : (root() as never),
    ),
  ];
  for (const node of nodes) {
    if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code') {
      assert.ok(words.includes(squeeze(node.value)), `${place}: ${node.value}\n${words}`);
    }
  }
  const of = (type: string) => nodes.filter((node) => node.type === type).length;
  const got = [...walk<Nodes>(document)];
  for (const type of ['heading', 'footnoteDefinition', 'list', 'listItem']) {
    assert.equal(got.filter((node) => node.type === type).length, of(type), `${place}: ${type}`);
  }
  const references = new Set(
    nodes.flatMap((node) => (node.type === 'footnoteReference' ? [node.identifier] : [])),
  );
  assert.equal(
    new Set(got.flatMap((node) => (node.type === 'footnoteReference' ? [node.identifier] : [])))
      .size,
    references.size,
    place,
  );
  assert.ok(
    !got.some(
      (node) =>
        node.type === 'html' && /<\/?(?:script|style|img|iframe)|\son\w+=/i.test(node.value),
    ),
    place,
  );
  for (const node of got) {
    if (node.type === 'link' || node.type === 'image')
      assert.match(node.url, /^(?:https?:\/\/|mailto:|\/)/, place);
    assert.ok(node.type !== 'definition' && node.type !== 'linkReference', place);
  }
}

test('one of everything comes back', () => {
  assertComesBack(everything, renderMarkdown(everything, markdown), 'everything');
});

test('every body comes back, of the fixtures and of the content', async () => {
  const content = contentFolder();
  const { edition } = await assemble(content, readEntries(content, entryKinds));
  assert.ok(edition);
  for (const one of [await readEdition(), edition]) {
    for (const entry of [...one.digest.papers, ...one.digest.issues]) {
      const tree = one.treeOf(entry);
      if (!tree) continue;
      const resolve = resolveFor(one, entry, one.routes.absolute);
      const link = (url: string) =>
        url.startsWith('#') ? { href: `https://a.example/${url}` } : resolve.link(url);
      const source = renderMarkdown(tree, { ...markdown, resolve: { ...resolve, link } });
      assertComesBack(tree, source, entry.file);
      for (const formula of formulasWithTags(read(source))) {
        assert.doesNotThrow(
          () => katex.renderToString(formula, { displayMode: true, strict: 'ignore' }),
          entry.file,
        );
      }
    }
  }
});

function formulasWithTags(document: Root): string[] {
  return [...walk<Nodes>(document)].flatMap((node) => (node.type === 'math' ? [node.value] : []));
}

test('any tree comes back: words, formulas, code, addresses, cells', () => {
  fc.assert(fc.property(trees, assertSame), { numRuns: 300, seed: 20 });
});

test('formulas keep their number, references lead to the page', () => {
  assert.equal(
    render(
      { type: 'formula', tex: 'a', id: 'eq-a', number: '1' },
      { type: 'formula', tex: '\\begin{aligned}\na\n\\end{aligned}', number: '2b' },
      paragraph('by ', { type: 'reference', kind: 'equation', id: 'eq-a', text: '(1)' }),
    ),
    '$$\na \\tag{1}\n$$\n\n$$\n\\begin{aligned}\na\n\\end{aligned}\n\\tag{2b}\n$$\n\n' +
      'by [(1)](https://digest.example/papers/gadgets/#eq-a)',
  );
});

test('a figure is its picture and a paragraph, a plot its picture, its numbers and their file', () => {
  assert.equal(
    render(
      component(
        'Figure',
        { src: './a.svg', alt: 'A [b]', from: 'Figure 4', licence: 'CC BY' },
        [paragraph('Of ', maths('M'), '.'), paragraph('More.')],
        { number: 1 },
      ),
      component('Figure', { src: 'gone', alt: 'Gone', from: 'Wikimedia' }),
      component('Plot', { data: './a.csv', x: 'x', y: 'y', alt: 'Falls' }, [paragraph('Loss.')], {
        number: 2,
      }),
      component(
        'Video',
        { src: 'https://www.example.org/talk', poster: './t.jpg', alt: 'A talk' },
        [],
        { number: 3 },
      ),
    ),
    `![A \\[b\\]](/pictures/a.svg)

**Figure 1.** Of $M$.

More. ([Figure 4 of the paper](<https://arxiv.example/pdf/1?Figure 4>). Licence: CC BY)

Gone

(Wikimedia)

![Falls](/pictures/a.svg)

**Figure 2.** Loss.

| tokens | \\<b>]]> |
| -: | - |
| 2 | x |
| 4 | |

And 1 more row. [Download as CSV](/data/a.csv)

[![A talk](/pictures/t.jpg)](https://www.example.org/talk)

**Figure 3.** [Video, at example.org](https://www.example.org/talk).`,
  );
});

test('a remark is a quotation, what is folded stays so, a result says where it stands', () => {
  assert.equal(
    render(
      component('Aside', {}, [paragraph('By the way.')]),
      component('Details', { summary: 'Why $x<1$' }, [paragraph('Clear.')]),
      paragraph('Best ', component('Claim', { at: 'p. 7' }), '.'),
    ),
    '> By the way.\n\n<details>\n<summary>\n\nWhy $x<1$\n\n</summary>\n\nClear.\n\n</details>\n\n' +
      'Best ([p. 7](<https://arxiv.example/pdf/1?p. 7>)).',
  );
});

test('what looks like Markdown stays text', () => {
  for (const value of [
    '*a* _b_ `c` $d$ ~~e~~ [f](g) ![h](i) <b>j</b> &amp; \\k # l',
    '1. a',
    '- a',
    '+ a',
    '# a',
    '> a',
    '---',
    '===',
    '```',
    '~~~',
    '| a |',
    '$$',
    '[^1]: a',
    '[a]: b',
    '<!-- a -->',
    '<script>alert(1)</script>',
    '&#60;script&#62;',
  ]) {
    for (const tree of [root(paragraph(value)), root(table(['a', `b${value}`]))]) {
      assertSame(tree);
      const kinds = [...walk<Nodes>(read(renderMarkdown(tree, markdown)))].map(({ type }) => type);
      assert.deepEqual(
        kinds.filter((kind) => !/^(?:root|paragraph|text|table|tableRow|tableCell)$/.test(kind)),
        [],
        value,
      );
    }
  }
});

test('nothing leads to an address that runs, and no markup is a stranger’s', () => {
  const resolve = { ...options.resolve, link: (href: string) => ({ href }) };
  const link = (url: string): Inline => ({ type: 'link', url, children: [text('a')] });
  const urls = [
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'data:text/html,x',
    '//evil.example',
    ' javascript:x',
    '#gone',
  ];
  assert.equal(
    renderMarkdown(root(...urls.map((url) => paragraph(link(url)))), { ...markdown, resolve }),
    urls.map(() => 'a').join('\n\n'),
  );
  for (const node of [
    { type: 'element', name: 'script', attributes: {}, children: [] },
    { type: 'element', name: 'b onclick=x', attributes: {}, children: [] },
    { type: 'element', name: 'b', attributes: { onclick: 'x' }, children: [] },
    {
      type: 'element',
      name: 'table',
      attributes: {},
      children: [{ type: 'element', name: 'iframe', attributes: {}, children: [] }],
    },
  ] as Node[]) {
    assert.throws(() => render(node), /no body may hold/);
  }
  const abbr: Inline = {
    type: 'element',
    name: 'abbr',
    attributes: { title: HOSTILE, lang: 'fr' },
    children: [text(HOSTILE)],
  };
  const markup = [...walk<Nodes>(read(render(paragraph(abbr))))].flatMap((node) =>
    node.type === 'html' ? [node.value.replace(/title="[^"<>]*"/, '')] : [],
  );
  assert.deepEqual(markup, ['<abbr  lang="fr">', '</abbr>']);
});

test('inert HTML stays, and a table that is only rows becomes one of Markdown', () => {
  const element = (name: string, children: Node[], attributes = {}): Node => ({
    type: 'element',
    name,
    attributes,
    children,
  });
  assert.equal(
    render(
      paragraph(
        'H',
        element('sub', [text('2')]) as Inline,
        'O',
        element('br', []) as Inline,
        'next',
      ),
      element('table', [
        element('thead', [
          element('tr', [element('th', [text('a')]), element('th', [text('b')], { scope: 'col' })]),
        ]),
        element('tbody', [element('tr', [element('td', [paragraph('1')]), element('td', [])])]),
      ]),
      element('table', [element('tr', [element('td', [text('1')])])]),
      element('dl', [element('dt', [text('a')]), element('dd', [paragraph('b')])]),
      element('hr', []),
    ),
    'H<sub>2</sub>O\\\nnext\n\n| a | b |\n| - | - |\n| 1 | |\n\n| |\n| - |\n| 1 |\n\n' +
      '<dl>\n\n<dt>\n\na\n\n</dt>\n\n<dd>\n\nb\n\n</dd>\n\n</dl>\n\n___',
  );
});

test('a bar of a formula in a cell is its command, which sets the same', () => {
  for (const tex of [
    '|x|',
    '\\|x\\|_2',
    '\\left|\\frac{a}{b}\\right|',
    'p(a|b)',
    '\\{x\\,|\\,y\\}',
    '\\big\\|y',
  ]) {
    const written = writeCellTex(tex) ?? '';
    assert.doesNotMatch(written, /\|/);
    assert.equal(renderFormula(written, false).mathml, renderFormula(tex, false).mathml, written);
  }
  assert.equal(writeCellTex('\\begin{array}{c|c}a&b\\end{array}'), undefined);
  assert.match(
    render({
      type: 'table',
      align: [],
      children: [
        { type: 'tableRow', children: [{ type: 'tableCell', children: [maths('\\text{a|b}')] }] },
      ],
    }),
    /<th>\n\n\$\\text\{a\|b\}\$\n\n<\/th>/,
  );
});

test('notes are numbered by their first reference, and say of which body they are', () => {
  assert.equal(
    renderMarkdown(
      root(
        { type: 'footnoteDefinition', identifier: 'b', children: [paragraph('B')] },
        { type: 'footnoteDefinition', identifier: 'never', children: [paragraph('Never')] },
        { type: 'footnoteDefinition', identifier: 'a', children: [paragraph('A', note('b'))] },
        paragraph('x', note('a'), note('none')),
        { type: 'heading', depth: 6, id: 'h', children: [text('H')] },
      ),
      { ...markdown, notePrefix: 'titans-', headingShift: 1 },
    ),
    'x[^titans-1]\n\n###### H\n\n[^titans-1]: A[^titans-2]\n\n[^titans-2]: B',
  );
});
