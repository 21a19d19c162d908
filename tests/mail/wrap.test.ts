import assert from 'node:assert/strict';
import { test } from 'node:test';
import { wrap, WIDTH } from '../../src/mail/wrap.ts';

const long = 'word '.repeat(40).trim();
const lengths = (text: string) => text.split('\n').map((line) => [...line].length);

test('lines end at spaces, and none is longer than 72 characters', () => {
  const wrapped = wrap(long);
  assert.ok(lengths(wrapped).every((length) => length <= WIDTH));
  assert.equal(wrapped.replaceAll('\n', ' '), long);
  assert.equal(wrap('a\n\nb'), 'a\n\nb');
  assert.equal(wrap(''), '');
});

test('what is longer than a line stays whole', () => {
  const address = `https://example.org/${'a'.repeat(100)}`;
  assert.equal(wrap(`see ${address} now`), `see\n${address}\nnow`);
});

test('the lines of an item stand under its text', () => {
  assert.match(wrap(`– ${long}`), /^– word[^\n]*\n {2}word/);
  assert.match(wrap(`12. ${long}`), /^12\. word[^\n]*\n {4}word/);
  assert.match(wrap(`[3] ${long}`), /^\[3\] word[^\n]*\n {4}word/);
  assert.match(wrap(`  – ${long}`), /^ {2}– word[^\n]*\n {4}word/);
});

test('code stays as it is', () => {
  const code = `x = ${long}`;
  assert.equal(wrap(`  ${code}`, new Set([code])), `  ${code}`);
});

test('cells stand in columns, or behind strokes where those would be too wide', () => {
  assert.equal(
    wrap('alloy\theat\nfirst\t1.25\nthe second\t12'),
    'alloy       heat\nfirst       1.25\nthe second  12',
  );
  assert.equal(wrap('before\na\tb\nafter'), 'before\na  b\nafter');
  assert.equal(
    wrap(`${'a'.repeat(40)}\t${'b'.repeat(40)}`),
    `${'a'.repeat(40)} |\n${'b'.repeat(40)}`,
  );
});

test('characters of two units count once', () => {
  assert.deepEqual(lengths(wrap('𝔼𝔼𝔼 '.repeat(18).trim())), [71]);
});
