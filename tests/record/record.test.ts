import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listRecorded, mergeRecords, readRecord, renderRecord } from '../../src/record/record.ts';

const read = (text: string) => readRecord(text, 'content/published.txt');

test('a record is read as it was written, in whatever order and however often its lines stand', () => {
  const text = [
    'authority shore.example,2026',
    '/ favicon.svg',
    '/feeds/papers/1.atom',
    '/papers/new/ id:old .bib .csl.json #eq-x #results',
    '/tags/iron/ feed.xml',
  ];
  const { record, problems } = read(text.join('\n'));
  assert.deepEqual(problems, []);
  const written = renderRecord(record);
  assert.deepEqual(written.split('\n').slice(2, -1), text);
  assert.deepEqual(read(written).record, record);
  const shuffled = [
    '/papers/new/ #results .csl.json\r',
    ...text.toReversed(),
    '/papers/new/ #eq-x id:old',
    '# A remark.',
  ];
  assert.equal(renderRecord(read(shuffled.join('\n')).record), written);
});

test('what cannot be read is told with its line, and the rest is read', () => {
  const { record, problems, lineOf } = read(
    '<<<<<<< HEAD\n/papers/a/ id:a\npapers/b/\n/papers/c/ ../x\n/papers/d/ <b>\n=======\n/e/ .bib\n',
  );
  assert.deepEqual(
    problems.map(({ line, code }) => `${line} ${code}`),
    ['1 bad-record', '3 bad-record', '4 bad-record', '5 bad-record', '6 bad-record'],
  );
  assert.deepEqual(
    record.pages.map(({ address }) => `${address} ${lineOf(address)}`),
    ['/e/ 7', '/papers/a/ 2'],
  );
});

test('of several records nothing is lost', () => {
  const merged = mergeRecords([
    read('authority a.example,2026\n/papers/a/ id:a #one').record,
    read('authority b.example,2026\n/papers/a/ id:b .bib #two\n/papers/b/').record,
  ]);
  assert.deepEqual(renderRecord(merged).split('\n').slice(2, -1), [
    'authority a.example,2026',
    '/papers/a/ id:a .bib #one #two',
    '/papers/b/',
  ]);
});

test('every address has the file that it is served from', () => {
  const { record } = read('/ favicon.svg\n/feeds/papers/1.atom\n/papers/a/ .csl.json feed.xml');
  assert.deepEqual(
    listRecorded(record).map(({ file }) => file),
    [
      ...['index.html', 'favicon.svg', 'feeds/papers/1.atom'],
      ...['papers/a/index.html', 'papers/a.csl.json', 'papers/a/feed.xml'],
    ],
  );
});
