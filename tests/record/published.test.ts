import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildPublished } from '../../src/record/published.ts';
import { listRecorded, renderRecord } from '../../src/record/record.ts';
import { readEdition } from '../edition.ts';

const { digest } = await readEdition();
const files = [
  ...['404.html', '_headers', '_redirects', '.nojekyll', '_astro/a.js', 'pictures/a.0.svg'],
  ...['index.html', 'robots.txt', 'papers/paper-1/index.html', 'papers/paper-1.csl.json'],
  ...['papers/first-iron/index.html', 'tags/alloys/index.html', 'tags/alloys/feed.xml'],
  ...['issues/2026-01/index.html', 'feeds/index.html', 'feeds/papers.xml', 'feeds/papers/1.xml'],
];

test('every file of a site that has a lasting name is recorded, with ids and anchors of papers', () => {
  const record = buildPublished(files, digest);
  assert.deepEqual(renderRecord(record).split('\n').slice(2, -1), [
    'authority ferrous.example,2025',
    '/ robots.txt',
    '/feeds/ papers.xml',
    '/feeds/papers/1.xml',
    '/issues/2026-01/ id:2026-01',
    '/papers/first-iron/',
    '/papers/paper-1/ id:paper-1 .csl.json #eq-heat #eq-warmth #fig-curve #fig-results #outcome #results #tab-heat #the-key-idea',
    '/tags/alloys/ feed.xml',
  ]);
  // In whatever order a disk lists them.
  assert.deepEqual(buildPublished(files.toReversed(), digest), record);
  assert.deepEqual(
    listRecorded(record)
      .map(({ file }) => file)
      .sort(),
    files.slice(6).sort(),
  );
});
