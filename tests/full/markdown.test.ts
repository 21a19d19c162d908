import { test } from 'node:test';
import fc from 'fast-check';
import { assertSame, trees } from '../body/round-trip.ts';

test('thousands of random trees come back from Markdown', () => {
  for (const seed of [1, 2]) fc.assert(fc.property(trees, assertSame), { numRuns: 5_000, seed });
});
