import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { Disk } from '../../src/disk.ts';
import { Plots } from '../../src/plots/plots.ts';
import { attributes } from './fixture.ts';

const root = mkdtempSync(path.join(tmpdir(), 'plots-'));
after(() => rmSync(root, { recursive: true, force: true }));
const folder = path.join(root, 'paper');
mkdirSync(folder);
const owner = { file: `${folder}/index.mdx` };
const place = { line: 7, column: 1 };
const at = { data: { line: 7, column: 7 }, y: { line: 7, column: 40 } };

function add(files: Record<string, string>, more: Parameters<typeof attributes>[0] = {}) {
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
  const plots = new Plots(new Disk());
  plots.add(owner, { attributes: attributes(more), at, ...place });
  return plots;
}
const says = (plots: Plots) =>
  plots.problems.map(
    ({ file, line, column, code, message, fix }) =>
      `${path.basename(file)}:${line}:${column} ${code} | ${message} | ${fix}`,
  );

test('a plot is found by what asks for it, and published with its file', async () => {
  const plots = add({ 'results.csv': 'tokens,loss\n1,2\n2,1' });
  assert.deepEqual(plots.problems, []);
  assert.equal(plots.of(owner, attributes()), undefined);
  await plots.draw(path.join(root, 'kept'));
  const plot = plots.of(owner, attributes());
  assert.ok(plot);
  assert.deepEqual([...plots.pictures.keys()], [plot.picture.name]);
  assert.deepEqual([...plots.files.keys()], [plot.csv.name]);
  assert.equal(plots.of(owner, attributes({ y: 'other' })), undefined);
});

test('a slip in the tag is told in the text, one in the numbers in the file', () => {
  const files = { 'results.csv': 'tokens,loss\n1,2\n2,x' };
  assert.deepEqual(says(add(files, { y: 'lost' })), [
    'index.mdx:7:40 plot-column | There is no column `lost` in `./results.csv`. | Did you mean `loss`?',
  ]);
  assert.deepEqual(says(add(files)), [
    'results.csv:3:3 plot-value | `x` in column `loss` is not a number. | Write a number such as `12`, `-0.5` or `1e-4`, or delete the line.',
  ]);
  // A formula in one cell hides nothing of the others; of itself all is said.
  assert.deepEqual(
    says(add({ 'results.csv': 'tokens,loss\n1,=A1\n2,x\n3,1' })).map((line) =>
      line.replace(/ \|.*/, ''),
    ),
    ['results.csv:2:3 csv-formula', 'results.csv:3:3 plot-value'],
  );
  const many = says(add({ 'results.csv': `tokens,loss\n0,1\n${'1,x\n'.repeat(30)}` }));
  assert.equal(many.length, 21);
  assert.equal(
    many.at(-1),
    'results.csv:22:3 more-problems | There are 10 more problems in this file. | Mend those above and check again.',
  );
});

test('files that are not there, elsewhere, too large', () => {
  const of = (data: string) => says(add({ 'results.csv': 'tokens,loss\n1,2' }, { data }));
  assert.deepEqual(of('./result.csv'), [
    'index.mdx:7:7 plot-data-missing | There is no CSV file `./result.csv` in the folder of this text. | Write `./results.csv`.',
  ]);
  const plots = add({ 'results.csv': 'tokens,loss\n1,2' }, { data: './result.csv' });
  const lie = ['results.csv', 'other.csv'].map((name) => `${folder}/${name}`);
  // The file that was meant is not unused as well.
  assert.deepEqual(
    plots.findUnused(lie).map(({ message }) => message),
    ['other.csv is drawn nowhere.'],
  );
  writeFileSync(path.join(root, 'secret.csv'), 'tokens,loss\n1,2');
  symlinkSync(path.join(root, 'secret.csv'), path.join(folder, 'link.csv'));
  mkdirSync(path.join(folder, 'folder.csv'));
  for (const data of [
    '../secret.csv',
    '/etc/passwd.csv',
    'https://example.org/a.csv',
    './link.csv',
  ])
    assert.deepEqual(of(data), [
      `index.mdx:7:7 plot-data-outside | The CSV file \`${data}\` lies outside the folder of its text. | Copy the file into the folder and write its name: \`./results.csv\`.`,
    ]);
  assert.deepEqual(of('./folder.csv'), [
    'index.mdx:7:7 plot-data-type | `./folder.csv` is no file. | Write the path of a CSV file: `./results.csv`.',
  ]);
  assert.deepEqual(says(add({ 'results.csv': `tokens,loss\n${'1,2\n'.repeat(50_001)}` })), [
    'results.csv:1:1 csv-too-large | results.csv has 201 kB; at most 200 kB are taken. | Keep the columns and the points that are drawn.',
  ]);
});

test('a plot with wrong attributes is not drawn, and its file is not unused', () => {
  const sound = { data: './results.csv', x: 'tokens', y: 'loss', alt: 'Loss falls' };
  const wrong = [
    { data: './results.csv', alt: 'Loss' },
    { ...sound, type: 'pie' },
    { ...sound, data: './results.txt' },
  ];
  for (const one of wrong) {
    const plots = new Plots(new Disk());
    plots.add(owner, { attributes: one, at: {}, ...place });
    assert.deepEqual(plots.problems, []);
    assert.deepEqual(plots.findUnused([path.posix.join(folder, one.data)]), []);
    assert.equal(plots.of(owner, one), undefined);
  }
});

test('a text has so many points and no more', () => {
  const plots = add({
    'results.csv': `tokens,loss\n${Array.from({ length: 2000 }, (_, index) => `${index},1`).join('\n')}`,
  });
  for (const alt of ['two', 'three', 'four'])
    plots.add(owner, { attributes: attributes({ alt }), at, ...place });
  assert.deepEqual(says(plots), [
    'index.mdx:7:1 plot-points | The plots before this one have 6000 points; at most 5000 are drawn in a text. | Keep every tenth point of each, or leave a plot out.',
  ]);
});

test('a file that no plot draws', () => {
  const plots = add({ 'results.csv': 'tokens,loss\n1,2' });
  assert.deepEqual(plots.findUnused([`${folder}/results.csv`]), []);
  const [problem] = plots.findUnused(['content/papers/2025-01/titans/old.csv']);
  assert.deepEqual(problem, {
    file: 'content/papers/2025-01/titans/old.csv',
    line: 1,
    column: 1,
    severity: 'error',
    code: 'unused-data',
    message: 'old.csv is drawn nowhere.',
    fix: 'Draw it with `<Plot data="./old.csv" x="…" y="…" alt="…">`, or delete the file.',
  });
});
