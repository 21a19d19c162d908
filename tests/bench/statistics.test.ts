import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatNumber, formatRatio, formatSpread, median } from './statistics.ts';

test('the median is the one in the middle, or between the two', () => {
  assert.equal(median([]), undefined);
  assert.equal(median([3]), 3);
  assert.equal(median([10, 9, 1]), 9);
  assert.equal(median([4, 1, 2, 100]), 3);
  const values = [3, 1, 2];
  median(values);
  assert.deepEqual(values, [3, 1, 2]);
});

test('numbers have three digits, and none is longer for rounding up', () => {
  assert.deepEqual([0.4, 9.994, 9.996, 12.34, 99.94, 99.96, 12_345].map(formatNumber), [
    '0.40',
    '9.99',
    '10.0',
    '12.3',
    '99.9',
    '100',
    '12,345',
  ]);
});

test('a median stands with what it lies between, where there is more than one', () => {
  assert.equal(formatSpread([]), '–');
  assert.equal(formatSpread([6.3]), '6.30');
  assert.equal(formatSpread([6.6, 6.1, 6.3]), '6.30 (6.10–6.60)');
});

test('a ratio is one of medians, and none without both', () => {
  assert.equal(formatRatio([1, 2, 30], [4, 4, 4]), '0.50×');
  assert.equal(formatRatio([1], []), '–');
  assert.equal(formatRatio([], [1]), '–');
  assert.equal(formatRatio([1], [0]), '–');
});
