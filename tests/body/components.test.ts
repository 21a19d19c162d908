import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compileBody } from '../../src/body/compile.ts';
import { components } from '../../src/body/components/index.ts';
import { renderPageFormula } from '../../src/body/formulas/formula.ts';
import { renderFeed, renderPage } from '../../src/body/rendering/html.ts';
import { renderText } from '../../src/body/rendering/text.ts';
import type { Component, Node } from '../../src/body/tree.ts';
import { component, maths, options, paragraph, root, table, text } from './trees.ts';

const page = (...nodes: Node[]) => renderPage(root(...nodes), options);
const feed = (...nodes: Node[]) => renderFeed(root(...nodes), options);
const plain = (...nodes: Node[]) => renderText(root(...nodes));
const faultsOf = (node: Component) => components[node.name]?.check?.(node);
const IMG = 'src="/pictures/a.svg" width="640" height="360" alt="Loss falls"';

test('the registry names each component as its module does', () => {
  assert.deepEqual(Object.keys(components), [
    'Figure',
    'Plot',
    'Table',
    'Video',
    'Aside',
    'Details',
    'Claim',
  ]);
  for (const [name, module] of Object.entries(components)) assert.equal(module.name, name);
});

test('every attribute is described, and unknown ones are refused', () => {
  for (const { name, attributes } of Object.values(components)) {
    for (const [key, field] of Object.entries(attributes.shape)) {
      assert.ok((field as { description?: string }).description, `${name} ${key}`);
    }
    const result = attributes.safeParse({
      onclick: 'x',
      src: './a.svg',
      alt: 'Loss',
      summary: 'x',
    });
    assert.equal(result.success, false, name);
  }
});

test('attributes: what passes and what does not', () => {
  const passes = (name: string, attributes: Component['attributes']) =>
    components[name]?.attributes.safeParse(attributes).success;
  const src = './a.svg';
  assert.equal(passes('Figure', { src, alt: 'Loss falls', size: 'wide', label: 'fig:a-1' }), true);
  assert.equal(passes('Figure', { src }), false);
  assert.equal(passes('Figure', { src, alt: 'Loss falls', size: 'huge' }), false);
  assert.equal(passes('Figure', { src, alt: 'Loss falls', label: 'tab:a' }), false);
  assert.equal(passes('Figure', { src, alt: 5 }), false);
  assert.equal(passes('Table', { label: 'tab:a' }), true);
  assert.equal(passes('Table', { label: 'a' }), false);
  assert.equal(passes('Aside', {}), true);
  assert.equal(passes('Details', { summary: 'Proof' }), true);
  assert.equal(passes('Details', {}), false);
});

test('Figure: page', () => {
  const figure = (attributes: Component['attributes'], children: Node[], counted = {}) =>
    page(
      component('Figure', { src: './a.svg', alt: 'Loss falls', ...attributes }, children, counted),
    );
  const picture = `<a class="figure-picture" href="/pictures/a.svg"><img ${IMG} loading="lazy" decoding="async"></a>`;
  assert.equal(
    figure(
      { size: 'wide', from: 'Figure 4', licence: 'CC BY 4.0' },
      [paragraph('Loss over ', maths('t'))],
      {
        id: 'fig-loss',
        number: 1,
      },
    ),
    `<figure class="figure figure-wide" id="fig-loss">${picture}<figcaption><span class="figure-label">Figure 1</span> Loss over ` +
      `<span class="formula-inline">${renderPageFormula('t', false)}</span> ` +
      '<span class="figure-from"><a href="https://arxiv.example/pdf/1?Figure 4" rel="ugc nofollow">Figure 4 of the paper</a>.</span> <span class="figure-licence">Licence: CC BY 4.0.</span></figcaption></figure>',
  );
  assert.equal(figure({}, []), `<figure class="figure">${picture}</figure>`);
  assert.equal(
    figure({ from: 'Drawn after Behrouz et al.' }, []),
    `<figure class="figure">${picture}<figcaption><span class="figure-from">Drawn after Behrouz et al.</span></figcaption></figure>`,
  );
  assert.equal(
    figure({ from: 'Fig. 2(a)' }, [paragraph('One.'), paragraph('Two.')], { number: 2 }),
    `<figure class="figure">${picture}<figcaption><p><span class="figure-label">Figure 2</span> One.</p><p>Two. ` +
      '<span class="figure-from"><a href="https://arxiv.example/pdf/1?Fig. 2(a)" rel="ugc nofollow">Fig. 2(a) of the paper</a>.</span></p></figcaption></figure>',
  );
  assert.equal(
    page(component('Figure', { src: 'gone.svg', alt: 'Loss falls' })),
    '<figure class="figure"><p>Loss falls</p></figure>',
  );
});

