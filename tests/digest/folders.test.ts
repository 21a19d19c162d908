import assert from 'node:assert/strict';
import path from 'node:path';
import test, { afterEach } from 'node:test';
import { contentFolder } from '../../src/digest/folders.ts';

const before = process.env['DIGEST_CONTENT'];
afterEach(() => {
  if (before === undefined) delete process.env['DIGEST_CONTENT'];
  else process.env['DIGEST_CONTENT'] = before;
});

test('the content folder is the one that is named, and `content` where none is', () => {
  process.env['DIGEST_CONTENT'] = 'elsewhere';
  assert.equal(contentFolder(), path.resolve('elsewhere'));
  delete process.env['DIGEST_CONTENT'];
  assert.equal(contentFolder(), path.resolve('content'));
});

test('a variable that is empty, as one that nobody set is in a workflow, names none', () => {
  for (const empty of ['', ' ']) {
    process.env['DIGEST_CONTENT'] = empty;
    assert.equal(contentFolder(), path.resolve('content'));
  }
});
