import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { makeIndexFiles } from '../../src/search/index-files.ts';
import { loadIndexFiles } from '../../src/search/kept-index.ts';
import { cacheFolder } from '../../src/digest/folders.ts';
import { buildRecords } from '../../src/search/records.ts';
import { writeArchive } from '../archive/archive.ts';
import { readEdition } from '../edition.ts';

const records = buildRecords(await readEdition());

test('the same records give the same files, and no interface that nobody asks for', async () => {
  let made = 0;
  const files = await makeIndexFiles(records, 'en-GB', () => (made += 1));
  assert.equal(made, records.length);
  assert.deepEqual(await makeIndexFiles(records, 'en-GB'), files);
  const names = [...files.keys()];
  for (const name of [
    'pagefind.js',
    'pagefind-worker.js',
    'pagefind-entry.json',
    'wasm.en.pagefind',
  ])
    assert.ok(names.includes(name), name);
  assert.equal(names.filter((name) => name.startsWith('fragment/')).length, records.length);
  assert.deepEqual(
    names.filter((name) => /ui|highlight|wasm\.unknown/.test(name)),
    [],
  );
});

test('a digest in a language without a search of its own is searched all the same', async () => {
  const names = [...(await makeIndexFiles(records.slice(0, 1), 'tlh')).keys()];
  assert.ok(names.includes('wasm.unknown.pagefind'));
});

test('nothing is indexed twice while no text has changed', async (t) => {
  const content = mkdtempSync(path.join(tmpdir(), 'digest-search-'));
  t.after(() => {
    for (const folder of [content, cacheFolder(content)])
      rmSync(folder, { recursive: true, force: true });
  });
  const { papers } = writeArchive(content, { papers: 4 });
  let made = 0;
  const first = await loadIndexFiles(content, () => (made += 1));
  assert.equal(made, papers.length);
  const second = await loadIndexFiles(content, () => (made += 1));
  assert.equal(made, papers.length);
  assert.deepEqual([...second.keys()], [...first.keys()]);
  for (const [name, bytes] of first) assert.ok(Buffer.from(bytes).equals(second.get(name)!), name);
});
