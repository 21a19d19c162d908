import assert from 'node:assert/strict';
import { test } from 'node:test';
import { searchForm } from '../../src/body/formulas/search-form.ts';
import {
  buildFormulaDirectory,
  buildFormulaIndex,
  listFormulaParts,
} from '../../src/search/formulas.ts';
import { holdsPieces, packPieces, piecesOf } from '../../src/search/pieces.ts';
import { enlarge } from '../digest/large.ts';
import { renderEntry } from '../../src/views/rendering.ts';
import { readEdition } from '../edition.ts';

const edition = await readEdition();
const { papers } = await buildFormulaIndex(edition, 1);
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

test('the formulas stand in parts of a thousand papers, and new ones change the newest alone', async () => {
  const large = enlarge({ papers: 2100 });
  const more = enlarge({ papers: 2104 });
  assert.deepEqual(listFormulaParts(large), [3, 2, 1]);
  const indexes = listFormulaParts(large).map((part) => buildFormulaIndex(large, part));
  const all = (await Promise.all(indexes)).flatMap(({ papers: own }) => own);
  assert.equal(new Set(all.map(({ href }) => href)).size, 2100);
  for (const part of [1, 2])
    assert.deepEqual(await buildFormulaIndex(more, part), await buildFormulaIndex(large, part));
  assert.notDeepEqual(await buildFormulaIndex(more, 3), await buildFormulaIndex(large, 3));
});

test('the directory tells of each part what may stand in it', async () => {
  const { parts } = await buildFormulaDirectory(edition);
  assert.deepEqual(
    parts.map(({ address }) => address),
    ['/digest/search/formulas/1.json'],
  );
  const packed = parts[0]?.pieces ?? '';
  for (const { labelled } of papers)
    for (const [, , tex] of labelled)
      assert.ok(holdsPieces(packed, piecesOf(searchForm(tex).slice(1, 9))), tex);
  assert.ok(!holdsPieces(packed, piecesOf(searchForm('\\mathfrak{q}_{zz} \\otimes \\aleph_7'))));
  // What is too short to have a piece may stand anywhere.
  assert.ok(holdsPieces(packPieces([]), piecesOf('xy')));
});
