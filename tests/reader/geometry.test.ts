import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clamp, placeBeside, placeInMargin } from '../../src/reader/geometry.ts';

const phone = { width: 360, height: 740 };
const desk = { width: 1440, height: 900 };
const word = (left: number, top: number) => ({ left, top, width: 40, height: 26 });

test('what floats stands under its anchor, and above it where there is more room', () => {
  const size = { width: 300, height: 200 };
  assert.deepEqual(placeBeside(word(400, 100), size, desk, 32), {
    left: 400,
    top: 134,
    maxHeight: 734,
  });
  assert.deepEqual(placeBeside(word(400, 800), size, desk, 32), {
    left: 400,
    top: 592,
    maxHeight: 760,
  });
});

test('it keeps a gutter to all edges of the window', () => {
  const size = { width: 300, height: 2000 };
  for (const top of [-500, -20, 0, 300, 360, 700, 1500]) {
    for (const left of [-50, 0, 170, 355]) {
      const place = placeBeside(word(left, top), size, phone, 20);
      const bottom = place.top + Math.min(size.height, place.maxHeight);
      assert.ok(place.left >= 20 && place.left + size.width <= 340, `left of ${left}`);
      assert.ok(place.top >= 20, `top of ${top}`);
      assert.ok(bottom <= 720, `bottom of ${top}`);
    }
  }
});

test('a sheet stands in the margin where the margin can hold a formula', () => {
  const text = { left: 376, top: 0, width: 640, height: 200 };
  assert.deepEqual(placeInMargin(word(500, 100), text, desk, 32), { left: 1044, width: 364 });
  assert.deepEqual(placeInMargin(word(500, 100), text, { ...desk, width: 2400 }, 32), {
    left: 1044,
    width: 384,
  });
  assert.equal(placeInMargin(word(500, 100), text, { ...desk, width: 1300 }, 32), undefined);
  // A formula of a margin note would be covered by what explains it.
  assert.equal(placeInMargin(word(1070, 100), text, desk, 32), undefined);
});

test('where bounds cross, the lower one holds', () => {
  assert.equal(clamp(5, 0, 3), 3);
  assert.equal(clamp(5, 20, 3), 20);
});
