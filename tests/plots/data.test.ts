import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PlotAttributes } from '../../src/body/components/plot.ts';
import { readCsv } from '../../src/plots/csv.ts';
import { buildData } from '../../src/plots/data.ts';
import { guessNumber, readDate, readNumber } from '../../src/plots/values.ts';
import { attributes, encode, lines } from './fixture.ts';

function build(text: string, more: Partial<PlotAttributes> = {}) {
  const { csv, findings } = readCsv(encode(text), 'results.csv');
  assert.deepEqual(findings, []);
  assert.ok(csv);
  return buildData(csv, attributes(more));
}
const says = (text: string, more?: Partial<PlotAttributes>) => lines(build(text, more).findings);

test('numbers become a line, dates too, names become bars', () => {
  const of = (x: string, y = '1,2') => {
    const [a, b] = y.split(',');
    const { data } = build(`tokens,loss\n${x},${a}\n${x === 'a' ? 'b' : x},${b}`, { type: 'dot' });
    return data?.kind;
  };
  assert.equal(of('-1.5e3'), 'number');
  assert.equal(of('2025-03'), 'date');
  assert.equal(build('tokens,loss\n2,1\n1,3').data?.type, 'line');
  assert.equal(build('tokens,loss\nb,1\na,3').data?.type, 'bar');
  assert.deepEqual(build('tokens,loss\nb,1\na,3').data?.names, ['b', 'a']);
  // Years can be the names of bars.
  assert.deepEqual(build('tokens,loss\n2024,1\n2025,3', { type: 'bar' }).data?.names, [
    '2024',
    '2025',
  ]);
});

test('points of a line stand in the order of the axis, series in that of the file', () => {
  const { data } = build('m,tokens,loss\nz,2,1\na,1,5\nz,1,3\n__proto__,1,4', { series: 'm' });
  assert.deepEqual(data?.series, [
    {
      name: 'z',
      points: [
        { x: 1, y: 3, written: '3' },
        { x: 2, y: 1, written: '1' },
      ],
    },
    { name: 'a', points: [{ x: 1, y: 5, written: '5' }] },
    { name: '__proto__', points: [{ x: 1, y: 4, written: '4' }] },
  ]);
});

test('a column can have any name', () => {
  const csv = '__proto__,constructor\n1,2\n2,3';
  assert.equal(build(csv, { x: '__proto__', y: 'constructor' }).data?.series[0]?.points.length, 2);
  assert.deepEqual(says('tokens,loss\n1,2', { series: '__proto__' }), [
    'series plot-column | There is no column `__proto__` in `./results.csv`. | Its columns are `tokens`, `loss`.',
  ]);
});

