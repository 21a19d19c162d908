import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listWords, looksLikeFormula, readWords, standsIn } from '../../src/finder/query.ts';
import { mendWord } from '../../src/finder/slips.ts';
import { isAsking, readState, writeState } from '../../src/finder/state.ts';

test('what may be a formula is told by its signs', () => {
  for (const query of ['\\alpha', 'd_k', 'x^2', 'α', 'softmax(QK', 'a = b', 'αₜ', '$x$', 'x²'])
    assert.ok(looksLikeFormula(query), query);
  for (const query of ['memory', 'GPT-4o', 'C++', 'long context', 'Erdős', '“what is it?”', 'R1'])
    assert.ok(!looksLikeFormula(query), query);
});

const WORDS: [query: string, words: string][] = [
  ['Long-Context', 'long context'],
  ['  GPT-4o, C++ & co. ', 'gpt 4o c++ co.'],
  ['µP', 'μp'],
  ['"test time"', '"test time"'],
  ['d_k', 'd_k'],
  ['\\alpha_t', 'α_t'],
  ['$d_{k}$', 'd_k'],
  ['\\mathcal{L}', 'l'],
  ['\\mathrm{softmax}(QK^T', ''],
  ['\\sum_{i=1}', ''],
  ['p(x|y)', ''],
  ['softmax(QK', 'softmax qk'],
];
for (const [query, words] of WORDS) {
  test(`“${query}” asks for “${words}”`, () => assert.equal(readWords(query), words));
}

test('a word stands in a text with another ending, in a compound, without marks', () => {
  const words = listWords('Erdős trained quantised KV-cache models, running d_k and R1.');
  for (const word of [
    'erdos',
    'Erdős',
    'training',
    'quantises',
    'cache',
    'kvcache',
    'model',
    'run',
    'd_k',
    'r1',
    'quan',
  ])
    assert.ok(standsIn(word, words), word);
  for (const word of ['behruz', 'zebra', 'erdig', 'tranes', 'r2', 'ache'])
    assert.ok(!standsIn(word, words), word);
});

test('a slip is mended where one word is near enough', () => {
  const vocabulary = ['behrouz', 'erdos', 'memory', 'titans', 'transformers'];
  const mended: [string, string | undefined][] = [
    ['behruz', 'behrouz'],
    ['Érdös', 'erdos'],
    ['memroy', 'memory'],
    ['titens', 'titans'],
    ['trasnfomers', 'transformers'],
    ['time', undefined],
    ['gpt4', undefined],
    ['zzzzzz', undefined],
  ];
  for (const [slip, word] of mended) assert.equal(mendWord(slip, vocabulary), word, slip);
});

test('an address says what is searched, and nothing that is not', () => {
  const address = '?q=a+b&tag=memory&tag=llms&person=ada&sort=date';
  assert.equal(writeState(readState(address)), address);
  assert.equal(writeState(readState('?q=+&sort=up&other=1&tag=x&tag=x')), '?tag=x');
  assert.ok(!isAsking(readState('?q=++&sort=date')));
  assert.ok(isAsking(readState('?month=2025-01')));
});
