import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listAliases } from '../../src/search/aliases.ts';

const FOUND: [text: string, by: string[]][] = [
  ['the gate α decides', ['alpha']],
  ['the step αₜ of μP', ['alpha', 'alpha_t', 'alphat', 'mu', 'mup']],
  ['ϵ-greedy, with ε', ['epsilon']],
  ['divided by √dₖ, d_k or W_Q', ['dk', 'd_k', 'wq']],
  ['the divergence D_KL', ['kl', 'dkl']],
  ['over ℝ and 𝔼', ['r', 'e']],
  ['by Søren Łukasz', ['soren', 'lukasz']],
  ['quantisation optimises', ['quantization', 'optimizes']],
  ['quantized behavior', ['quantised', 'behaviour']],
  ['modelling analyses labeled', ['modeling', 'analyzes', 'labelled']],
  ['the centre, a catalogue', ['center', 'catalog']],
  ['gray artifact', ['grey', 'artefact']],
];

for (const [text, by] of FOUND) {
  test(`“${text}” is found by ${by.join(', ')}`, () => {
    const aliases = listAliases(text);
    const words = text.split(/\W+/);
    for (const alias of by)
      assert.ok(aliases.includes(alias) || words.includes(alias), `${alias}: ${aliases.join(' ')}`);
  });
}

test('ordinary words have no other', () => {
  const text =
    'The four courses of noise raise a vector, precise and supervised, long-context and state: 95.2% of 16K, GPT-4o and 李文 too.';
  assert.deepEqual(listAliases(text), []);
});

test('the order is one, and nothing stands twice', () => {
  assert.deepEqual(listAliases('β α β αₜ'), listAliases('αₜ α β'));
});