const SIZE = 'Write it in another unit, from `1e-15` to `1e15`, or delete the line.';
const NUMBER = 'Write a number such as `12`, `-0.5` or `1e-4`, or delete the line.';
const refused: [name: string, csv: string, more: Partial<PlotAttributes>, ...said: string[]][] = [
  [
    'columns that are not there',
    'tokens,loss\n1,2',
    { y: 'los', x: 'step' },
    'x plot-column | There is no column `step` in `./results.csv`. | Its columns are `tokens`, `loss`.',
    'y plot-column | There is no column `los` in `./results.csv`. | Did you mean `loss`?',
  ],
  [
    'values that are no numbers',
    'tokens,loss\n1,2\n2,NaN\n3,Infinity\n4,\n5,low\n6,1e400\n7,0x10',
    {},
    `3:3 plot-value | \`NaN\` in column \`loss\` is not a number. | ${NUMBER}`,
    `4:3 plot-value | \`Infinity\` in column \`loss\` is not a number. | ${NUMBER}`,
    `5:3 plot-value | Column \`loss\` is empty in this line. | ${NUMBER}`,
    `6:3 plot-value | \`low\` in column \`loss\` is not a number. | ${NUMBER}`,
    `7:3 plot-value | \`1e400\` in column \`loss\` is too large to be drawn. | ${SIZE}`,
    `8:3 plot-value | \`0x10\` in column \`loss\` is not a number. | ${NUMBER}`,
  ],
  [
    'numbers that are too large and too small',
    'tokens,loss\n1,1e308\n2,-2e16\n3,1e-300\n4,0.00000000000000001\n5,0e-30\n6,1e15',
    {},
    ...['1e308', '-2e16'].map(
      (text, index) =>
        `${index + 2}:3 plot-value | \`${text}\` in column \`loss\` is too large to be drawn. | ${SIZE}`,
    ),
    ...['1e-300', '0.00000000000000001'].map(
      (text, index) =>
        `${index + 4}:3 plot-value | \`${text}\` in column \`loss\` is too small to be drawn. | ${SIZE}`,
    ),
  ],
  [
    'values that can be guessed',
    'tokens,loss\n1,"1,000"\n2,95 %\n3,−0.5\n4,$5.5M\n5,"0,5"\n6,<0.001',
    {},
    '2:3 plot-value | `1,000` in column `loss` is not a number. | Write `1000`; units belong in `yLabel`.',
    '3:3 plot-value | `95 %` in column `loss` is not a number. | Write `95`; units belong in `yLabel`.',
    '4:3 plot-value | `−0.5` in column `loss` is not a number. | Write `-0.5`; units belong in `yLabel`.',
    '5:3 plot-value | `$5.5M` in column `loss` is not a number. | Write `5.5e6`; units belong in `yLabel`.',
    '6:3 plot-value | `0,5` in column `loss` is not a number. | Write `0.5`; units belong in `yLabel`.',
    '7:3 plot-value | `<0.001` in column `loss` is not a number. | Write `0.001`; units belong in `yLabel`.',
  ],
  [
    'an axis of numbers with a word in it',
    'tokens,loss\n1,2\ntwo,2\n3,3',
    {},
    `3:1 plot-value | \`two\` in column \`tokens\` is not a number. | ${NUMBER}`,
  ],
  [
    'a day that does not exist',
    'tokens,loss\n2025-01-31,2\n2025-02-31,2\n2025-03-01,1',
    {},
    '3:1 plot-value | `2025-02-31` in column `tokens` is not a date, as its other cells are. | Write a day as `2025-01-31`, a month as `2025-01`.',
  ],
  [
    'names on a line',
    'tokens,loss\na,2\nb,2',
    { type: 'line' },
    'x plot-axis | The column `tokens` holds names, which have no place on the axis of `type="line"`. | Write `type="bar"`, or name a column of numbers or of dates such as `2025-01-31`.',
  ],
  [
    'bars on a logarithm',
    'tokens,loss\na,2\nb,2',
    { scale: 'log-x' },
    'scale plot-scale | A bar begins at zero, which a logarithmic axis does not have. | Delete `scale`, or write `type="dot"`.',
  ],
  [
    'dates on a logarithm',
    'tokens,loss\n2025-01,2\n2025-02,2',
    { scale: 'log-x' },
    'scale plot-scale | The column `tokens` holds dates, which have no logarithm. | Delete `scale`.',
  ],
  [
    'zero on a logarithm',
    'tokens,loss\n0,2\n1,-1',
    { scale: 'log-log' },
    '2:1 plot-scale | `0` in column `tokens` has no place on a logarithmic axis. | Delete the line, or the `scale` of the plot.',
    '3:3 plot-scale | `-1` in column `loss` has no place on a logarithmic axis. | Delete the line, or the `scale` of the plot.',
  ],
  [
    'a point twice',
    'tokens,loss\n1,2\n1,3',
    {},
    '3:1 plot-twice | The value at `1` stands in the file twice. | Name the column that tells them apart, `series="…"`, or delete one of the two lines.',
  ],
  [
    'a column of series that is not named',
    `m,tokens,loss\n${['a', 'b', 'c'].map((m) => `${m},1,2\n${m},2,1\n`).join('')}`,
    {},
    '4:3 plot-twice | The value at `1` stands in the file twice, and 3 more lines repeat a value. | Name the column that tells them apart, `series="…"`, or delete what is repeated.',
  ],
  [
    'a point of a series twice',
    'm,tokens,loss\na,1,2\nb,1,2\na,1,3',
    { series: 'm' },
    '4:3 plot-twice | The value of `a` at `1` stands in the file twice. | Delete one of the two lines, or write `type="dot"`.',
  ],
  [
    'names without letters, and with too many',
    `m,tokens,loss\n,1,2\n${'long '.repeat(9)},2,2`,
    { series: 'm' },
    '2:1 plot-name | Column `m` is empty in this line. | Write the name that the point belongs to.',
    `3:1 plot-name | The name \`${'long '.repeat(7)}long…\` has 44 characters; at most 40 have room. | Shorten it in every line.`,
  ],
  [
    'nine series',
    `m,tokens,loss\n${Array.from({ length: 9 }, (_, index) => `m${index},1,${index}`).join('\n')}`,
    { series: 'm' },
    'series plot-series | The column `m` has 9 different names; at most 8 lines can be told apart. | Keep the series that the text speaks of, or make two plots.',
  ],
  [
    'forty-one bars',
    `tokens,loss\n${Array.from({ length: 41 }, (_, index) => `m${index},1`).join('\n')}`,
    {},
    'x plot-bars | The column `tokens` asks for 41 bars; at most 40 are drawn. | Keep those that the text speaks of, or write numbers or dates (`2025-01-31`) in it.',
  ],
];

for (const [name, csv, more, ...said] of refused) {
  test(`refused: ${name}`, () => {
    assert.deepEqual(says(csv, more), said);
    assert.equal(build(csv, more).data, undefined);
  });
}

test('what is a number, what is a date', () => {
  for (const [text, value] of [
    ['+1.', 1],
    ['.5', 0.5],
    ['-2E3', -2000],
    ['0e99', 0],
  ] as const)
    assert.equal(readNumber(text), value, text);
  for (const text of ['', '1 2', '1e', '1e16', '1e-16', '--1', '1_000', '٣'])
    assert.equal(readNumber(text), undefined, text);
  assert.equal(readDate('2024-02-29'), Date.UTC(2024, 1, 29));
  for (const text of ['2025-02-29', '2025-13', '2025', '25-01-01'])
    assert.equal(readDate(text), undefined, text);
  assert.equal(guessNumber('2K'), '2e3');
  assert.equal(guessNumber('fast'), undefined);
});
