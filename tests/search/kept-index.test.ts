import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test, type TestContext } from 'node:test';
import { assemble } from '../../src/digest/assemble.ts';
import type { Edition } from '../../src/digest/edition.ts';
import { cacheFolder } from '../../src/digest/folders.ts';
import { entryKinds, readEntries } from '../../src/digest/read.ts';
import { writeInto } from '../../src/making/make.ts';
import { loadIndexFiles } from '../../src/search/kept-index.ts';
import { writeArchive, type ArchiveOptions } from '../archive/archive.ts';
import { Dice } from '../archive/dice.ts';
import { edits } from '../full/random-edits.ts';

/** An archive whose index can be loaded again and again. */
function openArchive(t: TestContext, options: ArchiveOptions) {
  const content = mkdtempSync(path.join(tmpdir(), 'digest-search-'));
  t.after(() => {
    for (const folder of [content, cacheFolder(content)])
      rmSync(folder, { recursive: true, force: true });
  });
  const { papers, files: sources } = writeArchive(content, options);
  const cache = path.join(cacheFolder(content), 'search');
  const readEdition = async (): Promise<Edition> => {
    const entries = readEntries(content, entryKinds);
    const { edition, problems } = await assemble(content, entries, { drawings: false });
    assert.ok(edition, JSON.stringify(problems));
    return edition;
  };
  /** @param has hashes of files as a site has them, which are not read */
  const load = async (edition: Edition, has = new Map<string, string>()) => {
    let indexed = 0;
    const read: string[] = [];
    const treeOf: Edition['treeOf'] = (entry) => {
      read.push(entry.file);
      return edition.treeOf(entry);
    };
    const files = new Map<string, Uint8Array>();
    const hashes = new Map<string, string>();
    await loadIndexFiles(
      { ...edition, treeOf },
      content,
      () => (indexed += 1),
      (file) => {
        hashes.set(file.path, file.hash);
        if (has.get(file.path) !== file.hash) files.set(file.path, Uint8Array.from(file.read()));
      },
    );
    return { files, hashes, indexed, read, kept: readdirSync(cache) };
  };
  const change = (file: string, change: (text: string) => string) => {
    const at = path.join(content, file);
    writeFileSync(at, change(readFileSync(at, 'utf8')));
  };
  /** As it is made at once. */
  const loadClean = async (edition: Edition) => {
    rmSync(cache, { recursive: true });
    return await load(edition);
  };
  return { content, papers, sources, cache, readEdition, load, loadClean, change };
}

const kindOf = (name: string) => name.replace(/\/.*/, '').replace(/.*\./, '');

test('what has not changed is neither read nor indexed again', async (t) => {
  // Of three months of forty.
  const archive = openArchive(t, { papers: 120, papersAMonth: 40 });
  const { papers } = archive;
  const first = await archive.load(await archive.readEdition());
  assert.equal(first.indexed, papers.length);

  const edition = await archive.readEdition();
  const second = await archive.load(edition, first.hashes);
  assert.deepEqual([second.indexed, second.read, second.files.size], [0, [], 0]);
  assert.deepEqual(second.kept, first.kept);
  assert.deepEqual((await archive.load(edition)).files, first.files);

  const { slug, issue } = papers[50]!;
  archive.change(`papers/${issue}/${slug}/index.mdx`, (text) =>
    text.replace('## Results', 'Xylophones.\n\n$&'),
  );
  const changed = await archive.readEdition();
  const third = await archive.load(changed, first.hashes);
  assert.deepEqual([third.indexed, third.read.length], [1, 1]);
  assert.ok(third.read[0]?.endsWith(`/papers/${issue}/${slug}/index.mdx`));
  // Its text, words, and what names the files; no filter, no vocabulary and no program.
  const fresh = [...third.files.keys()].map(kindOf);
  assert.equal(fresh.filter((kind) => kind === 'fragment').length, 1);
  assert.deepEqual([...new Set(fresh)].sort(), ['fragment', 'index', 'json', 'pf_meta']);
  assert.ok(!third.files.has('words.json'));
  // What was kept of the old state is gone.
  const clean = await archive.loadClean(changed);
  assert.deepEqual(third.kept, clean.kept);
  const all = new Map([...first.files, ...third.files]);
  assert.deepEqual(
    new Map([...third.hashes.keys()].map((name) => [name, all.get(name)])),
    clean.files,
  );
});

test('after any edits, the files are those of a clean index', async (t) => {
  // Two years of more than a hundred, so in parts of months: more of them than one group has.
  const archive = openArchive(t, { papers: 210, papersAMonth: 10 });
  const dice = new Dice(11);
  const write = (files: ReadonlyMap<string, string>) => {
    rmSync(archive.content, { recursive: true });
    for (const [name, text] of files) writeInto(archive.content, name, text);
  };
  const files = new Map(archive.sources);
  const rounds = [
    ['a sentence and a formula more', 'a new paper', 'another title'],
    ['a paper less', 'another slug', 'another author and day', 'another label of a tag'],
  ];
  let site = await archive.load(await archive.readEdition());
  for (const [number, round] of rounds.entries()) {
    for (const [at, edit] of round.entries()) edits[edit]!(files, dice, 10 * number + at);
    write(files);
    const edition = await archive.readEdition();
    const { hashes, files: fresh } = await archive.load(edition, site.hashes);
    const known = new Map([...site.files, ...fresh]);
    site = await archive.loadClean(edition);
    assert.deepEqual(hashes, site.hashes);
    for (const [name, bytes] of site.files) assert.deepEqual(known.get(name), bytes, name);
  }
});

test('what a disk has spoilt or somebody has taken out is made again', async (t) => {
  const archive = openArchive(t, { papers: 12, papersAMonth: 12 });
  const edition = await archive.readEdition();
  const first = await archive.load(edition);
  for (const [at, name] of first.kept.entries()) {
    const file = path.join(archive.cache, name);
    const bytes = readFileSync(file);
    const half = bytes.length >> 1;
    if (at % 3 === 0) rmSync(file);
    else if (at % 3 === 1) writeFileSync(file, bytes.subarray(0, half));
    else writeFileSync(file, bytes.fill(bytes[half]! ^ 1, half, half + 1));
    const again = await archive.load(edition);
    assert.deepEqual(again.files, first.files, name);
    // The index of a site that has all of it need not be looked at.
    assert.equal((await archive.load(edition, first.hashes)).files.size, 0);
  }
});

test('a digest without papers has an index', async (t) => {
  const archive = openArchive(t, { papers: 1 });
  const edition = await archive.readEdition();
  const none = { ...edition, digest: { ...edition.digest, papers: [] } };
  const { files, hashes } = await archive.load(none);
  assert.ok(files.has('pagefind-entry.json') && files.has('pagefind.js'));
  assert.equal(Buffer.from(files.get('words.json')!).toString(), '[]');
  assert.equal((await archive.load(none, hashes)).files.size, 0);
});
