import assert from 'node:assert/strict';
import { test } from 'node:test';
import { count, listNames, longDate, monthOfYear, readingMinutes, shortDate } from '../src/text.ts';

test('dates are written without a clock or a locale', () => {
  assert.equal(longDate('2026-03-02'), '2 March 2026');
  assert.equal(shortDate('2026-03-22'), 'Mar 22');
  assert.equal(monthOfYear('2025-12'), 'December 2025');
});

test('counts agree with their noun', () => {
  assert.equal(count(1, 'paper'), '1 paper');
  assert.equal(count(0, 'paper'), '0 papers');
  assert.equal(count(1234567, 'summary', 'summaries'), '1,234,567 summaries');
});

test('names are listed, and those beyond a few counted', () => {
  assert.equal(listNames([], 2), '');
  assert.equal(listNames(['a'], 2), 'a');
  assert.equal(listNames(['a', 'b'], 2), 'a and b');
  assert.equal(listNames(['a', 'b', 'c'], 2), 'a, b and c');
  assert.equal(listNames(['a', 'b', 'c', 'd'], 2), 'a, b and 2 more');
});

test('reading takes a minute at least, and formulas take time', () => {
  assert.equal(readingMinutes(0, 0), 1);
  assert.equal(readingMinutes(2200, 0), 10);
  assert.ok(readingMinutes(2200, 100) > 12);
});
