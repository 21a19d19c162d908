import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type DefaultTreeAdapterMap, parseFragment } from 'parse5';
import { renderPageFormula } from '../../../src/body/formulas/formula.ts';
import { renderFeed, renderPage } from '../../../src/body/rendering/html.ts';
import type { Inline, Node } from '../../../src/body/tree.ts';
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

const page = (...nodes: Node[]) => renderPage(root(...nodes), options);

/** KaTeX's markup of an inline formula, shortened in what is compared. */
const set = (tex: string) => `<span class="formula-inline">${renderPageFormula(tex, false)}</span>`;

test('a paragraph with what a sentence may hold', () => {
  assert.equal(
    page(
      paragraph(
        'a ',
        { type: 'strong', children: [text('b')] },
        { type: 'emphasis', children: [text('c')] },
        { type: 'delete', children: [text('d')] },
        { type: 'inlineCode', value: 'e<f' },
        { type: 'break' },
        { type: 'element', name: 'sub', attributes: { lang: 'fr' }, children: [text('g')] },
      ),
    ),
    '<p>a <strong>b</strong><em>c</em><del>d</del><code>e&#x3C;f</code><br>\n<sub lang="fr">g</sub></p>',
  );
});

test('an inline tree has no line breaks between its parts', () => {
  assert.equal(
    page(text('Transformer'), maths('^2'), text(': '), {
      type: 'emphasis',
      children: [text('adaptive')],
    }),
    `Transformer<span class="nowrap">${set('^2')}:</span> <em>adaptive</em>`,
  );
});

test('an address of before arrives at what has its place now', () => {
  const heading: Node = { type: 'heading', depth: 2, id: 'results', children: [text('Results')] };
  const formula: Node = { type: 'formula', tex: 'x', id: 'eq-x', number: '1' };
  const formerIds = new Map([
    ['gadgets--results', ['gadgets--outcome', 'toys--results']],
    ['gadgets--eq-x', ['gadgets--eq-y']],
  ]);
  const html = renderPage(root(heading, formula), {
    ...options,
    idPrefix: 'gadgets--',
    formerIds,
  });
  assert.match(
    html,
    /^<h2 id="gadgets--results"><span class="former" id="gadgets--outcome"><\/span><span class="former" id="toys--results"><\/span>Results</,
  );
  assert.match(html, /id="gadgets--eq-x"[^>]*><span class="former" id="gadgets--eq-y"><\/span>/);
});

test('a heading has its id, a link to itself, and is shifted', () => {
  const heading: Node = { type: 'heading', depth: 2, id: 'results', children: [text('Results')] };
  assert.equal(
    page(heading),
    '<h2 id="results">Results<a class="permalink" href="#results" aria-label="Link to this section">#</a></h2>',
  );
  const shifted = { ...options, idPrefix: 'gadgets-', headingShift: 1 };
  assert.equal(
    renderPage(root(heading, { ...heading, depth: 6, id: 'deep' }), shifted),
    '<h3 id="gadgets-results">Results<a class="permalink" href="#gadgets-results" aria-label="Link to this section">#</a></h3>\n' +
      '<h6 id="gadgets-deep">Results<a class="permalink" href="#gadgets-deep" aria-label="Link to this section">#</a></h6>',
  );
});

test('displayed formulas: labelled, tagged, neither; a wide one takes the focus', () => {
  const katex = (tex: string) => renderPageFormula(tex, true);
  assert.equal(
    page({ type: 'formula', tex: 'x', id: 'eq-update', number: '1' }),
    `<div class="formula" id="eq-update"><div class="formula-body">${katex('x')}</div>` +
      '<a class="formula-number" href="#eq-update" aria-label="Equation 1">(1)</a></div>',
  );
  assert.equal(
    page({ type: 'formula', tex: 'x', number: '*' }),
    `<div class="formula"><div class="formula-body">${katex('x')}</div><span class="formula-number">(*)</span></div>`,
  );
  const wide = 'a+b+c+d+e+f+g+h+i+j+k+l+m';
  assert.equal(
    page({ type: 'formula', tex: wide }),
    `<div class="formula"><div class="formula-body" tabindex="0" role="group" aria-label="Formula">${katex(wide)}</div></div>`,
  );
});

