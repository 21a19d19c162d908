import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { cutFeed, DOCUMENT, loadNewest, weigh, type Weighed } from '../../src/feeds/cut.ts';
import type { FeedItem } from '../../src/feeds/feed.ts';

type Item = Weighed & { html: string };

function item(number: number, bytes = 100, updated?: string): Item {
  const published = new Date(Date.UTC(2025, 0, number)).toISOString().slice(0, 10);
  const html = 'x'.repeat(bytes);
  return {
    id: `tag:shore.example,2025:paper/${String(number).padStart(4, '0')}`,
    published,
    updated: updated ?? published,
    html,
    weight: weigh({ html, summary: '' }),
  };
}

const ids = (items: readonly Pick<Item, 'id'>[]) => items.map(({ id }) => Number(id.slice(-4)));
const items = (count: number) => Array.from({ length: count }, (_, index) => item(index + 1));
const range = (from: number, to: number) =>
  Array.from({ length: Math.abs(to - from) + 1 }, (_, at) => (from > to ? from - at : from + at));

test('what fits into one document has no archive', () => {
  const { newest, parts } = cutFeed(items(50));
  assert.deepEqual(ids(newest), range(50, 1));
  assert.deepEqual(parts, []);
});

test('a document holds the newest fifty; the archive begins with the oldest', () => {
  const { newest, parts } = cutFeed(items(120));
  assert.deepEqual(ids(newest), range(120, 71));
  assert.deepEqual(parts.map(ids), [range(25, 1), range(50, 26), range(75, 51), range(100, 76)]);
});

test('a part never changes because something new is published', () => {
  let before = cutFeed(items(50)).parts.map(ids);
  for (let count = 51; count <= 200; count += 1) {
    const { parts } = cutFeed(items(count));
    assert.deepEqual(parts.map(ids).slice(0, before.length), before, `${count}`);
    before = parts.map(ids);
  }
  assert.ok(before.length > 5);
});

test('what is corrected comes back to what readers follow, and stays in its part', () => {
  const all = items(120);
  all[2] = item(3, 100, '2030-01-01');
  const { newest, parts } = cutFeed(all);
  assert.deepEqual(ids(newest), [3, ...range(120, 72)]);
  assert.deepEqual(ids(parts[0] ?? []), range(25, 1));
});

test('many corrections do not push out what no part holds yet', () => {
  const all = items(120).map((one, index) =>
    index < 80 ? { ...one, updated: '2030-01-01' } : one,
  );
  const { newest, parts } = cutFeed(all);
  assert.deepEqual(new Set([newest, ...parts].flat()), new Set(all));
  for (const number of range(101, 120)) assert.ok(ids(newest).includes(number));
});

test('no document is larger than readers take, and nothing is lost, whatever the sizes', () => {
  const sizes = fc.array(fc.integer({ min: 0, max: 340_000 }), { maxLength: 90 });
  fc.assert(
    fc.property(sizes, (bytes) => {
      const all = bytes.map((size, index) => item(index + 1, size));
      const { newest, parts } = cutFeed(all);
      for (const document of [newest, ...parts]) {
        assert.ok(document.length <= DOCUMENT.items);
        assert.ok(document.reduce((sum, { html }) => sum + html.length, 0) <= DOCUMENT.bytes);
        assert.equal(new Set(document).size, document.length);
      }
      assert.deepEqual(new Set([newest, ...parts].flat()), new Set(all));
      const archived = parts.flat();
      assert.equal(new Set(archived).size, archived.length);
    }),
    { numRuns: 60, seed: 5 },
  );
});

test('a sentence more in an old entry moves nothing', () => {
  const all = Array.from({ length: 80 }, (_, index) => item(index + 1, 30_100));
  const longer = all.map((one, index) => (index === 4 ? item(5, 30_400) : one));
  assert.deepEqual(cutFeed(longer).parts.map(ids), cutFeed(all).parts.map(ids));
  assert.ok(cutFeed(all).parts.length > 2);
});

test('of entries of different days the order of what comes in decides nothing', () => {
  const all = items(70);
  assert.deepEqual(cutFeed(all.toReversed()), cutFeed(all));
});

test('entries of one day stay in the order of the digest', async () => {
  const all = [3, 1, 2].map((number) => ({
    ...item(number),
    published: '2025-05-05',
    updated: '2025-05-05',
  }));
  assert.deepEqual(ids(cutFeed(all).newest), [3, 1, 2]);
  const taken = await loadNewest(all, (one) => Promise.resolve({ ...blank, ...one }));
  assert.deepEqual(ids(taken), [3, 1, 2]);
});

test('a feed without an archive has what a cut has as its newest, and makes no other entry', async () => {
  const sizes = fc.array(fc.integer({ min: 0, max: 340_000 }), { maxLength: 90 });
  const property = fc.asyncProperty(sizes, async (bytes) => {
    const all = bytes.map((size, index) => item(index + 1, size));
    const made: Item[] = [];
    const taken = await loadNewest(all, (one) => {
      made.push(one);
      return Promise.resolve({ ...blank, ...one });
    });
    // Of a feed that is cut no entry is certain to be among the newest, but for those that no part holds.
    const { newest, parts } = cutFeed(all);
    if (parts.length === 0) assert.deepEqual(ids(taken), ids(newest));
    assert.deepEqual(ids(taken), ids(all.toReversed().slice(0, taken.length)));
    assert.ok(made.length <= taken.length + 1);
    assert.ok(taken.length === DOCUMENT.items ? made.length === taken.length : true);
  });
  await fc.assert(property, { numRuns: 60, seed: 6 });
});

const blank: FeedItem = {
  ...{ id: '', url: '', title: '', authors: [], published: '', updated: '' },
  ...{ summary: '', topics: [], picture: '', html: '' },
};
