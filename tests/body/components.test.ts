import assert from 'node:assert/strict';
import { test } from 'node:test';
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
const IMG = 'src="/pictures/a.svg" srcset="/2x.png 2x" width="640" height="360" alt="Loss falls"';

test('the registry names each component as its module does', () => {
  assert.deepEqual(Object.keys(components), ['Figure', 'Table', 'Aside', 'Details']);
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
      '<span class="figure-from">Figure 4 of the paper.</span> <span class="figure-licence">Licence: CC BY 4.0.</span></figcaption></figure>',
  );
  assert.equal(figure({}, []), `<figure class="figure">${picture}</figure>`);
  assert.equal(
    figure({ from: 'Drawn after Behrouz et al.' }, []),
    `<figure class="figure">${picture}<figcaption><span class="figure-from">Drawn after Behrouz et al.</span></figcaption></figure>`,
  );
  assert.equal(
    figure({ from: 'Fig. 2(a)' }, [paragraph('One.'), paragraph('Two.')], { number: 2 }),
    `<figure class="figure">${picture}<figcaption><p><span class="figure-label">Figure 2</span> One.</p><p>Two. ` +
      '<span class="figure-from">Fig. 2(a) of the paper.</span></p></figcaption></figure>',
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
    `<figure><p><a href="/pictures/a.svg"><img ${IMG} /></a></p><figcaption><strong>Figure 1.</strong> The loss. (Figure 4 of the paper)</figcaption></figure>`,
  );
  assert.equal(plain(node), 'Figure 1. The loss. (Figure 4 of the paper)');
  assert.equal(plain({ ...node, children: [] }), 'Figure 1. Loss falls (Figure 4 of the paper)');
});

test('Figure: an alt that says nothing', () => {
  const check = (alt: string) =>
    faultsOf(component('Figure', { src: './img/loss-curve.svg', alt }));
  const fix =
    'Say in a sentence what the picture shows: `alt="Loss falls as the memory grows, then levels off"`.';
  const says = (message: string) => [{ code: 'figure-alt', message, fix }];
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
  assert.equal(page(node), '<aside class="note"><p>By the way.</p></aside>');
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
    '<p>a</p>\n<aside class="note"><p>b</p></aside>\n<p>c</p>',
  );
});