test('formulas stay with their punctuation, references with their noun', () => {
  assert.equal(
    page(
      paragraph(
        'The (',
        maths('\\ell_2'),
        ') norm, ',
        maths('k'),
        '-th, of ',
        maths('n'),
        ' parts.',
      ),
    ),
    `<p>The <span class="nowrap">(${set('\\ell_2')})</span> norm, <span class="nowrap">${set('k')}-</span>th, of ${set('n')} parts.</p>`,
  );
  assert.equal(
    page(
      paragraph(
        'See equation ',
        { type: 'reference', kind: 'equation', id: 'eq-a', text: '(1)' },
        ', the ',
        {
          type: 'reference',
          kind: 'table',
          id: 'tab-b',
          text: '2',
        },
      ),
    ),
    '<p>See equation\u00a0<a class="reference" href="#eq-a">(1)</a>, the <a class="reference" href="#tab-b">2</a></p>',
  );
});

test('on a page with a notation, formulas lead to it', () => {
  const notation = {
    href: '#notation',
    symbolsIn: (tex: string) =>
      ['x', 'y'].flatMap((name, row) => (tex.includes(name) ? [row] : [])),
  };
  const render = (...nodes: Node[]) => renderPage(root(...nodes), { ...options, notation });
  const link = (symbols: string, inner: string) =>
    `<a class="formula-link" href="#notation" data-symbols="${symbols}" title="What its symbols mean">${inner}</a>`;
  assert.equal(
    render(paragraph('a ', maths('xy'), ' b ', maths('z'), ' c')),
    `<p>a <span class="formula-inline">${link('0 1', renderPageFormula('xy', false))}</span> b ${set('z')} c</p>`,
  );
  const wide = 'a+b+c+d+e+f+g+h+i+j+k+l+m';
  assert.equal(
    render({ type: 'formula', tex: wide, id: 'eq-wide', number: '1' }),
    `<div class="formula" id="eq-wide"><div class="formula-body">${link('', renderPageFormula(wide, true))}</div>` +
      '<a class="formula-number" href="#eq-wide" aria-label="Equation 1">(1)</a></div>',
  );
  // Not within a link, a heading, the line of a fold; within tables and notes.
  const quiet = render(
    paragraph({ type: 'link', url: 'https://a.example/', children: [maths('x')] }),
    { type: 'heading', depth: 2, id: 'x', children: [maths('x')] },
    component('Details', { summary: 'On $x$' }),
  );
  assert.doesNotMatch(quiet, /formula-link/);
  assert.match(
    render(paragraph('a', note('n')), {
      type: 'footnoteDefinition',
      identifier: 'n',
      children: [paragraph(maths('x'))],
    }),
    /id="fn-n" role="doc-footnote"><p><a [^>]*>1<\/a> <span class="formula-inline"><a class="formula-link"/,
  );
  assert.doesNotMatch(page(paragraph(maths('x')), { type: 'formula', tex: 'x' }), /formula-link/);
});

test('a long formula that can break is left to break, a short one kept whole', () => {
  assert.match(page(paragraph(maths('z<1'))), /^<p><span class="formula-inline nowrap">/);
  const tex = 'a_1 = b_1 + c_1 + d_1 + e_1 + f_1 + g_1 + h_1 + i_1 + j_1';
  assert.equal(page(paragraph(maths(tex), '.')), `<p>${set(tex)}.</p>`);
});

test('links are resolved; one inside the body takes the prefix', () => {
  const link = (url: string): Node => paragraph({ type: 'link', url, children: [text('x')] });
  assert.equal(
    page(link('https://a.example/')),
    '<p><a href="https://a.example/" rel="noopener external">x</a></p>',
  );
  assert.equal(
    renderPage(root(link('#results')), { ...options, idPrefix: 'gadgets-' }),
    '<p><a href="#gadgets-results">x</a></p>',
  );
});

