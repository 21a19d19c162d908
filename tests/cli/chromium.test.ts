import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ensureChromium, findChromium } from '../../src/cli/chromium.ts';

/** Nothing may be tried. */
const refuse = (line: string) => assert.equal(line, undefined);

test('a browser that is named wrongly is told, and no other is taken', async (t) => {
  const before = process.env['CHROMIUM_PATH'];
  t.after(() => {
    if (before === undefined) delete process.env['CHROMIUM_PATH'];
    else process.env['CHROMIUM_PATH'] = before;
  });
  process.env['CHROMIUM_PATH'] = '/no/such/chromium';
  assert.equal(await findChromium(), undefined);
  assert.deepEqual(await ensureChromium(refuse), {
    missing: 'CHROMIUM_PATH names /no/such/chromium, which is not there; correct it or unset it.',
  });
  process.env['CHROMIUM_PATH'] = process.execPath;
  assert.deepEqual(await ensureChromium(refuse), { path: process.execPath });
});
