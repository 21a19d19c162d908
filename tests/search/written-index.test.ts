import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { endIndexing, makeIndexFiles } from '../../src/search/index-files.ts';
import { compress, isOfPapers, type IndexFiles } from '../../src/search/pagefind-format.ts';
import { buildRecords, type SearchRecord } from '../../src/search/records.ts';
import {
  canRead,
  joinSegments,
  mergeSegments,
  packSegment,
  readSegment,
  takeSegment,
  unpackSegment,
  type Segment,
} from '../../src/search/segments.ts';
import { writeIndex } from '../../src/search/written-index.ts';
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
      // Few have an id of their own.
      meta:
        at < 100
          ? { ...record.meta, tags: '', aliases: '' }
          : { ...record.meta, id: at === 200 ? 'own' : '' },
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

const records = await inventRecords();
const whole = await makeIndexFiles(records, 'en');

/** Segments of parts of the records, with the texts of all. */
async function indexParts(...sizes: number[]) {
  const segments: Segment[] = [];
  const texts = new Map<string, Uint8Array>();
  for (const part of inParts(records, ...sizes)) {
    const files = await makeIndexFiles(part, 'en');
    segments.push(readSegment(files));
    for (const [name, bytes] of files) if (name.startsWith('fragment/')) texts.set(name, bytes);
  }
  return { segments, texts };
}

/** The index of some segments, with the texts and the programs that it would have beside it. */
async function write(segments: readonly Segment[], texts: IndexFiles): Promise<IndexFiles> {
  const files = new Map([...whole].filter(([name]) => !isOfPapers(name)).concat([...texts]));
  const joined = joinSegments(segments);
  const names = joined.papers.map(([name]) => name);
  const dates = records.map(({ date }) => date);
  for (const { path, bytes, isCompressed } of writeIndex(joined, names, dates))
    files.set(path, isCompressed ? await compress(bytes) : bytes);
  return files;
}

test('joined segments are written as what Pagefind makes of all papers at once', async () => {
  const { segments, texts } = await indexParts(1, 99, 160, 40);
  const [expected, found] = [readIndex(whole), readIndex(await write(segments, texts))];
  assert.ok([...expected.contents.values()].filter((kind) => kind === 'pf_index').length > 2);
  assert.equal(found.count, records.length);
  assert.ok(found.meta === expected.meta, 'the same papers, words, filters and order');
  assert.deepEqual(new Set(found.contents.keys()), new Set(expected.contents.keys()));
  assert.ok(
    [...found.contents].every(([name, content]) => expected.contents.get(name) === content),
    'the same words and texts',
  );
});

test('in whatever groups segments are joined and kept, the same is written', async () => {
  const { segments, texts } = await indexParts(1, 99, 160, 40);
  const expected = await write(segments, texts);
  const [first, second, third, last] = segments.map((one) => unpackSegment(packSegment(one)));
  assert.ok(first && second && third && last);
  const grouped = [
    [mergeSegments([first, second]), mergeSegments([third, last])],
    [mergeSegments([mergeSegments([first, second, third]), last])],
    [first, mergeSegments([second, third]), last],
  ];
  for (const group of grouped) assert.deepEqual(await write(group, texts), expected);
});

test('a segment is cut into what Pagefind makes of fewer papers', async () => {
  const { segments, texts } = await indexParts(100, 150, 50);
  const [first, second, third] = segments;
  assert.ok(first && second && third);
  const cut = [
    first,
    takeSegment(second, 0, 1),
    takeSegment(takeSegment(second, 1, 140), 0, 60),
    takeSegment(second, 61, 150),
    third,
  ];
  assert.deepEqual(await write(cut, texts), await write(segments, texts));
  const [own] = (await indexParts(100, 1)).segments.slice(1);
  const { papers, filters, postings } = takeSegment(second, 0, 1);
  assert.deepEqual(
    { papers, filters, postings },
    {
      papers: own?.papers,
      filters: own?.filters,
      postings: own?.postings,
    },
  );
});

test('an index of another version is known for one, and so is one without papers', async () => {
  assert.ok(canRead(whole), 'Pagefind has another version: is the format still the same?');
  const files = new Map(whole);
  files.set('pagefind-entry.json', Buffer.from('{"version":"9.0.0","languages":{"en":{}}}'));
  assert.ok(!canRead(files));
  assert.ok(!canRead(await makeIndexFiles([], 'en')));
});
