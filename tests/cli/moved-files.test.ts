import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listMoved } from '../../src/cli/moved-files.ts';

test('what can be had beside a page lies at its former address too, and nothing else does', () => {
  const files = new Set([
    'papers/new/index.html',
    'papers/new.bib',
    'papers/new.csl.json',
    'papers/newer.bib',
    'papers/old/index.html',
    'tags/iron/feed.xml',
    'tags/iron/index.html',
    'tags/steel/index.html',
  ]);
  const { copies, redirects } = listMoved(files, '/digest/', [
    { from: '/digest/tags/steel/', to: '/digest/tags/iron/' },
    { from: '/digest/papers/old/', to: '/digest/papers/new/' },
  ]);
  assert.deepEqual(
    redirects.map(({ from, to }) => `${from} ${to}`),
    [
      '/digest/papers/old.bib /digest/papers/new.bib',
      '/digest/papers/old.csl.json /digest/papers/new.csl.json',
      '/digest/papers/old/ /digest/papers/new/',
      '/digest/tags/steel/ /digest/tags/iron/',
      '/digest/tags/steel/feed.xml /digest/tags/iron/feed.xml',
    ],
  );
  assert.deepEqual(
    copies.map(({ from, to }) => `${from} ${to}`),
    [
      'tags/iron/feed.xml tags/steel/feed.xml',
      'papers/new.bib papers/old.bib',
      'papers/new.csl.json papers/old.csl.json',
    ],
  );
});

test('nothing that is there is overwritten', () => {
  const files = new Set(['papers/new.bib', 'papers/old.bib']);
  assert.throws(
    () => listMoved(files, '/', [{ from: '/papers/old/', to: '/papers/new/' }]),
    /Two things would stand at \/papers\/old\.bib\./,
  );
});