test('what is known of an address stands beside its first link, in a note too, and never in a feed', () => {
  const link = (url: string): Inline => ({ type: 'link', url, children: [text('it')] });
  const known = 'https://arxiv.example/1';
  const cardOf = (url: string) =>
    url === known
      ? { href: '/papers/a/', title: `A ${HOSTILE}`, said: 'We covered this:' }
      : undefined;
  const tree = root(
    paragraph(link('https://example.org/'), link(known), note('n')),
    paragraph(link(known)),
    { type: 'footnoteDefinition', identifier: 'n', children: [paragraph(link(known))] },
  );
  const html = renderPage(tree, { ...options, cardOf });
  assert.equal(html.match(/class="note card"/g)?.length, 1);
  assert.match(
    html,
    /<\/p>\n<div class="notes rows-2"><div class="footnote".*<\/div><p class="note card">We covered this: <a href="\/papers\/a\/">A "><a|<p class="note card">We covered this: <a href="\/papers\/a\/">A [^<]*&#x3C;script>/,
  );
  assert.doesNotMatch(html, /<script/);
  assert.doesNotMatch(renderFeed(tree, { ...options, cardOf }), /We covered this/);
});

test('tables scroll in a frame, align by class, and mark the best', () => {
  assert.equal(
    page(table(['', 'score', 'p'], ['ours', '*44.5', '*'])),
    '<div class="table-scroll" tabindex="0" role="group" aria-label="Table"><table><thead><tr><td></td>' +
      '<th scope="col" class="align-right">score</th><th scope="col" class="align-center">p</th></tr></thead>' +
      '<tbody><tr><td>ours</td><td class="align-right best"><strong>44.5</strong></td>' +
      '<td class="align-center best"><strong></strong></td></tr></tbody></table></div>',
  );
  assert.match(
    page(table(['a', 'b'], ['1'], ['1', '2', '3'])),
    /<tr><td>1<\/td><td class="align-right"><\/td><\/tr><tr><td>1<\/td><td class="align-right">2<\/td><\/tr><\/tbody>/,
  );
});

test('numbers stand at the right unless told otherwise, their points below each other', () => {
  const cells = (...columns: string[][]): Node => ({
    type: 'table',
    align: columns.map(() => null),
    children: Array.from({ length: columns[0]?.length ?? 0 }, (_, row) => ({
      type: 'tableRow',
      children: columns.map((column) => ({
        type: 'tableCell',
        children: [text(column[row] ?? '')],
      })),
    })),
  });
  const html = page(
    cells(
      ['Name', 'a', 'b', 'c'],
      ['+1', '+8', '−10.7', '12.55'],
      ['$', '$0.001', '<$2', '—'],
      ['hours', '5K', '119K', '2,664K'],
      ['year', '1024', '2,048', '7'],
    ),
  );
  assert.deepEqual(
    [...html.matchAll(/<td([^>]*)>([^<]*)/g)].map(([, attributes, cell]) => `${cell}${attributes}`),
    [
      'a',
      '+8 class="align-right" data-short=".00"',
      '$0.001 class="align-right"',
      '5K',
      '1024 class="align-right"',
      'b',
      '−10.7 class="align-right" data-short="0"',
      '&#x3C;$2 class="align-right" data-short=".000"',
      '119K',
      '2,048 class="align-right"',
      'c',
      '12.55 class="align-right"',
      '— class="align-right"',
      '2,664K',
      '7 class="align-right"',
    ],
  );
});

test('an arrow stays with the name of its column', () => {
  const row = (...cells: (string | ReturnType<typeof maths>)[]): Node => ({
    type: 'table',
    align: [null],
    children: [
      {
        type: 'tableRow',
        children: [
          {
            type: 'tableCell',
            children: cells.map((one) => (typeof one === 'string' ? text(one) : one)),
          },
        ],
      },
    ],
  });
  assert.match(page(row('loss ', maths('\\downarrow'))), /<th scope="col">loss\u00a0<span/);
  assert.match(page(row('loss ', maths('x'))), /<th scope="col">loss <span/);
});

test('code takes the focus to scroll, and its language only as a plain name', () => {
  assert.equal(
    page({ type: 'code', lang: 'c++', value: 'a < b' }),
    '<pre class="code" tabindex="0"><code class="language-c++">a &#x3C; b\n</code></pre>',
  );
  assert.equal(
    page({ type: 'code', lang: '"><b>', value: 'x' }),
    '<pre class="code" tabindex="0"><code>x\n</code></pre>',
  );
});

