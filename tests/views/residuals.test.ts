import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildStretches } from '../../src/views/residuals.ts';

const text = (title: string, ...weights: [maths: number, prose: number][]) => ({
  href: `#${title}`,
  title,
  weights: { maths: weights.map(([maths]) => maths), prose: weights.map(([, prose]) => prose) },
});

test('a paragraph with just its share of mathematics has no residual', () => {
  const [stretch] = buildStretches([text('even', [10, 90], [20, 180])]);
  assert.deepEqual(stretch?.stems, [0, 0]);
});

test('more mathematics than its length predicts points up, less points down', () => {
  const [stretch] = buildStretches([text('mixed', [100, 0], [0, 100])]);
  assert.deepEqual(stretch?.stems, [1, -1]);
});

test('texts drawn together have one prediction and one scale', () => {
  const [dense, plain] = buildStretches([text('dense', [100, 0]), text('plain', [0, 75], [0, 25])]);
  assert.deepEqual(dense?.stems, [1]);
  // 37.5 and 12.5 characters below what is predicted, of at most 50; heights are square roots.
  assert.deepEqual(plain?.stems, [-0.866, -0.5]);
});

test('nothing to draw, and nothing but prose, are drawn as a plain line', () => {
  assert.deepEqual(buildStretches([]), []);
  assert.deepEqual(buildStretches([text('listing')])[0]?.stems, []);
  assert.deepEqual(buildStretches([text('prose', [0, 10], [0, 500])])[0]?.stems, [0, 0]);
});

test('a stretch is called by its title up to the colon', () => {
  assert.equal(buildStretches([text('Titans: Learning to Memorize')])[0]?.text, 'Titans');
});
