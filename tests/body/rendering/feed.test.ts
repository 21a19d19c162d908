import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SaxesParser } from 'saxes';
import { renderFeed } from '../../../src/body/rendering/html.ts';
import type { Node } from '../../../src/body/tree.ts';
import { everything, HOSTILE, maths, note, options, paragraph, root, text } from '../trees.ts';

const feed = (...nodes: Node[]) => renderFeed(root(...nodes), options);
const MATH = '<math xmlns="http://www.w3.org/1998/Math/MathML"';

test('formulas are MathML, displayed ones alone in their paragraph, the number as text', () => {
  assert.equal(feed(paragraph('so ', maths('x'), '.')), `<p>so ${MATH}><mi>x</mi></math>.</p>`);
  assert.equal(
    feed(
      { type: 'formula', tex: '\\mathbb{E}', id: 'eq-e', number: '1' },
      { type: 'formula', tex: 'x' },
    ),
    `<p>${MATH} display="block"><mi>𝔼</mi></math> (1)</p>\n<p>${MATH} display="block"><mi>x</mi></math></p>`,
  );
});

test('references and anchors lead to the page', () => {
  assert.equal(
    feed(
      paragraph(
        'equation ',
        { type: 'reference', kind: 'equation', id: 'eq-e', text: '(1)' },
        ' ',
        {
          type: 'link',
          url: '#results',
          children: [text('there')],
        },
      ),
    ),
    '<p>equation\u00a0<a href="https://digest.example/papers/gadgets/#eq-e">(1)</a> <a href="https://digest.example/papers/gadgets/#results">there</a></p>',
  );
});

test('in a book ids stay, and references and notes lead to them', () => {
  const tree = root(
    { type: 'heading', depth: 2, id: 'results', children: [text('Results')] },
    { type: 'formula', tex: 'x', id: 'eq-e', number: '1' },
    paragraph('by ', { type: 'reference', kind: 'equation', id: 'eq-e', text: '(1)' }, note('n')),
    { type: 'footnoteDefinition', identifier: 'n', children: [paragraph('N')] },
  );
  assert.equal(
    renderFeed(tree, { ...options, idPrefix: 'a--', anchors: true }),
    '<h2 id="a--results">Results</h2>\n' +
      `<p id="a--eq-e">${MATH.replace('<math', '<math alttext="x"')} display="block"><mi>x</mi></math> (1)</p>\n` +
      '<p>by <a href="#a--eq-e">(1)</a>' +
      '<sup><a id="a--fnref-n" href="#a--fn-n" role="doc-noteref">1</a></sup></p>\n' +
      '<section role="doc-endnotes"><h2>Notes</h2><ol><li id="a--fn-n"><p>N ' +
      '<a href="#a--fnref-n" role="doc-backlink" aria-label="Note 1: Back to the text">↑</a></p></li></ol></section>',
  );
});

test('a formula is its picture where it has one, with its TeX to read instead', () => {
  const formulaPicture = (tex: string) =>
    tex === 'x<y' ? { href: '/formulas/a.png', width: 30, height: 12, depth: 3 } : undefined;
  assert.equal(
    renderFeed(root(paragraph(maths('x<y'), maths('z'))), { ...options, formulaPicture }),
    `<p><img src="/formulas/a.png" width="30" height="12" alt="x&#60;y" />${MATH}><mi>z</mi></math></p>`,
  );
});

test('an anchor that nothing resolves is its words', () => {
  const resolve = { ...options.resolve, link: (href: string) => ({ href }) };
  const reference: Node = { type: 'reference', kind: 'equation', id: 'eq-e', text: '(1)' };
  const tree = root(
    paragraph({ type: 'link', url: '#results', children: [text('there')] }, reference),
  );
  assert.equal(renderFeed(tree, { ...options, resolve }), '<p>there<span>(1)</span></p>');
});

test('a footnote leads to the note on the page, and nothing has an id', () => {
  assert.equal(
    renderFeed(
      root(
        { type: 'heading', depth: 2, id: 'results', children: [text('Results')] },
        paragraph('a', note('x')),
        { type: 'footnoteDefinition', identifier: 'x', children: [paragraph('X')] },
      ),
      { ...options, headingShift: 1 },
    ),
    '<h3>Results</h3>\n' +
      '<p>a<sup><a href="https://digest.example/papers/gadgets/#fn-x">1</a></sup></p>\n' +
      '<section><h3>Notes</h3><ol><li><p>X</p></li></ol></section>',
  );
});

test('one of everything is well-formed XML without class, style, script or named entity', () => {
  const xml = renderFeed(everything, options);
  const names = new Set<string>();
  const attributes = new Set<string>();
  const alts: string[] = [];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('opentag', (tag) => {
    names.add(tag.name);
    for (const [name, { value }] of Object.entries(tag.attributes)) {
      attributes.add(name);
      if (name === 'alt') alts.push(value);
    }
  });
  parser.write(`<div>${xml}</div>`).close();
  for (const name of ['script', 'style', 'input', 'title']) assert.ok(!names.has(name), name);
  for (const name of ['class', 'style', 'role', 'tabindex', 'loading']) {
    assert.ok(!attributes.has(name), name);
  }
  assert.ok([...attributes].every((name) => !name.startsWith('on')));
  assert.doesNotMatch(xml, /katex|&nbsp;/);
  assert.deepEqual(alts, [`Loss ${HOSTILE}`, HOSTILE]);
});

test('what XML cannot hold is left out', () => {
  assert.equal(feed(paragraph('a\u0000\ufffe\ud800b ]]>')), '<p>a\ufffdb ]]&#62;</p>');
});