test('lists: loose and tight, numbered from, tasks as letters', () => {
  const item = (...children: ReturnType<typeof paragraph>[]) => ({
    type: 'listItem' as const,
    spread: children.length > 1,
    children,
  });
  assert.equal(
    page({
      type: 'list',
      ordered: true,
      start: 3,
      spread: false,
      children: [item(paragraph('a'))],
    }),
    '<ol start="3">\n<li>a</li>\n</ol>',
  );
  assert.equal(
    page({
      type: 'list',
      ordered: false,
      spread: true,
      children: [item(paragraph('a'), paragraph('b'))],
    }),
    '<ul>\n<li><p>a</p><p>b</p></li>\n</ul>',
  );
  assert.equal(
    page({
      type: 'list',
      ordered: false,
      spread: false,
      children: [
        { ...item(paragraph('a')), checked: true },
        { ...item(paragraph('b')), checked: false },
      ],
    }),
    '<ul>\n<li>☑ a</li>\n<li>☐ b</li>\n</ul>',
  );
});

test('pictures: alone a figure, in a sentence inline, missing their words', () => {
  const picture = (url: string): Parameters<typeof paragraph>[0] => ({
    type: 'image',
    url,
    alt: 'A plot',
    title: 'T',
  });
  const img =
    '<a class="figure-picture opaque" href="/pictures/a.png"><picture><source type="image/avif" srcset="/a-480.avif 480w, /a-640.avif 640w" ' +
    'sizes="(min-width: 44rem) 40rem, calc(100vw - 2.5rem)"><img src="/pictures/a.png" width="640" height="360" alt="A plot" title="T" loading="lazy" decoding="async"></picture></a>';
  assert.equal(page(paragraph(picture('./a.png'))), `<figure class="figure">${img}</figure>`);
  assert.equal(page(paragraph('See ', picture('./a.png'))), `<p>See ${img}</p>`);
  assert.equal(page(paragraph('See ', picture('missing.png'))), '<p>See <span>A plot</span></p>');
});

test('footnotes: numbered by first reference, linked both ways, no id twice', () => {
  const html = page(
    paragraph('a', note('x'), note('y'), note('x'), note('absent')),
    { type: 'footnoteDefinition', identifier: 'y', children: [paragraph('Y')] },
    { type: 'footnoteDefinition', identifier: 'x', children: [paragraph('X', note('x-2'))] },
    { type: 'footnoteDefinition', identifier: 'x-2', children: [{ type: 'code', value: 'Z' }] },
  );
  const back = (id: string, number: number) =>
    `<a class="footnote-number" href="#${id}" role="doc-backlink" aria-label="Note ${number}: Back to the text">${number}</a> `;
  const footnote = (id: string, content: string) =>
    `<div class="footnote" id="${id}" role="doc-footnote">${content}</div>`;
  const reference = (id: string, to: string, number: number) =>
    `<sup><a class="footnote-reference" id="${id}" href="#${to}" role="doc-noteref">${number}</a></sup>`;
  assert.equal(
    html,
    `<p>a${reference('fnref-x', 'fn-x', 1)}${reference('fnref-y', 'fn-y', 2)}${reference('fnref-x-2', 'fn-x', 1)}</p>\n` +
      '<div class="notes rows-1">' +
      footnote('fn-x', `<p>${back('fnref-x', 1)}X${reference('fnref-x-2-2', 'fn-x-2', 3)}</p>`) +
      footnote('fn-y', `<p>${back('fnref-y', 2)}Y</p>`) +
      footnote(
        'fn-x-2',
        `${back('fnref-x-2-2', 3)}<pre class="code" tabindex="0"><code>Z\n</code></pre>`,
      ) +
      '</div>',
  );
});

