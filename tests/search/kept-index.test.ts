import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { assemble } from '../../src/digest/assemble.ts';
import type { Edition } from '../../src/digest/edition.ts';
import { cacheFolder } from '../../src/digest/folders.ts';
import { entryKinds, readEntries } from '../../src/digest/read.ts';
import { loadIndexFiles } from '../../src/search/kept-index.ts';
import { writeArchive } from '../archive/archive.ts';

test('what has not changed is neither read nor indexed again', async (t) => {
  const content = mkdtempSync(path.join(tmpdir(), 'digest-search-'));
  t.after(() => {
    for (const folder of [content, cacheFolder(content)])
      rmSync(folder, { recursive: true, force: true });
  });
  // Of three months of forty.
  const { papers } = writeArchive(content, { papers: 120, papersAMonth: 40 });
  const cache = path.join(cacheFolder(content), 'search');
  const load = async () => {
    const entries = readEntries(content, entryKinds);
    const { edition } = await assemble(content, entries, { drawings: false });
    assert.ok(edition);
    let indexed = 0;
    const read: string[] = [];
    const treeOf: Edition['treeOf'] = (entry) => {
      read.push(entry.file);
      return edition.treeOf(entry);
    };
    const files = await loadIndexFiles({ ...edition, treeOf }, content, () => (indexed += 1));
    return { files, indexed, read, kept: readdirSync(cache) };
  };
  const first = await load();
  assert.equal(first.indexed, papers.length);
  // Each month, and all of them.
  assert.equal(first.kept.length, 4);

  const second = await load();
  assert.deepEqual([second.indexed, second.read], [0, []]);
  assert.deepEqual(second.files, first.files);

  const { slug, issue } = papers[50]!;
  const file = path.join(content, 'papers', issue, slug, 'index.mdx');
  writeFileSync(file, readFileSync(file, 'utf8').replace('## Results', 'Xylophones.\n\n$&'));
  const third = await load();
  assert.equal(third.indexed, 40);
  assert.ok(third.read.every((one) => one.includes(`/${issue}/`)));
  // The other months are kept byte for byte; what was kept of the old state is gone.
  assert.equal(third.kept.filter((name) => first.kept.includes(name)).length, 2);
  assert.equal(third.kept.length, 4);
  const fragments = (files: typeof first.files) =>
    [...files].filter(([name]) => name.startsWith('fragment/'));
  const fresh = fragments(third.files).filter(([name]) => !first.files.has(name));
  assert.equal(fresh.length, 1);
  for (const [name, bytes] of fragments(third.files))
    if (first.files.has(name)) assert.deepEqual(bytes, first.files.get(name));

  // As it would have been made at once.
  rmSync(cache, { recursive: true });
  assert.deepEqual((await load()).files, third.files);
});
