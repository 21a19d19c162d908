import assert from 'node:assert/strict';
import { test } from 'node:test';
import { share, type Part } from '../../src/mail/cut.ts';

const part = (...sizes: number[]): Part => ({ sizes, mayEnd: () => true });

test('what fits is whole', () => {
  assert.deepEqual(share([part(10, 10), part(5)], 25), [2, 1]);
  assert.deepEqual(share([part(), part(5)], 5), [0, 1]);
});

test('every part gets as much as every other, and what a short one leaves the others share', () => {
  assert.deepEqual(share([part(10, 10, 10), part(10, 10, 10)], 40), [2, 2]);
  assert.deepEqual(share([part(10, 10, 10, 10), part(10), part(10, 10, 10, 10)], 70), [3, 1, 3]);
  // Ten more would go to one of two that are alike.
  assert.deepEqual(share([part(10, 10), part(10, 10)], 30), [1, 1]);
});

test('nothing is cut within a block, and a large one stands in nobody’s way', () => {
  assert.deepEqual(share([part(10, 1_000), part(10, 10)], 40), [1, 2]);
  assert.deepEqual(share([part(1_000), part(10)], 40), [0, 1]);
  assert.deepEqual(share([part(10)], 9), [0]);
  assert.deepEqual(share([part(10)], -5), [0]);
  assert.deepEqual(share([], 5), []);
});

test('no part ends where it may not, but at its end', () => {
  const heading: Part = { sizes: [5, 20, 5, 20], mayEnd: (blocks) => blocks % 2 === 0 };
  assert.deepEqual(share([heading], 30), [2]);
  assert.deepEqual(share([heading], 24), [0]);
  assert.deepEqual(share([{ sizes: [5], mayEnd: () => false }], 5), [1]);
});
