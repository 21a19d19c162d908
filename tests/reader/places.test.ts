import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MOST, readPlaces, replacePlace, type Place } from '../../src/reader/places.ts';

const place = (path: string): Place => ({ path, anchor: 'method', blocks: 3 });

test('what was stored is read, and whatever is no place is left out', () => {
  assert.deepEqual(readPlaces(JSON.stringify([place('/a/'), place('/b/')])), [
    place('/a/'),
    place('/b/'),
  ]);
  for (const stored of [null, '', 'no JSON', '{}', 'null', '7', '"/a/"']) {
    assert.deepEqual(readPlaces(stored), [], String(stored));
  }
  const odd = [null, 7, {}, { ...place('/a/'), blocks: -1 }, { ...place('/a/'), anchor: 1 }];
  assert.deepEqual(readPlaces(JSON.stringify([...odd, place('/b/')])), [place('/b/')]);
});

test('a page has one place, the newest stands last, and the oldest pages go', () => {
  const many = Array.from({ length: MOST }, (_, index) => place(`/${index}/`));
  const next = replacePlace(many, '/new/', place('/new/'));
  assert.equal(next.length, MOST);
  assert.equal(next[0]?.path, '/1/');
  assert.equal(next.at(-1)?.path, '/new/');
  assert.deepEqual(replacePlace([place('/a/'), place('/b/')], '/a/', place('/a/')), [
    place('/b/'),
    place('/a/'),
  ]);
  assert.deepEqual(replacePlace([place('/a/')], '/a/', undefined), []);
  assert.equal(readPlaces(JSON.stringify([...many, place('/x/')])).length, MOST);
});
