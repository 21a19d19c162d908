import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readHues, renderHues } from '../../src/founding/hues.ts';
import { contrast, hue } from '../../src/schemas/hue.ts';

test('pairs and colours are taken as they are written, what is none is left to the schema', () => {
  assert.deepEqual(readHues('#0b6775/#6bcadb, #8a5700/#e9b354'), [
    { light: '#0b6775', dark: '#6bcadb' },
    { light: '#8a5700', dark: '#e9b354' },
  ]);
  assert.deepEqual(readHues('red #123'), [
    { light: 'red', dark: 'red' },
    { light: '#123', dark: '#123' },
  ]);
  assert.deepEqual(readHues(' '), []);
});

test('one colour makes six, of which the first is that colour', () => {
  const hues = readHues('#1F5FA8');
  assert.equal(hues.length, 6);
  assert.equal(hues[0]?.light, '#1f5fa8');
  assert.equal(new Set(hues.map(({ light }) => light)).size, 6);
});

test('what is made can be read in its theme, whatever it was made of', () => {
  const colour = fc.integer({ min: 0, max: 0xffffff });
  fc.assert(
    fc.property(colour, (number) => {
      const written = `#${number.toString(16).padStart(6, '0')}`;
      const [first, ...rest] = readHues(written);
      assert.equal(first?.light, written);
      assert.ok(contrast(first.dark, '#131a26') >= 4.5, written);
      for (const made of rest) assert.ok(hue.safeParse(made).success, `${written} ${made.light}`);
    }),
    { numRuns: 60, seed: 1 },
  );
});

test('hues are shown on the paper of both themes, with their contrast', () => {
  const hues = [{ light: '#0b6775', dark: '#6bcadb' }];
  assert.equal(renderHues(hues, false), '  1  #0b6775  6.4:1   #6bcadb  9.2:1');
  assert.match(
    renderHues(hues, true),
    /\[48;2;253;253;251m\S*\[38;2;11;103;117m ■ #0b6775 .*\[48;2;19;26;38m/,
  );
});
