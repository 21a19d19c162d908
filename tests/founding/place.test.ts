import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { placeContent } from '../../src/founding/place.ts';

const root = mkdtempSync(path.join(tmpdir(), 'digest-place-'));
after(() => rmSync(root, { recursive: true, force: true }));
const content = path.join(root, 'content');

test('an empty folder is taken, a full one moved', () => {
  mkdirSync(content);
  assert.deepEqual(placeContent(content, new Map([['a/b.yaml', 'one']])), {});
  assert.deepEqual(placeContent(content, new Map([['a/b.yaml', 'two']])), {
    aside: `${content}.old`,
  });
  assert.equal(readFileSync(path.join(content, 'a/b.yaml'), 'utf8'), 'two');
  assert.equal(readFileSync(path.join(`${content}.old`, 'a/b.yaml'), 'utf8'), 'one');
});

test('what cannot be written leaves all as it was', () => {
  const before = readdirSync(root, { recursive: true }).sort();
  const listeners = process.listenerCount('SIGINT');
  const files = new Map([
    ['a', 'a file'],
    ['a/b', 'in a file'],
  ]);
  assert.throws(() => placeContent(content, files));
  assert.deepEqual(readdirSync(root, { recursive: true }).sort(), before);
  assert.equal(process.listenerCount('SIGINT'), listeners);
});

test('a folder of that name that is there for another reason is left alone', () => {
  mkdirSync(`${content}.new`);
  writeFileSync(path.join(`${content}.new`, 'mine'), '');
  placeContent(content, new Map([['c', '']]));
  assert.deepEqual(readdirSync(`${content}.new`), ['mine']);
  assert.deepEqual(readdirSync(content), ['c']);
});