test('notes stand beside the block that they belong to, and run on beside those without notes', () => {
  const aside: Node = {
    type: 'component',
    name: 'Aside',
    attributes: {},
    children: [paragraph('s')],
  };
  const heading: Node = {
    type: 'heading',
    depth: 2,
    id: 'h',
    children: [{ type: 'text', value: 'h' }],
  };
  const html = page(
    paragraph('1', note('x')),
    aside,
    paragraph('2'),
    heading,
    paragraph('3'),
    paragraph('4', note('y')),
    { type: 'footnoteDefinition', identifier: 'x', children: [paragraph('X')] },
    { type: 'footnoteDefinition', identifier: 'y', children: [paragraph('Y')] },
  );
  const order = html.match(/notes rows-\d|class="note"|id="fn-.|>\d<\/p>|<h2/g);
  assert.deepEqual(order, [
    'notes rows-3',
    'id="fn-x',
    'class="note"',
    '>2</p>',
    '<h2',
    '>3</p>',
    'notes rows-1',
    'id="fn-y',
  ]);
});

type Element = DefaultTreeAdapterMap['element'];

function elementsOf(html: string): Element[] {
  const errors: string[] = [];
  const fragment = parseFragment(html, { onParseError: (error) => errors.push(error.code) });
  assert.deepEqual(errors, []);
  const found: Element[] = [];
  const walk = (node: DefaultTreeAdapterMap['parentNode']) => {
    for (const child of node.childNodes) {
      if ('tagName' in child) {
        found.push(child);
        walk(child);
      }
    }
  };
  walk(fragment);
  return found;
}

const attribute = (element: Element, name: string) =>
  element.attrs.find((one) => one.name === name)?.value;

test('one of everything: sound HTML, ids unique and prefixed, fragments that lead somewhere', () => {
  for (const idPrefix of ['', 'gadgets-']) {
    const elements = elementsOf(renderPage(everything, { ...options, idPrefix, headingShift: 1 }));
    const ids = elements.flatMap((element) => attribute(element, 'id') ?? []);
    assert.equal(new Set(ids).size, ids.length);
    assert.ok(ids.every((id) => id.startsWith(idPrefix)));
    assert.ok(ids.length >= 12);
    const fragments = elements.flatMap((element) => {
      const href = attribute(element, 'href');
      return href?.startsWith('#') ? [href.slice(1)] : [];
    });
    assert.deepEqual(
      fragments.filter((id) => !ids.includes(id)),
      [],
    );
  }
});

test('hostile text stays text', () => {
  const elements = elementsOf(renderPage(everything, options));
  const names = new Set(elements.map(({ tagName }) => tagName));
  for (const name of ['script', 'title', 'style', 'iframe', 'input'])
    assert.ok(!names.has(name), name);
  for (const element of elements) {
    for (const { name } of element.attrs) assert.doesNotMatch(name, /^on|[^a-z-]/);
  }
  const image = elements.find((element) => attribute(element, 'src') === '/pictures/memory.svg');
  assert.equal(image && attribute(image, 'alt'), `Loss ${HOSTILE}`);
});

test('a tree that no compiler of ours makes is refused', () => {
  const element = (name: string, attributes: Record<string, string>): Node => ({
    type: 'element',
    name,
    attributes,
    children: [],
  });
  assert.throws(() => page(element('script', {})), {
    message: 'A tree holds the element "script", which no body may hold.',
  });
  assert.throws(() => page(element('b onclick=x', {})), {
    message: 'A tree holds the element "b onclick=x", which no body may hold.',
  });
  for (const name of ['onclick', 'style', 'class', 'id', 'src', 'x"y']) {
    assert.throws(() => page(element('b', { [name]: 'x' })), {
      message: `A tree holds the attribute ${JSON.stringify(name)}, which no body may hold.`,
    });
  }
  assert.throws(() => page(component('Script', {})), {
    message: 'A tree holds the component Script, which does not exist.',
  });
  assert.throws(() => page(component('constructor', {})), {
    message: 'A tree holds the component constructor, which does not exist.',
  });
  assert.throws(() => page({ type: 'mystery', value: '<script>' } as unknown as Node), {
    message: 'A tree holds a node of type mystery, which does not exist.',
  });
});

test('the same tree is the same page, and is not changed', () => {
  const before = JSON.stringify(everything);
  assert.equal(renderPage(everything, options), renderPage(structuredClone(everything), options));
  assert.equal(JSON.stringify(everything), before);
});
