import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { endIndexing, makeIndexFiles } from '../../src/search/index-files.ts';
import { canMerge, mergeIndexes, type IndexFiles } from '../../src/search/merging.ts';
import { buildRecords, type SearchRecord } from '../../src/search/records.ts';
import { readEdition } from '../edition.ts';

after(endIndexing);

/** Enough for words in many papers, for far numbers, and for more than one file of words. */
async function inventRecords(): Promise<SearchRecord[]> {
  const known = buildRecords(await readEdition());
  return Array.from({ length: 300 }, (_, at): SearchRecord => {
    const record = known[at % known.length]!;
    const words = Array.from({ length: 120 }, (_, word) => `w${(at * 7919 + word * word) % 4001}`);
    return {
      ...record,
      url: `${record.url}${at}/`,
      // Some of a kind on one day, and some without anything in a field or a filter.
      date: `20${10 + Math.floor(at / 40)}-0${1 + (at % 9)}-01`,
      // One has an id of its own.
      meta: {
        ...record.meta,
        ...(at === 200 && { id: 'own' }),
        ...(at < 100 && { tags: '', aliases: '' }),
      },
      filters: at % 3 === 0 ? { ...record.filters, tag: [], person: [] } : record.filters,
      sections: [
        ...record.sections,
        { paragraphs: [words.join(' '), 'naïve naive 𝔼x ﬁx Über uber'] },
      ],
    };
  });
}

function inParts<Item>(list: readonly Item[], ...sizes: number[]): Item[][] {
  let at = 0;
  return sizes.map((size) => list.slice(at, (at += size)));
}

/** What a browser reads: each file by its name, without the names that are only made to be told apart. */
function readIndex(files: IndexFiles) {
  const entry = JSON.parse(Buffer.from(files.get('pagefind-entry.json')!).toString()) as {
    languages: Record<string, { hash: string; page_count: number }>;
  };
  const names = new Map<string, string>();
  const contents = new Map<string, string>();
  for (const [name, bytes] of files) {
    const packed = /\.(pf_\w+)$/.exec(name)?.[1];
    const content = packed === undefined ? Buffer.from(bytes) : gunzipSync(bytes);
    if (packed === 'pf_index' || packed === 'pf_filter') {
      const own = content.toString('latin1');
      names.set(name.replace(/.*\/|\.\w+$/g, ''), own);
      contents.set(own, packed);
    }
    if (packed === 'pf_fragment') contents.set(name, content.toString());
  }
  const { en } = entry.languages;
  let meta = gunzipSync(files.get(`pagefind.${en?.hash}.pf_meta`)!).toString('latin1');
  for (const [name, own] of names) {
    // Its length is written before it.
    const head = (name.length < 24 ? '' : 'x') + String.fromCharCode(0x60 + name.length);
    assert.ok(meta.includes(head + name), name);
    meta = meta.replace(head + name, `<${own.length}>`);
  }
  return { meta, contents, count: en?.page_count };
}

test('merged indexes are what Pagefind makes of all papers at once', async () => {
  const records = await inventRecords();
  const whole = await makeIndexFiles(records, 'en');
  const pieces = [];
  for (const part of inParts(records, 1, 99, 0, 160, 40)) {
    if (part.length === 0) continue;
    const files = await makeIndexFiles(part, 'en');
    pieces.push({ files, dates: part.map(({ date }) => date) });
  }
  const merged = await mergeIndexes(pieces);
  const [expected, found] = [readIndex(whole), readIndex(merged)];
  assert.ok([...expected.contents.values()].filter((kind) => kind === 'pf_index').length > 2);
  assert.equal(found.count, records.length);
  assert.ok(found.meta === expected.meta, 'the same papers, words, filters and order');
  assert.deepEqual(new Set(found.contents.keys()), new Set(expected.contents.keys()));
  assert.ok(
    [...found.contents].every(([name, content]) => expected.contents.get(name) === content),
    'the same words and texts',
  );
  // The programs come once.
  const programs = (files: IndexFiles) =>
    [...files.keys()].filter((name) => !name.includes('.pf_'));
  assert.deepEqual(programs(merged), programs(whole));
});

test('an index of another version is known for one', async () => {
  const files = new Map(await makeIndexFiles([], 'en'));
  assert.ok(canMerge(files), 'Pagefind has another version: is the format still the same?');
  files.set('pagefind-entry.json', Buffer.from('{"version":"9.0.0","languages":{}}'));
  assert.ok(!canMerge(files));
});
