import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test, type TestContext } from 'node:test';
import { copyMoved } from '../../src/cli/moved-files.ts';

function makeSite(context: TestContext, files: readonly string[]): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'moved-'));
  context.after(() => rmSync(folder, { recursive: true, force: true }));
  for (const file of files) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), `This is ${file}.`);
  }
  return folder;
}

test('what can be had beside a page lies at its former address too, and nothing else does', (context) => {
  const folder = makeSite(context, [
    'papers/new/index.html',
    'papers/new.bib',
    'papers/new.csl.json',
    'papers/newer.bib',
    'papers/old/index.html',
    'tags/iron/feed.xml',
    'tags/iron/index.html',
    'tags/steel/index.html',
  ]);
  const redirects = copyMoved(folder, '/digest/', [
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
  const read = (file: string) => readFileSync(path.join(folder, file), 'utf8');
  assert.equal(read('papers/old.bib'), 'This is papers/new.bib.');
  assert.equal(read('tags/steel/feed.xml'), 'This is tags/iron/feed.xml.');
  assert.equal(read('papers/old/index.html'), 'This is papers/old/index.html.');
});

test('nothing that is there is overwritten', (context) => {
  const folder = makeSite(context, ['papers/new.bib', 'papers/old.bib']);
  assert.throws(
    () => copyMoved(folder, '/', [{ from: '/papers/old/', to: '/papers/new/' }]),
    /Two things would stand at \/papers\/old\.bib\./,
  );
});