test('Figure: feed and text', () => {
  const node = component(
    'Figure',
    { src: './a.svg', alt: 'Loss falls', from: 'Figure 4' },
    [paragraph('The loss.')],
    { id: 'fig-loss', number: 1 },
  );
  assert.equal(
    feed(node),
    `<figure><p><a href="/pictures/a.svg"><img ${IMG} /></a></p><figcaption><strong>Figure 1.</strong> The loss. (<a href="https://arxiv.example/pdf/1?Figure 4">Figure 4 of the paper</a>)</figcaption></figure>`,
  );
  assert.equal(plain(node), 'Figure 1. The loss. (Figure 4 of the paper)');
  assert.equal(plain({ ...node, children: [] }), 'Figure 1. Loss falls (Figure 4 of the paper)');
});

test('Figure: smaller files and their sizes on a page, one file in a feed; no paper, no link', () => {
  const node = component('Figure', {
    src: './a.png',
    alt: 'Loss falls',
    size: 'wide',
    from: 'Figure 4',
    licence: 'CC BY 4.0',
  });
  const image = 'src="/pictures/a.png" width="640" height="360" alt="Loss falls"';
  const resolve = { ...options.resolve, source: () => undefined };
  assert.equal(
    renderPage(root(node), { ...options, resolve }),
    '<figure class="figure figure-wide"><a class="figure-picture opaque" href="/pictures/a.png"><picture>' +
      '<source type="image/avif" srcset="/a-480.avif 480w, /a-640.avif 640w" sizes="(min-width: 75rem) 56.5rem, (min-width: 44rem) 40rem, calc(100vw - 2.5rem)">' +
      `<img ${image} loading="lazy" decoding="async"></picture></a><figcaption><span class="figure-from">Figure 4 of the paper.</span> ` +
      '<span class="figure-licence">Licence: CC BY 4.0.</span></figcaption></figure>',
  );
  assert.equal(
    renderFeed(root(node), { ...options, resolve }),
    `<figure><p><a href="/pictures/a.png"><img ${image} /></a></p><figcaption>(Figure 4 of the paper. Licence: CC BY 4.0)</figcaption></figure>`,
  );
});

test('Video: a poster that leads there, and where that is', () => {
  const node = component(
    'Video',
    { src: 'https://www.example.org/talk?a=1', poster: './a.svg', alt: 'Loss falls' },
    [paragraph('The talk.')],
    { id: 'fig-talk', number: 2 },
  );
  const to = 'href="https://www.example.org/talk?a=1"';
  const rel = 'rel="noopener external"';
  assert.equal(
    page(node),
    `<figure class="figure video" id="fig-talk"><a class="video-poster" ${to} ${rel}><img ${IMG} loading="lazy" decoding="async"></a>` +
      `<figcaption><span class="figure-label">Figure 2</span> The talk. <span class="figure-from"><a ${to} ${rel}>Video, at example.org</a>.</span></figcaption></figure>`,
  );
  assert.match(
    page({ ...node, attributes: { ...node.attributes, poster: './a.png' } }),
    /<a class="video-poster opaque" href=[^>]*><picture><source /,
  );
  assert.equal(
    feed(node),
    `<figure><p><a ${to}><img ${IMG} /></a></p><figcaption><strong>Figure 2.</strong> The talk. <a ${to}>Video, at example.org</a>.</figcaption></figure>`,
  );
  assert.equal(
    plain(node),
    'Figure 2. The talk. (Video, at example.org: https://www.example.org/talk?a=1)',
  );
  assert.equal(
    page({ ...node, attributes: { ...node.attributes, poster: 'gone.svg' }, children: [] }),
    `<figure class="figure video" id="fig-talk"><figcaption><span class="figure-label">Figure 2</span> <span class="figure-from"><a ${to} ${rel}>Video, at example.org</a>.</span></figcaption></figure>`,
  );
});

