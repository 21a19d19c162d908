import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from 'parse5';
import { SaxesParser } from 'saxes';
import { spread, wrap } from '../../src/plots/measure.ts';
import {
  buildDateTicks,
  buildLogTicks,
  buildTicks,
  thin,
  writeNumber,
} from '../../src/plots/ticks.ts';
import { cleanSvg } from '../../src/pictures/svg.ts';
import { drawPlot } from '../../src/plots/drawing.ts';
import { judgePlot } from '../../src/plots/judge.ts';
import { attributes, encode } from './fixture.ts';

const draw = (csv: string, more: Parameters<typeof attributes>[0] = {}) => {
  const { source, findings } = judgePlot(encode(csv), 'results.csv', attributes(more));
  return { findings, ...(source && { plot: drawPlot(source) }) };
};

const SWEEP = `m,tokens,loss\n${['ours', 'theirs', 'others']
  .flatMap((name, index) => [2, 4, 8, 16].map((x) => `${name},${x},${(index + 1) * x}`))
  .join('\n')}`;
const BARS = 'task,m,loss\nA,ours,-3.0\nA,theirs,2\nB,ours,1\nB,theirs,4';
const DATES = 'tokens,loss\n2019-06,1\n2021-01,5\n2025-01,3';

function parseXml(text: string): void {
  const parser = new SaxesParser({});
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(text).close();
}

