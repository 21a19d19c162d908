import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildFormulaIndex } from '../../src/search/formulas.ts';
import { renderEntry } from '../../src/views/rendering.ts';
import { readEdition } from '../edition.ts';

const edition = await readEdition();
const { papers } = await buildFormulaIndex(edition);
const first = papers.find(({ href }) => href === edition.routes.paper('paper-1'));

test('a formula stands under the heading before it, a labelled one under its own address', () => {
  assert.ok(first);
  assert.deepEqual(
    first.labelled.map(([anchor, number]) => [anchor, number]),
    [['eq-heat', '1']],
  );
  const anchors = first.sections.map(([anchor]) => anchor);
  assert.ok(anchors.includes('') && anchors.includes('the-key-idea'), anchors.join());
  // In a caption, a cell, a title: wherever it is set.
  const [, ...ofHead] = first.sections.find(([anchor]) => anchor === '') ?? [''];
  assert.ok(ofHead.includes('\\alpha^2') && ofHead.includes('q_{1}'));
});

test('each formula stands once in its paper, and no letter by itself', () => {
  for (const { sections, labelled } of papers) {
    const all = [...sections.flatMap(([, ...rest]) => rest), ...labelled.map(([, , tex]) => tex)];
    assert.equal(new Set(all).size, all.length);
    assert.ok(all.every((tex) => tex.length > 1));
  }
});

test('every anchor is on the page of its paper', () => {
  for (const { href, sections, labelled } of papers) {
    const paper = edition.digest.papers.find(({ slug }) => edition.routes.paper(slug) === href);
    assert.ok(paper);
    const html = renderEntry(edition, paper, { idPrefix: '', headingShift: 0 });
    for (const [anchor] of [...sections, ...labelled]) {
      assert.ok(anchor === '' || html.includes(`id="${anchor}"`), `${href}#${anchor}`);
    }
  }
});
