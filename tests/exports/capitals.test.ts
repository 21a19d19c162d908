import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { splitCapitals } from '../../src/exports/capitals.ts';

const protect = (title: string) =>
  splitCapitals(title, '', title)
    .map(({ text, kept }) => (kept ? `{${text}}` : text))
    .join('');

test('capitals that say something are kept, and the others left to the style', () => {
  for (const expected of [
    'Evolving Deeper {LLM} Thinking',
    'Titans: {Learning} to Memorize at Test Time',
    '{DeepSeek-V3} Technical Report',
    '{DeepSeek-R1}: {Incentivizing} Reasoning Capability in {LLMs} via Reinforcement Learning',
    '{Transformer²}: {Self-adaptive} {LLMs}',
    'Attention Is All You Need',
    'What {I} Learned from Vitamin {C}',
    '{U-Net} for {iOS} and {GPT-4o}',
    'Can It? {Yes} It Can',
    'A Study of a Furnace, and {A-MEM} in It',
  ]) {
    assert.equal(protect(expected.replace(/[{}]/g, '')), expected);
  }
});

test('in a title in small letters every capital is a name', () => {
  assert.equal(
    protect('On the convergence of Adam with Bayesian priors and other optimisers'),
    'On the convergence of {Adam} with {Bayesian} priors and other optimisers',
  );
});

test('a title all in capitals keeps none, an abbreviation alone all', () => {
  assert.equal(protect('ATTENTION IS ALL YOU NEED'), 'ATTENTION IS ALL YOU NEED');
  assert.equal(protect('BERT'), '{BERT}');
});

test('joined again the stretches are the piece', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (piece, before) => {
      const joined = splitCapitals(piece, before, before + piece).map(({ text }) => text);
      assert.equal(joined.join(''), piece);
    }),
  );
});
