import assert from 'node:assert/strict';
import test from 'node:test';
import { applyEdits } from '../../src/digest/edits.ts';
import { mendText } from '../../src/digest/mend-text.ts';
import type { Edit, Problem } from '../../src/problem.ts';

function slip(line: number, column: number, old: string, text: string, code = 'bad'): Problem {
  const edit: Edit = { line, column, old, text };
  const words = { message: `\`${old}\` is bad.`, fix: 'Mend it.' };
  return { file: 'a.mdx', line, column, severity: 'error', code, ...words, edit };
}

test('edits are done at their places, and all else stays byte for byte', () => {
  const source = '\uFEFFone\r\n two <br> three<br>\r\n\r\nfour ';
  const { text, applied } = applyEdits(source, [
    slip(2, 16, '>', ' />'),
    slip(4, 5, '', '\nfive'),
    slip(2, 6, '<br>', '<br />'),
  ]);
  assert.equal(text, '\uFEFFone\r\n two <br /> three<br>\r\n\r\nfour\r\nfive ');
  assert.equal(applied.length, 2);
});

test('of edits that overlap the first is done; a void edit is not', () => {
  const edit = (...slips: Problem[]) => applyEdits('abcdef\n', slips).text;
  assert.equal(edit(slip(1, 2, 'bcd', 'x'), slip(1, 3, 'c', 'y')), 'axef\n');
  assert.equal(edit(slip(1, 2, '', 'x'), slip(1, 2, 'b', 'y')), 'axbcdef\n');
  assert.equal(edit(slip(1, 1, 'b', 'x')), 'abcdef\n');
  assert.equal(edit(slip(9, 1, '', 'x')), 'abcdef\n');
  assert.equal(edit(slip(1, 90, '', 'x')), 'abcdef\n');
  assert.equal(applyEdits('a\rb', [slip(1, 1, 'a', 'x')]).text, 'a\rb');
});

test('mending goes on until nothing is left, and is done when asked again', async () => {
  const judge = (text: string) => {
    const at = text.indexOf('aa');
    return at < 0 ? [] : [slip(1, at + 1, 'aa', 'a')];
  };
  const { text, mended, refused } = await mendText('aaaa b', judge);
  assert.deepEqual([text, mended.length, refused.length], ['a b', 3, 0]);
  assert.equal((await mendText(text, judge)).text, text);
});

test('an edit that would bring another error is left out, and the others are done', async () => {
  const { edit, ...worse } = { ...slip(1, 1, '', ''), code: 'worse' };
  assert.ok(edit);
  const judge = (text: string): Problem[] => [
    ...(text.includes('x') ? [slip(1, text.indexOf('x') + 1, 'x', 'yy')] : []),
    ...(text.includes('b') ? [slip(1, text.indexOf('b') + 1, 'b', 'c')] : []),
    ...(text.includes('y') ? [worse] : []),
  ];
  const { text, mended, refused } = await mendText('x b', judge);
  assert.equal(text, 'x c');
  assert.deepEqual(
    [mended, refused].map((list) => list.map(({ message }) => message)),
    [['`b` is bad.'], ['`x` is bad.']],
  );
});

test('an edit may bring to light what the next one mends', async () => {
  const judge = (text: string) => [
    ...(text.includes('x') ? [slip(1, 1, 'x', 'y')] : []),
    ...(text.includes('y') ? [slip(1, 1, 'y', 'z', 'hidden')] : []),
  ];
  const { text, refused } = await mendText('x', judge);
  assert.deepEqual([text, refused], ['z', []]);
});

test('edits that undo each other end', async () => {
  const judge = (text: string) => [slip(1, 1, text, text === 'a' ? 'b' : 'a')];
  const { text } = await mendText('a', judge);
  assert.match(text, /^[ab]$/);
});