test('Video: what is refused, and at its place', () => {
  const told = (attributes: string) =>
    compileBody(`<Video ${attributes} />`, { file: 'a.mdx' }).problems.map(
      ({ line, column, code, message, fix }) => `${line}:${column} ${code}: ${message} ${fix}`,
    );
  const rest = 'poster="./a.jpg" alt="A speaker before a graph"';
  const sound = compileBody(`<Video src="https://example.org/a" ${rest} />`, { file: 'a.mdx' });
  assert.deepEqual(sound.problems, []);
  assert.deepEqual(sound.facts.pictures, [{ src: './a.jpg', line: 1, column: 36 }]);
  assert.deepEqual(sound.facts.links, [{ url: 'https://example.org/a', line: 1, column: 8 }]);
  assert.deepEqual(told(`src="http://example.org/a" ${rest}`), [
    '1:8 bad-link: `http://example.org/a` is not an address that begins with `https://`. Write `https://example.org/a`, if the site has it.',
  ]);
  assert.deepEqual(told(`src="#talk" ${rest}`), [
    '1:8 bad-link: `#talk` is not an address that begins with `https://`. Write the full address of the page or the file: `https://example.org/talk`.',
  ]);
  assert.deepEqual(told(`src="javascript:alert(1)" ${rest}`), [
    '1:8 forbidden-scheme: The link `javascript:alert(1)` begins with `javascript:`, which is not taken. Write the full address of the page or the file: `https://example.org/talk`.',
  ]);
  assert.deepEqual(told(`src="./talk.mp4" ${rest}`), [
    '1:8 relative-link: The link `./talk.mp4` is not a full address. Write the full address of the page or the file: `https://example.org/talk`.',
  ]);
  assert.deepEqual(
    told('src="https://example.org/a" poster="https://example.org/a.jpg" alt="A speaker"'),
    [
      "1:36 foreign-picture: The picture `https://example.org/a.jpg` is not a file of the paper's own folder. Put the file beside the summary and write its name: `./picture.svg`.",
    ],
  );
  assert.deepEqual(told('src="https://example.org/a" poster="./talk.jpg" alt="talk"'), [
    '1:56 figure-alt: `alt="talk"` only repeats the name of the file. Say in a sentence what the picture shows: `alt="Loss falls as the memory grows, then levels off"`.',
  ]);
});

test('Figure: an alt that says nothing', () => {
  const check = (alt: string) =>
    faultsOf(component('Figure', { src: './img/loss-curve.svg', alt }));
  const fix =
    'Say in a sentence what the picture shows: `alt="Loss falls as the memory grows, then levels off"`.';
  const says = (message: string) => [{ attribute: 'alt', code: 'figure-alt', message, fix }];
  assert.deepEqual(check(''), says('This `<Figure>` has an empty `alt`.'));
  assert.deepEqual(check('   '), says('This `<Figure>` has an empty `alt`.'));
  assert.deepEqual(check('abc'), says('`alt="abc"` is too short to say what the picture shows.'));
  for (const alt of ['loss-curve.svg', 'loss-curve', 'Loss curve', 'LOSS_CURVE']) {
    assert.deepEqual(check(alt), says(`\`alt="${alt}"\` only repeats the name of the file.`));
  }
  for (const alt of ['image', 'Figure 3', 'A diagram.', 'the plot']) {
    assert.deepEqual(check(alt), says(`\`alt="${alt}"\` does not say what the picture shows.`));
  }
  assert.deepEqual(check('Loss falls, then levels off'), []);
});

