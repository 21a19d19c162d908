import assert from 'node:assert/strict';
import {
  appendFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { KeptLines } from '../src/kept-lines.ts';

const root = mkdtempSync(path.join(tmpdir(), 'kept-'));
after(() => rmSync(root, { recursive: true, force: true }));

const keyOf = (digit: string) => digit.repeat(64);
const [a, b, c] = [keyOf('a'), keyOf('b'), keyOf('c')];
const treeName = (key: string) => `${key}.tree`;
const openNew = () => mkdtempSync(path.join(root, 'paper-'));
const add = (folder: string, key: string, entry: object) => {
  const kept = new KeptLines(folder, '.tree');
  kept.add([{ key, json: JSON.stringify(entry) }]);
  return kept;
};
const find = (folder: string, ...keys: string[]) => {
  const kept = new KeptLines(folder, '.tree');
  return keys.map((key) => kept.find(key));
};

test('what was added is found by its key, of two with one key the later', () => {
  const folder = openNew();
  add(folder, a, { id: 'first' });
  add(folder, b, { id: 'ö 数' });
  add(folder, a, { id: 'second' });
  assert.deepEqual(find(folder, a, b, c), [{ id: 'second' }, { id: 'ö 数' }, undefined]);
});

test('a line that a killed build left unfinished is nothing, and spoils none that follow', () => {
  const folder = openNew();
  add(folder, a, { id: 'one' });
  add(folder, b, { id: 'two' });
  const lines = path.join(folder, 'lines');
  truncateSync(lines, readFileSync(lines).length - 4);
  assert.deepEqual(find(folder, a, b), [{ id: 'one' }, undefined]);
  add(folder, c, { id: 'three' });
  assert.deepEqual(find(folder, a, b, c), [{ id: 'one' }, undefined, { id: 'three' }]);
});

test('what a disk has spoilt is not found, and a file that is gone from beside a line is known to be', () => {
  const folder = openNew();
  writeFileSync(path.join(folder, treeName(a)), '{}');
  add(folder, a, { id: 'one' });
  add(folder, b, { id: 'two' });
  const lines = path.join(folder, 'lines');
  writeFileSync(lines, readFileSync(lines, 'utf8').replace('{"id":"two"}', '{"id":"t\0o" }'));
  appendFileSync(lines, '\n\n short\n');
  assert.deepEqual(find(folder, a, b), [{ id: 'one' }, undefined]);
  const hasFile = () => new KeptLines(folder, '.tree').hasFile(a);
  assert.ok(hasFile());
  rmSync(path.join(folder, treeName(a)));
  assert.ok(!hasFile());
});

test('of what is no longer used, the oldest goes with its trees, once it is more than what is used', () => {
  const folder = openNew();
  const keys = Array.from({ length: 9 }, (_, index) => keyOf(String(index)));
  for (const key of keys) {
    const tree = path.join(folder, treeName(key));
    writeFileSync(tree, '{}');
    utimesSync(tree, 1, 1);
    add(folder, key, { text: 'x'.repeat(300_000) });
  }
  const used = new Set(keys.slice(1, 3));
  new KeptLines(folder, '.tree').prune(new Set(keys.slice(1, 5)));
  assert.equal(readdirSync(folder).length, 10, 'not more than what is used');
  new KeptLines(folder, '.tree').prune(used);
  const left = keys.filter((_, index) => find(folder, keys[index] ?? '')[0] !== undefined);
  assert.deepEqual(left, [keys[1], keys[2], keys[7], keys[8]]);
  assert.deepEqual(readdirSync(folder).sort(), [...left.map(treeName), 'lines'].sort());
});

test('pruning leaves the tree of a process that has not yet added its line', () => {
  const folder = openNew();
  for (const key of [a, b]) add(folder, key, { text: 'x'.repeat(800_000) });
  utimesSync(path.join(folder, 'lines'), 1, 1);
  const kept = new KeptLines(folder, '.tree');
  writeFileSync(path.join(folder, treeName(c)), '{}');
  kept.prune(new Set());
  assert.deepEqual(readdirSync(folder).sort(), [treeName(c), 'lines'].sort());
});
