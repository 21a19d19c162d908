import assert from 'node:assert/strict';
import { test } from 'node:test';
import { GROUNDS } from '../../src/body/judging/formula-colours.ts';
import { parseColours, readColours } from '../../src/styles/colours.ts';

test('the stylesheet gives each colour for light and dark', () => {
  const { hues, ...others } = readColours();
  assert.equal(hues.length, 8);
  for (const { light, dark } of [...Object.values(others), ...hues]) {
    assert.match(light, /^#[0-9a-f]{6}$/);
    assert.match(dark, /^#[0-9a-f]{6}$/);
    assert.notEqual(light, dark);
  }
});

test('a colour that is gone is told', () => {
  assert.throws(() => parseColours(':root { --paper: white; }'), {
    message: 'styles/tokens.css gives no --paper for light and dark.',
  });
});

test('a formula’s colours are judged on the paper and the ink that pages have', () => {
  const { paper, ink } = readColours();
  assert.deepEqual({ paper, ink }, GROUNDS);
});
