import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SaxesParser } from 'saxes';
import { drawMatrix, drawStems, type Pair } from '../../src/plots/stems.ts';

const HOSTILE = '"><script>alert(1)</script>&amp;';

/** All that an `<svg>` on a page may hold, and nothing of it left or right of the drawing. */
function check({ wide, narrow }: Pair): void {
  for (const { width, height, markup } of [wide, narrow]) {
    const parser = new SaxesParser({});
    parser.on('error', (error) => {
      throw error;
    });
    parser.write(`<svg>${markup}</svg>`).close();
    assert.doesNotMatch(markup, /<(?!\/?(?:g|path|line|text|tspan|rect|circle)\b)/);
    assert.doesNotMatch(markup, /\s(?:style|id|fill|stroke|href|on\w+)=|NaN|Infinity|undefined/);
    for (const [, at] of markup.matchAll(/\s(?:x1|x2|cx)="([^"]*)"/g))
      assert.ok(Number(at) >= 0 && Number(at) <= width, `x ${at} of ${width}`);
    for (const [, at] of markup.matchAll(/\s(?:y1|y2|cy)="([^"]*)"/g))
      assert.ok(Number(at) >= 0 && Number(at) <= height, `y ${at} of ${height}`);
  }
}

test('stems stand on one line, up and down, with ticks where there is room', () => {
  const ticks = Array.from({ length: 48 }, (_, value) => ({ value, text: `Month ${value}` }));
  const pair = drawStems({
    places: 48,
    rows: [{ name: '', values: ticks.map(({ value }) => (value % 5) / 4), end: '' }],
    below: ticks.map(({ value }) => (value % 3) / 2),
    ticks,
    marks: [
      { value: 1, text: '12' },
      { value: 0, text: '0' },
      { value: -1, text: '3K' },
    ],
  });
  check(pair);
  // A stem and a dot for each that is not nothing, none for the others.
  const circles = [...pair.wide.markup.matchAll(/<circle/g)].length;
  assert.equal(circles, 48 - 10 + 48 - 16);
  const shown = (markup: string) =>
    [...markup.matchAll(/>Month (\d+)</g)].map(([, at]) => Number(at));
  assert.ok(shown(pair.narrow.markup).length < shown(pair.wide.markup).length);
  assert.deepEqual(shown(pair.wide.markup).at(-1), 47);
});

test('many lines have their names and totals; hostile and endless names stay text', () => {
  const rows = [HOSTILE, 'x'.repeat(300), 'Memory', '记忆'].map((name) => ({
    name,
    values: [0, 1, 0.5],
    end: '1,234',
  }));
  const pair = drawStems({ places: 3, rows, ticks: [{ value: 0, text: HOSTILE }], marks: [] });
  check(pair);
  assert.match(pair.wide.markup, /&#60;script/);
  assert.match(pair.wide.markup, />记忆</);
});

test('a matrix has a dot where things meet, larger where more often', () => {
  const columns = Array.from({ length: 8 }, (_, index) => `A long topic ${index}`);
  const pair = drawMatrix({
    rows: ['Ada Quill', HOSTILE],
    columns,
    values: [columns.map((_, index) => index), columns.map(() => 0)],
  });
  check(pair);
  const dots = [...pair.wide.markup.matchAll(/ cx="([^"]*)" [^>]*r="([^"]*)"/g)]
    .map(([, x, r]) => [Number(x), Number(r)] as const)
    .sort(([a], [b]) => a - b);
  const radii = dots.map(([, r]) => r);
  assert.equal(radii.length, 7);
  assert.deepEqual(
    radii,
    [...radii].sort((a, b) => a - b),
  );
  // Areas, not radii: of seven times as many, √7 as wide.
  assert.ok(Math.abs(radii.at(-1)! / radii[0]! - Math.sqrt(7)) < 0.02);
});

test('nothing at all is drawn as nothing', () => {
  check(drawStems({ places: 0, rows: [{ name: '', values: [], end: '' }], ticks: [], marks: [] }));
  check(drawMatrix({ rows: ['a'], columns: [], values: [[]] }));
});
