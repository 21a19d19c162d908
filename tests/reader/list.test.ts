import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  addTo,
  marked,
  merge,
  MOST,
  readList,
  without,
  writeList,
  type Kept,
} from '../../src/reader/list.ts';

const paper = (id: string, read = false): Kept => ({
  id,
  path: `papers/${id}/`,
  title: `About ${id}`,
  read,
});
const many = Array.from({ length: MOST }, (_, index) => paper(`paper-${index}`));

test('a list is read as it was written', () => {
  const papers = [paper('iron'), paper('slag', true)];
  assert.deepEqual(readList(writeList(papers)), { papers, left: 0 });
  assert.deepEqual(readList(null), { papers: [], left: 0 });
  assert.ok(writeList(many).length < 500_000);
});

test('what is no list is called broken, and a later version is left alone', () => {
  for (const stored of ['', '{', 'null', '7', '[]', '{}', '{"version":1}', '{"papers":[]}']) {
    assert.deepEqual(readList(stored), { papers: [], fault: 'broken', left: 0 }, stored);
  }
  assert.equal(readList('{"version":0,"papers":[]}').fault, 'broken');
  assert.equal(readList('{"version":2,"entries":{}}').fault, 'newer');
});

test('nothing in a list is trusted: what is unsound is left out and counted', () => {
  const unsound: unknown[] = [
    null,
    'iron',
    { ...paper('a'), id: '' },
    { ...paper('a'), id: 'a"]<b>' },
    { ...paper('a'), path: '/evil.example/' },
    { ...paper('a'), path: '//evil.example/' },
    { ...paper('a'), path: '../../other/' },
    { ...paper('a'), path: 'javascript:alert(1)/' },
    { ...paper('a'), path: 'papers/a' },
    { ...paper('a'), title: ' ' },
    { ...paper('a'), title: 'x'.repeat(501) },
    { ...paper('a'), title: 7 },
    { ...paper('a'), read: 'yes' },
    paper('iron', true),
  ];
  const stored = JSON.stringify({ version: 1, papers: [paper('iron'), ...unsound] });
  assert.deepEqual(readList(stored), {
    papers: [paper('iron')],
    fault: 'partly',
    left: unsound.length,
  });
  const extra = JSON.stringify({
    version: 1,
    papers: [{ ...paper('iron'), title: '<img onerror=alert(1)>', constructor: 1 }],
  });
  // Markup is text here, and no other key is kept.
  assert.deepEqual(readList(extra).papers, [{ ...paper('iron'), title: '<img onerror=alert(1)>' }]);
});

test('it holds so many papers and no more', () => {
  assert.equal(addTo(many, paper('one-more')), undefined);
  assert.equal(addTo(many, paper('paper-3'))?.length, MOST);
  const over = readList(writeList([...many, paper('one-more')]));
  assert.equal(over.papers.length, MOST);
  assert.equal(over.left, 1);
});

test('a paper is put in front, marked and taken off by its id, whatever its title and address are now', () => {
  const papers = addTo(addTo([], paper('iron'))!, paper('slag'))!;
  assert.deepEqual(
    papers.map(({ id }) => id),
    ['slag', 'iron'],
  );
  const read = marked(papers, 'iron', true);
  const moved = { ...paper('iron'), path: 'papers/steel/', title: 'About steel' };
  assert.deepEqual(addTo(read, moved), [paper('slag'), { ...moved, read: true }]);
  assert.deepEqual(without(read, 'iron'), [paper('slag')]);
});

test('of two lists, what is read in one is read, and what finds no room is counted', () => {
  assert.deepEqual(
    merge([paper('iron'), paper('slag', true)], [paper('iron', true), paper('ore')]),
    {
      papers: [paper('iron', true), paper('slag', true), paper('ore')],
      added: 1,
      left: 0,
    },
  );
  const { papers, added, left } = merge(many.slice(1), [paper('a'), paper('b')]);
  assert.deepEqual([papers.length, added, left], [MOST, 1, 1]);
});