const textsOf = (markup: string) =>
  [...markup.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map((match) => match[1]);

/** All that an `<svg>` on the page may hold, in each of the drawings. */
function checkMarkup(csv: string, more: Parameters<typeof draw>[1] = {}) {
  const { plot, findings } = draw(csv, more);
  assert.deepEqual(findings, []);
  assert.ok(plot);
  for (const { markup } of [plot.wide, plot.narrow]) {
    parseXml(`<svg>${markup}</svg>`);
    assert.doesNotMatch(markup, /<(?!\/?(?:g|path|line|text|tspan|rect|circle)\b)/);
    assert.doesNotMatch(
      markup,
      /\s(?:style|id|fill|stroke|font-\w+|href|on\w+)=|NaN|Infinity|undefined/,
    );
    assert.doesNotMatch(markup, /\d\.\d{3}/);
  }
  const file = new TextDecoder().decode(plot.picture.bytes);
  parseXml(file);
  assert.doesNotMatch(file, /class=|style|NaN|undefined/);
  assert.deepEqual(cleanSvg(Buffer.from(file), 'plot.svg').problems, []);
  return plot;
}

test('a sweep: a line for each series, named at its end, marked at its sizes', () => {
  const { wide, narrow, picture, csv } = checkMarkup(SWEEP, { series: 'm', scale: 'log-x' });
  assert.deepEqual([wide.width, narrow.width], [640, 320]);
  for (const { markup } of [wide, narrow]) {
    assert.deepEqual(
      [...markup.matchAll(/class="plot-line (plot-\d)"/g)].map((match) => match[1]),
      ['plot-2', 'plot-1', 'plot-0'],
    );
    const texts = textsOf(markup);
    for (const text of ['2', '4', '8', '16', 'ours', 'theirs', 'others', 'loss', 'tokens'])
      assert.ok(texts.includes(text), text);
    assert.match(markup, /class="plot-zero"/);
  }
  assert.match(picture.name, /^results\.[0-9a-f]{10}\.svg$/);
  assert.match(csv.name, /^results\.[0-9a-f]{10}\.csv$/);
  assert.equal(new TextDecoder().decode(csv.bytes), SWEEP);
});

test('bars: every name and every value is written out', () => {
  const { wide } = checkMarkup(BARS, { x: 'task', series: 'm', yLabel: 'Points won' });
  assert.deepEqual(
    textsOf(wide.markup).sort(),
    ['1', '2', '4', 'A', 'B', 'Points won', 'ours', 'ours', 'theirs', 'theirs', '−3.0'].sort(),
  );
  assert.equal(wide.markup.match(/<rect/g)?.length, 4);
  const plain = checkMarkup('tokens,loss\nA,0\nB,0').wide.markup;
  assert.match(plain, /class="plot-bar plot-1"/);
  assert.doesNotMatch(plain, /plot-0/);
});

test('dates, single points, equal values, both logarithms', () => {
  assert.ok(textsOf(checkMarkup(DATES).wide.markup).includes('2022'));
  checkMarkup('tokens,loss\n5,5');
  checkMarkup('tokens,loss\n5,0', { type: 'dot' });
  checkMarkup('tokens,loss\n5,5', { scale: 'log-log' });
  checkMarkup('tokens,loss\n2025-01-01,5\n2025-01-09,5', { type: 'dot' });
  checkMarkup('tokens,loss\n1e15,-1e15\n-1e15,1e15');
  checkMarkup('tokens,loss\n0001-01-01,1\n9999-12-31,2');
  const law = Array.from({ length: 200 }, (_, index) => `${10 ** (index / 30)},${3 / (index + 1)}`);
  const { markup } = checkMarkup(`tokens,loss\n${law.join('\n')}`, { scale: 'log-log' }).wide;
  assert.ok(textsOf(markup).includes('1M'));
  assert.doesNotMatch(markup, /plot-dot/);
});

test('the largest file is drawn in time and in bounds', () => {
  const rows = Array.from({ length: 2000 }, (_, index) => `m${index % 8},${index},${index % 97}`);
  const { wide, table } = checkMarkup(`m,tokens,loss\n${rows.join('\n')}`, { series: 'm' });
  assert.ok(wide.markup.length < 60_000, String(wide.markup.length));
  assert.equal(table.rows.length + table.more, 2000);
  assert.equal(table.rows.length, 100);
});

test('names are text, whatever they hold', () => {
  const hostile = ['<script>alert(1)</script>', ']]>&lt;', '"onload=x', '{{x}} ${y}', 'שלום', "'"];
  const csv = `m,tokens,loss\n${hostile.map((name, index) => `"${name.replaceAll('"', '""')}",1,${index}`).join('\n')}`;
  for (const more of [{ series: 'm' }, { x: 'm' }]) {
    const { wide } = checkMarkup(csv, more);
    const tags = JSON.stringify(parse(`<svg>${wide.markup}</svg>`), (key, value: unknown) =>
      key === 'parentNode' ? undefined : value,
    );
    assert.doesNotMatch(tags, /"tagName":"script"/);
    const decoded = wide.markup.replace(/&#(\d+);/g, (_, code) =>
      String.fromCharCode(Number(code)),
    );
    for (const name of hostile) {
      for (const word of name.split(' ')) assert.ok(decoded.includes(word.slice(0, 6)), word);
    }
  }
});

test('the same numbers give the same bytes', () => {
  const one = draw(SWEEP, { series: 'm' }).plot;
  // Another file in between, and another name, so that nothing is remembered.
  draw(BARS, { x: 'task', series: 'm' });
  const two = draw(`${SWEEP}\n`, { series: 'm' }).plot;
  assert.equal(one?.wide.markup, two?.wide.markup);
  assert.equal(one?.narrow.markup, two?.narrow.markup);
  assert.equal(one?.picture.name, two?.picture.name);
});

test('the letters can be read at the narrowest width that each drawing is shown at', () => {
  // 13 units high; styles/plots.css changes from one drawing to the other at 34rem.
  const { wide, narrow } = checkMarkup(SWEEP, { series: 'm' });
  assert.ok((13 * 544) / wide.width >= 11);
  assert.ok((13 * 280) / narrow.width >= 11);
});

test('the table: by place where it is full, else by point', () => {
  assert.deepEqual(checkMarkup(SWEEP, { series: 'm', xLabel: 'Tokens, K' }).table, {
    head: ['Tokens, K', 'ours', 'theirs', 'others'],
    numeric: [false, true, true, true],
    rows: [
      ['2', '2', '4', '6'],
      ['4', '4', '8', '12'],
      ['8', '8', '16', '24'],
      ['16', '16', '32', '48'],
    ],
    more: 0,
  });
  assert.deepEqual(
    checkMarkup('m,tokens,other,loss\na,1,x,2\nb,2,y,3\nc,3,z,4', { series: 'm' }).table,
    {
      head: ['tokens', 'm', 'loss'],
      numeric: [false, false, true],
      rows: [
        ['1', 'a', '2'],
        ['2', 'b', '3'],
        ['3', 'c', '4'],
      ],
      more: 0,
    },
  );
});

test('marks of an axis', () => {
  const texts = (ticks: { text: string }[]) => ticks.map(({ text }) => text).join(' ');
  assert.equal(texts(buildTicks(0, 100, 5)), '0 20 40 60 80 100');
  assert.equal(texts(buildTicks(-0.3, 0.2, 5)), '−0.3 −0.2 −0.1 0 0.1 0.2');
  assert.equal(texts(buildLogTicks(0.9, 30)), '1 2 5 10 20');
  assert.equal(texts(buildLogTicks(1e-6, 1e6)).split(' ').length >= 12, true);
  const at = (text: string) => Date.parse(`${text}T00:00:00Z`);
  assert.equal(
    texts(buildDateTicks(at('2025-01-01'), at('2025-01-09'), 4)),
    'Jan 1 Jan 3 Jan 5 Jan 7 Jan 9',
  );
  assert.equal(
    texts(buildDateTicks(at('2024-11-15'), at('2025-05-01'), 4)),
    'Jan 2025 Mar 2025 May 2025',
  );
  assert.equal(
    texts(buildDateTicks(at('2015-06-01'), at('2025-06-01'), 6)),
    '2016 2018 2020 2022 2024',
  );
  // Far more than any list of steps foresees; a day alone, whose axis begins before it.
  assert.equal(texts(buildDateTicks(at('0000-01-01'), at('9999-12-31'), 3)), '0000 4000 8000');
  assert.equal(texts(buildDateTicks(at('2025-01-31') - 1, at('2025-01-31') + 1, 4)), 'Jan 31');
  assert.equal(
    texts(buildTicks(1_000_000, 1_000_008, 4)),
    '1M 1.000002M 1.000004M 1.000006M 1.000008M',
  );
  assert.equal(
    texts(
      thin(
        [1, 1.1, 5, 5.01].map((value) => ({ value, text: String(value) })),
        (x) => x * 20,
      ),
    ),
    '1 5.01',
  );
  assert.deepEqual(
    [0, 0.05, 2500, 15_000, 3_500_000, 2e9, 1e-6, -2.5e-5].map((one) => writeNumber(one)),
    ['0', '0.05', '2500', '15K', '3.5M', '2B', '10⁻⁶', '−2.5 × 10⁻⁵'],
  );
});

test('labels make room for each other and keep their order', () => {
  const at = (...places: number[]) => places.map((place) => ({ at: place, height: 16 }));
  assert.deepEqual(spread(at(10, 100), 0, 200), [10, 100]);
  assert.deepEqual(spread(at(100, 100), 0, 200), [92, 108]);
  assert.deepEqual(spread(at(200, 199, 198), 0, 208), [200, 184, 168]);
  assert.deepEqual(spread(at(0, 1), 0, 200), [8, 24]);
  assert.deepEqual(wrap('Gated DeltaNet-H2', 70), ['Gated', 'DeltaNet-H', '2']);
});

test('a value with all its digits leaves room for its bar', () => {
  const { plot } = draw('task,loss\nA,0.12345678901234567\nB,-0.5', { x: 'task', type: 'bar' });
  assert.ok(plot);
  assert.deepEqual(textsOf(plot.narrow.markup), ['loss', 'A', '0.1235', 'B', '−0.5']);
  assert.deepEqual(plot.table.rows, [
    ['A', '0.12345678901234567'],
    ['B', '-0.5'],
  ]);
});
