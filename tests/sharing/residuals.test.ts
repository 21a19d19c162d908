import assert from 'node:assert/strict';
import { test } from 'node:test';
import { layResiduals, renderResiduals, showStretches } from '../../src/sharing/residuals.ts';

const stretch = (...stems: number[]) => ({ stems, colour: '#b3261e', pale: false });

test('stems stand in reading order, up and down from the zero line, others paler', () => {
  const stretches = [stretch(1, -0.5), { ...stretch(0.5), pale: true }];
  const { zero, stems } = layResiduals(stretches, { width: 168, height: 112 }, '#fdfdfb');
  // Six pixels of dot above and below; a stem of 1 takes two thirds of the rest.
  assert.equal(zero, 72.67);
  assert.deepEqual(stems, [
    { x: 28, end: 6, colour: '#b3261e' },
    { x: 84, end: 106, colour: '#b3261e' },
    { x: 140, end: 39.34, colour: '#e7bdb9' },
  ]);
});

test('more stems than there is room for are thinned to the longest of neighbours', () => {
  const stems = Array.from({ length: 600 }, (_, index) => (index === 301 ? -1 : 0.1));
  const laid = layResiduals([stretch(...stems)], { width: 1056, height: 99 }, '#fdfdfb');
  assert.ok(laid.stems.length <= 176 && laid.stems.length > 140, `${laid.stems.length}`);
  assert.equal(laid.stems.filter(({ end }) => end > laid.zero).length, 1);
});

test('every stretch keeps a stem, the last one too, as long as there is room', () => {
  for (const [texts, length] of [
    [60, 23],
    [175, 9],
    [176, 2],
    [1, 5000],
  ] as const) {
    const shown = showStretches(
      Array.from({ length: texts }, () => stretch(...new Array<number>(length).fill(0.5))),
    );
    assert.ok(shown.every(({ stems }) => stems.length > 0));
    assert.ok(shown.flatMap(({ stems }) => stems).length <= 176);
  }
  const [first, , last] = showStretches([
    stretch(1),
    stretch(),
    stretch(...new Array<number>(999).fill(1)),
  ]);
  assert.deepEqual([first?.stems.length, last?.stems.length], [1, 167]);
  assert.equal(
    showStretches(Array.from({ length: 300 }, () => stretch(1))).flatMap(({ stems }) => stems)
      .length,
    176,
  );
});

test('what nobody sees of a text does not change the data of a picture', () => {
  const texts = Array.from({ length: 40 }, (_, text) =>
    stretch(...Array.from({ length: 20 }, (_, at) => (at % 5 === 0 ? 0.9 : 0.1 + text / 1000))),
  );
  const shown = showStretches(texts);
  const stems = texts[7]!.stems.map((stem, at) => (at % 5 === 0 ? stem + 0.001 : -stem));
  assert.deepEqual(showStretches(texts.with(7, stretch(...stems))), shown);
  assert.notDeepEqual(showStretches(texts.with(7, stretch(...stems, 0.4))), shown);
});

test('data for a picture is drawn as what it was made of, within a pixel', () => {
  const texts = [stretch(...Array.from({ length: 700 }, (_, at) => Math.sin(at * at)))];
  const size = { width: 1056, height: 150 };
  const [shown, all] = [showStretches(texts), texts].map((stretches) =>
    layResiduals(stretches, size, '#fdfdfb'),
  );
  assert.equal(shown?.stems.length, all?.stems.length);
  shown?.stems.forEach(({ x, end }, index) => {
    assert.equal(x, all?.stems[index]?.x);
    assert.ok(Math.abs(end - (all?.stems[index]?.end ?? NaN)) < 1);
  });
});

test('residuals are stems with dots, and the line over them', () => {
  const colours = { paper: '#fdfdfb', ink: '#191c21' };
  const svg = renderResiduals([stretch(1)], { width: 56, height: 112 }, colours);
  assert.match(svg, /^<svg [^>]*stroke-width="3"><path d="M28 \S+V6" stroke="#b3261e"\/><circle /);
  assert.match(svg, /<path d="M0 \S+H56" stroke="#191c21" stroke-width="2.5"\/><\/svg>$/);
});
