import assert from 'node:assert/strict';
import test from 'node:test';
import { oneLine, renderExcerpt } from '../../src/digest/excerpt.ts';

const shown = (source: string, column: number) => renderExcerpt(source, { line: 7, column });
/** The character above the caret. */
const marked = (source: string, column: number) => {
  const [line, caret] = shown(source, column);
  return [...line][caret.length - 1];
};

test('a line with a caret under its column', () => {
  assert.deepEqual(shown('ab <br> c', 4), ['  7 | ab <br> c', '         ^']);
  assert.deepEqual(shown('', 1), ['  7 |', '      ^']);
  assert.deepEqual(shown('ab\r', 9), ['  7 | ab', '        ^']);
});

test('tabs, wide letters, marks and emoji keep the caret in its place', () => {
  assert.deepEqual(shown('\ta\tb', 4), ['  7 |     a    b', '               ^']);
  assert.deepEqual(shown('学习 x', 4), ['  7 | 学习 x', '           ^']);
  assert.deepEqual(shown('e\u0301 x', 4), ['  7 | e\u0301 x', '        ^']);
  assert.deepEqual(shown('👩‍🔬 x', 7), ['  7 | 👩‍🔬 x', '         ^']);
});

test('what cannot be seen is seen, and moves nothing', () => {
  assert.deepEqual(shown('a\u200bb\u202ec\u001b[2Jd', 2), ['  7 | a�b�c�[2Jd', '       ^']);
  assert.deepEqual(shown('zero\u200b', 5), ['  7 | zero�', '          ^']);
  assert.deepEqual(shown('\u0085\u2028\ud800', 3), ['  7 | ���', '        ^']);
});

test('a long line is cut about the caret', () => {
  const source = `${'a'.repeat(500)}<${'b'.repeat(500)}`;
  const [line, caret] = shown(source, 501);
  assert.equal(marked(source, 501), '<');
  assert.match(line, /^ {2}7 \| …a+<b+…$/);
  assert.ok(line.length < 110, String(line.length));
  assert.equal(caret.trim(), '^');
  assert.equal(marked(`${'a'.repeat(500)}<`, 501), '<');
  assert.match(shown(`${'a'.repeat(500)}<`, 501)[0], /…a{98}<$|…a+<$/);
  assert.match(shown(`<${'a'.repeat(500)}`, 1)[0], /^ {2}7 \| <a{97}…$/);
  assert.equal(marked(`${'学'.repeat(300)}x`, 301), undefined);
  const started = performance.now();
  shown('\t'.repeat(1_000_000), 500_000);
  assert.ok(performance.now() - started < 500);
});

test('one line that gives no orders', () => {
  assert.equal(oneLine('a\u001b[2J\nb\u2028c'), 'a [2J b c');
  assert.equal(oneLine(' ::error::x'), 'error::x');
  assert.equal(oneLine('a ##[add-mask]b'), 'a ## [add-mask]b');
  assert.equal(oneLine('a\u202eb'), 'a b');
});
