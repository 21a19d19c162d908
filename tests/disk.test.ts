import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { hashOf } from '../src/cache.ts';
import { Disk } from '../src/disk.ts';
import { KeyedFiles } from '../src/keyed-files.ts';

const root = mkdtempSync(join(tmpdir(), 'disk-'));
after(() => rmSync(root, { recursive: true }));
const file = join(root, 'a.mdx');

test('a run sees a file and a folder as they were when it first came to them', () => {
  writeFileSync(file, 'one');
  const disk = new Disk();
  assert.equal(disk.hashOf(file), hashOf('one'));
  assert.deepEqual(
    disk.list(root).map(({ name }) => name),
    ['a.mdx'],
  );
  writeFileSync(file, 'two');
  writeFileSync(join(root, 'b.mdx'), '');
  assert.equal(disk.hashOf(file), hashOf('one'));
  assert.equal(disk.list(`${root}/`).length, 1);
  const next = new Disk();
  assert.equal(next.hashOf(file), hashOf('two'));
  assert.equal(next.list(root).length, 2);
});

test('files longer than what is read at once are hashed whole, and names are sorted by code units', () => {
  const folder = join(root, 'long');
  mkdirSync(folder);
  for (const name of ['b', 'B', 'ä', 'a']) writeFileSync(join(folder, name), name.repeat(200_000));
  const disk = new Disk();
  const names = disk.list(folder).map(({ name }) => name);
  assert.deepEqual(names, ['B', 'a', 'b', 'ä']);
  for (const name of names)
    assert.equal(disk.hashOf(join(folder, name)), hashOf(name.repeat(200_000)));
});

test('what changed after its key was taken is read under another key', () => {
  writeFileSync(file, 'one');
  const files = new KeyedFiles('rules', new Disk());
  const key = files.keyOf('a.mdx', file);
  const unchanged = files.read('a.mdx', file);
  assert.deepEqual(unchanged, { key, bytes: Buffer.from('one') });
  writeFileSync(file, 'two');
  const changed = files.read('a.mdx', file);
  assert.notEqual(changed.key, key);
  assert.equal(changed.key, new KeyedFiles('rules', new Disk()).keyOf('a.mdx', file));
  const other = (rules: string, name: string) =>
    new KeyedFiles(rules, new Disk()).keyOf(name, file);
  assert.equal(new Set([changed.key, other('more', 'a.mdx'), other('rules', 'b.mdx')]).size, 3);
});