const plot = (attributes: Component['attributes'] = {}, children: Node[] = []) =>
  component(
    'Plot',
    { data: './a.csv', x: 'tokens', y: 'loss', alt: 'Loss "falls"', ...attributes },
    children,
    { id: 'fig-loss', number: 2 },
  );
const cells = (align: string, second: string) =>
  `<table><thead><tr><th scope="col"${align}>tokens</th><th scope="col">${second}</th></tr></thead>` +
  `<tbody><tr><td${align}>2</td><td>x</td></tr><tr><td${align}>4</td><td></td></tr></tbody></table>`;

test('Plot: page', () => {
  assert.equal(
    page(plot({}, [paragraph('The loss.')])),
    '<figure class="figure plot" id="fig-loss">' +
      '<svg class="plot-wide" viewBox="0 0 640 320" role="img" aria-label="Loss &#x22;falls&#x22;"><path class="plot-line plot-0" d="M0,0"/></svg>' +
      '<svg class="plot-narrow" viewBox="0 0 320 250" role="img" aria-label="Loss &#x22;falls&#x22;"><path class="plot-line plot-0" d="M1,1"/></svg>' +
      '<figcaption><span class="figure-label">Figure 2</span> The loss.<details class="plot-numbers"><summary>The numbers</summary>' +
      `<div class="table-scroll" tabindex="0" role="group" aria-label="The numbers, Figure 2">${cells(' class="align-right"', '&#x3C;b>]]>')}</div>` +
      '<p>And 1 more row. <a href="/data/a.csv" download>Download as CSV</a></p></details></figcaption></figure>',
  );
  assert.equal(
    page(plot({ data: './gone.csv' })),
    '<figure class="figure plot" id="fig-loss"><p>Loss "falls"</p><figcaption><span class="figure-label">Figure 2</span></figcaption></figure>',
  );
});

test('Plot: feed and text', () => {
  const node = plot({}, [paragraph('The loss.')]);
  assert.equal(
    feed(node),
    '<figure><p><a href="/pictures/a.svg"><img src="/pictures/a.svg" width="472" height="320" alt="Loss &#34;falls&#34;" /></a></p>' +
      '<figcaption><strong>Figure 2.</strong> The loss.</figcaption></figure>' +
      `\n${cells('', '&#60;b&#62;]]&#62;')}\n` +
      '<p>And 1 more row. <a href="/data/a.csv">Download as CSV</a></p>',
  );
  assert.equal(plain(node), 'Figure 2. The loss.');
  assert.equal(plain({ ...node, children: [] }), 'Figure 2. Loss "falls"');
  assert.equal(
    renderText(root(node), { plot: options.resolve.plot }),
    'Figure 2. The loss.\n\ntokens\t<b>]]>\n2\tx\n4\t',
  );
});

test('Table: caption above the table, in every outlet', () => {
  const node = component('Table', {}, [table(['a', 'b'], ['1', '2']), paragraph('Scores.')], {
    id: 'tab-scores',
    number: 1,
  });
  const cells = (align: string) =>
    `<table><thead><tr><th scope="col">a</th><th scope="col"${align}>b</th></tr></thead><tbody><tr><td>1</td><td${align}>2</td></tr></tbody></table>`;
  assert.equal(
    page(node),
    '<figure class="table" id="tab-scores"><figcaption><span class="figure-label">Table 1</span> Scores.</figcaption>' +
      `<div class="table-scroll" tabindex="0" role="group" aria-label="Table 1">${cells(' class="align-right"')}</div></figure>`,
  );
  assert.equal(feed(node), `<p><strong>Table 1.</strong> Scores.</p>\n${cells('')}`);
  assert.equal(plain(node), 'Table 1. Scores.\n\na\tb\n1\t2');
});

