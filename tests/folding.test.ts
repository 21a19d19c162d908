import assert from 'node:assert/strict';
import { test } from 'node:test';
import { foldWords } from '../src/folding.ts';

for (const [text, words] of [
  ['Erdős, Pál', ['erdos', 'pal']],
  ['Søren Łukasz Ægir', ['soren', 'lukasz', 'aegir']],
  ['Sean O’Neill-Smith', ['sean', 'oneill', 'smith']],
  ['J.L. Cai', ['j', 'l', 'cai']],
  ['李文', ['李', '文']],
  ['김민준', ['김민준']],
  ['Ольга Ё', ['ольга', 'е']],
  ['µP ﬁne ½', ['μp', 'fine', '1', '2']],
  ['  <b>&"\u202e ', ['b']],
  ['', []],
] as const) {
  test(`folded: ${text}`, () => assert.deepEqual(foldWords(text), words));
}

test('what is folded once is folded', () => {
  const words = foldWords('Gerd Müller-Ødegård 李 Αθηνά');
  assert.deepEqual(foldWords(words.join(' ')), words);
});
