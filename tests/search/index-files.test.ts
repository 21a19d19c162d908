import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { endIndexing, makeIndexFiles } from '../../src/search/index-files.ts';
import { buildRecords } from '../../src/search/records.ts';
import { readEdition } from '../edition.ts';

const records = buildRecords(await readEdition());
after(endIndexing);

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

test('what strangers write is text, whatever it looks like', async () => {
  const [record] = records;
  assert.ok(record);
  const hostile =
    '</p><meta data-pagefind-meta="url:https://evil.example/"><b data-pagefind-ignore>&lt;x"';
  const meta = { ...record.meta, title: hostile, authors: hostile };
  const filters = { ...record.filters, person: [`x ${hostile}`] };
  const sections = [{ id: 'a"b', heading: hostile, paragraphs: [hostile, 'and on'] }];
  const files = await makeIndexFiles([{ ...record, meta, filters, sections, tldr: hostile }], 'en');
  const name = [...files.keys()].find((file) => file.startsWith('fragment/')) ?? '';
  const bytes = gunzipSync(files.get(name) ?? new Uint8Array());
  const kept = JSON.parse(bytes.subarray('pagefind_dcd'.length).toString()) as {
    url: string;
    content: string;
    meta: Record<string, string>;
    filters: Record<string, string[]>;
  };
  assert.equal(kept.url, record.url);
  assert.equal(kept.meta['title'], hostile);
  assert.equal(kept.meta['url'], undefined);
  // Pagefind reads entities twice here; the page shows it as text all the same.
  assert.deepEqual(kept.filters['person'], [`x ${hostile.replace('&lt;', '<')}`]);
  assert.ok(kept.content.includes('data-pagefind-ignore') && kept.content.includes('and on'));
});

test('a digest in a language without a search of its own is searched all the same', async () => {
  const names = [...(await makeIndexFiles(records.slice(0, 1), 'tlh')).keys()];
  assert.ok(names.includes('wasm.unknown.pagefind'));
});