test('Table: of HTML', () => {
  const cell: Node = {
    type: 'element',
    name: 'td',
    attributes: { colspan: '2' },
    children: [text('x')],
  };
  const row: Node = { type: 'element', name: 'tr', attributes: {}, children: [cell] };
  const node = component('Table', {}, [
    { type: 'element', name: 'table', attributes: {}, children: [row] },
  ]);
  assert.equal(
    page(node),
    '<figure class="table"><div class="table-scroll" tabindex="0" role="group" aria-label="Table"><table><tr><td colspan="2">x</td></tr></table></div></figure>',
  );
  assert.deepEqual(faultsOf(node), []);
});

test('Table: holds one table', () => {
  const check = (...children: Node[]) => faultsOf(component('Table', {}, children));
  assert.deepEqual(check(paragraph('x')), [
    {
      code: 'table-content',
      message: 'This `<Table>` holds no table.',
      fix: 'Write a table of `| … |` lines in it, with an empty line before and after.',
    },
  ]);
  assert.deepEqual(check(table(['a']), table(['b'])), [
    {
      code: 'table-content',
      message: 'This `<Table>` holds 2 tables.',
      fix: 'Give each table a `<Table>` of its own.',
    },
  ]);
});

test('Aside', () => {
  const node = component('Aside', {}, [paragraph('By the way.')]);
  assert.equal(
    page(node),
    '<div class="notes rows-1"><aside class="note"><p>By the way.</p></aside></div>',
  );
  assert.equal(feed(node), '<blockquote><p>By the way.</p></blockquote>');
  assert.equal(plain(node), 'By the way.');
});

test('Details', () => {
  const node = component('Details', { summary: 'Why $x<1$, for \\$5 and $6' }, [paragraph('So.')]);
  const set = `<span class="nowrap"><span class="formula-inline nowrap">${renderPageFormula('x<1', false)}</span>,</span>`;
  assert.equal(
    page(node),
    `<details class="fold"><summary>Why ${set} for $5 and $6</summary><p>So.</p></details>`,
  );
  assert.match(
    feed(node),
    /^<p><strong>Why <math .*<\/math>, for \$5 and \$6<\/strong><\/p>\n<p>So\.<\/p>$/,
  );
  assert.equal(plain(node), 'Why x<1, for $5 and $6\n\nSo.');
  assert.deepEqual(faultsOf(node), []);
  assert.deepEqual(faultsOf(component('Details', { summary: 'Why $\\nonsense$' })), [
    {
      code: 'unknown-macro',
      message: '`\\nonsense` is not a command that formulas here know.',
      fix: "Write it out with commands that LaTeX itself has; a function's own name is written `\\operatorname{nonsense}`.",
    },
  ]);
});

test('a component in a paragraph ends it', () => {
  const aside = component('Aside', {}, [paragraph('b')]);
  assert.equal(
    page(paragraph('a', aside, 'c')),
    '<p>a</p>\n<div class="notes rows-2"><aside class="note"><p>b</p></aside></div>\n<p>c</p>',
  );
});

test('Plot: so many and no more, and one with a wrong attribute is known to have a file', () => {
  const compile = (source: string) => compileBody(source, { file: 'a.mdx' });
  const one = '<Plot data="./a.csv" x="x" y="y" alt="Loss falls" />\n\n';
  assert.deepEqual(compile(one.repeat(12)).problems, []);
  assert.deepEqual(
    compile(one.repeat(14)).problems.map(({ line, message, fix }) => `${line} ${message} ${fix}`),
    [
      '25 The text has more than 12 plots. Keep those of the main results, or put the numbers of several into one file with a `series`.',
    ],
  );
  const wrong = compile('<Plot data="./a.csv" x={1+1} y="y" alt="Loss falls" />');
  assert.deepEqual(
    wrong.problems.map(({ code }) => code),
    ['expression-attribute'],
  );
  assert.deepEqual(
    wrong.facts.plots.map(({ attributes }) => attributes['data']),
    ['./a.csv'],
  );
});
