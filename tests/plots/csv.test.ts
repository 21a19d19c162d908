import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readCsv } from '../../src/plots/csv.ts';
import { encode, lines } from './fixture.ts';

const read = (text: string) => readCsv(encode(text), 'results.csv');
const says = (text: string) => lines(read(text).findings);
const SHAPE =
  'Write a first line with the names of the columns, then a line for each point: `tokens,loss`.';

test('cells come with their places, whatever ends a line', () => {
  for (const end of ['\n', '\r\n', '\r']) {
    const { csv, findings } = read(
      ['\uFEFFmodel, loss', '', '"a, ""b""",3', ' c ,4.5', ''].join(end),
    );
    assert.deepEqual(findings, []);
    assert.deepEqual(csv, {
      head: [
        { text: 'model', line: 1, column: 1 },
        { text: 'loss', line: 1, column: 7 },
      ],
      rows: [
        [
          { text: 'a, "b"', line: 3, column: 1 },
          { text: '3', line: 3, column: 12 },
        ],
        [
          { text: 'c', line: 4, column: 1 },
          { text: '4.5', line: 4, column: 5 },
        ],
      ],
    });
  }
});

const refused: [name: string, csv: string, ...said: string[]][] = [
  ['nothing', '', `1:1 csv-empty | results.csv is empty. | ${SHAPE}`],
  ['empty lines', '\n \n', `1:1 csv-empty | results.csv is empty. | ${SHAPE}`],
  [
    'no row',
    '\na,b\n',
    `2:1 csv-empty | results.csv has the names of columns, but no row. | ${SHAPE}`,
  ],
  [
    'semicolons',
    'a;b\n1,5;2',
    '1:1 csv-delimiter | The columns of results.csv are separated by semicolons, not by commas. | Save it with commas between the columns and a point in decimal numbers.',
  ],
  [
    'tabs',
    'a\tb\n1\t2',
    '1:1 csv-delimiter | The columns of results.csv are separated by tabs, not by commas. | Save it with commas between the columns and a point in decimal numbers.',
  ],
  [
    'rows that are too short and too long',
    'a,b\n1\n1,2\n1,2,3',
    '2:1 csv-row | This line has 1 cell, the first line 2 cells. | Give each line one cell for each column; a cell with a comma in it stands in quotation marks: `"a, b"`.',
    '4:1 csv-row | This line has 3 cells, the first line 2 cells. | Give each line one cell for each column; a cell with a comma in it stands in quotation marks: `"a, b"`.',
  ],
  [
    'two columns of one name, one of none',
    'a,b,a,\n1,2,3,4',
    '1:5 csv-head | Two columns have the name `a`. | Give one of them another name.',
    '1:7 csv-head | This column has no name. | Write its name in the first line, or delete the column.',
  ],
  ...['1,"2', '1,"2"3', '1,2"'].map((line): [string, string, string] => [
    `quotes: ${line}`,
    `a,b\n${line}\n`,
    `2:${line.indexOf('"') + 1} csv-quotes | The quotation marks of this line do not fit together. | Put a whole cell in quotation marks, \`"a, b"\`, on one line, and write a mark within it twice: \`"5"" disk"\`.`,
  ]),
  [
    'a NUL, and an order to turn the text round',
    'a,b\n1,\u00002\n\u202e1,2',
    '2:3 invisible-character | Here stands the invisible character U+0000 NULL. | Delete it: put the cursor behind it, press backspace once, and type the space again if one was meant.',
    '3:1 invisible-character | Here stands the invisible character U+202E RIGHT-TO-LEFT OVERRIDE. | Delete it: put the cursor behind it, press backspace once, and type the space again if one was meant.',
  ],
  [
    'too many rows',
    `a,b\n${'1,2\n'.repeat(2001)}`,
    '2002:1 csv-too-large | results.csv has 2001 rows; at most 2000 are drawn. | Keep every tenth point, or the mean of each stretch.',
  ],
  [
    'too many columns',
    `${Array.from({ length: 31 }, (_, index) => `c${index}`).join()}\n${'1,'.repeat(30)}1`,
    '1:111 csv-too-large | The file has 31 columns; at most 30 are taken. | Keep those that are drawn.',
  ],
];

for (const [name, csv, ...said] of refused) {
  test(`refused: ${name}`, () => {
    assert.deepEqual(says(csv), said);
    assert.equal(read(csv).csv, undefined);
  });
}

test('refused: cells as long as a chapter, once for each column', () => {
  const long = 'x'.repeat(201);
  const says = (what: string) =>
    `csv-cell | The cell \`${'x'.repeat(39)}…\` has 201 characters${what}; at most 200 are taken. | Shorten it, or delete the column.`;
  assert.deepEqual(lines(read(`a,b\n1,${long}`).findings), [`2:3 ${says('')}`]);
  assert.deepEqual(lines(read(`a,b\n1,${long}\n2,${long}`).findings), [
    `2:3 ${says(', and 1 cell below it is too long as well')}`,
  ]);
  assert.deepEqual(lines(read(`a,b\n${`${long},${long}\n`.repeat(30)}`).findings), [
    `2:1 ${says(', and 29 cells below it are too long as well')}`,
    `2:203 ${says(', and 29 cells below it are too long as well')}`,
  ]);
});

test('refused: what is not UTF-8', () => {
  const latin = new Uint8Array([0x61, 0x2c, 0xe9]);
  const wide = Buffer.from('a,b\n1,2\n', 'utf16le');
  for (const bytes of [latin, wide, Buffer.concat([Buffer.from([0xff, 0xfe]), wide])]) {
    assert.deepEqual(lines(readCsv(bytes, 'results.csv').findings), [
      '1:1 csv-encoding | results.csv is not UTF-8. | Save it again as CSV in UTF-8, without formatting.',
    ]);
  }
});

test('refused: what a spreadsheet would compute', () => {
  const takes = (cell: string, sign: string) =>
    `2:1 csv-formula | A spreadsheet takes the cell \`${cell}\` for a formula, because of its \`${sign}\`. | `;
  const other = 'Write it without the sign, or with a word before it.';
  assert.deepEqual(says('a,b\n+ RL (ours),2'), [
    `${takes('+ RL (ours)', '+')}Write a word for the sign: \`with RL (ours)\`.`,
  ]);
  assert.deepEqual(says('a,b\n-memory,2'), [
    `${takes('-memory', '-')}Write a word for the sign: \`without memory\`.`,
  ]);
  for (const [cell, sign] of [
    ['=1+1', '='],
    ['＝1+1', '='],
    ['@SUM(A1)', '@'],
    ['-(1)', '-'],
    ['a;=1', '='],
    ['a; @b', '@'],
  ] as const)
    assert.deepEqual(says(`a,b\n${cell},2`), [takes(cell, sign) + other]);
  for (const cell of ["-2+3+cmd|' /C calc'!A0", '+1+HYPERLINK(A1)', '-1;-A1'])
    assert.equal(read(`a,b\n"${cell}",2`).findings.length, 1, cell);
  for (const cell of [
    '-0.5 (0.1)',
    '-0.5 ± 0.1',
    '+5 %',
    '-',
    '--',
    'pass@1',
    'a=b',
    '-.5',
    '1; -2',
    '−x',
  ])
    assert.deepEqual(says(`a,b\n${cell},2`), [], cell);
});
