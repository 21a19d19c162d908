import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runBrowserTests } from '../../src/cli/browser-tests.ts';
import { findChromium } from '../../src/cli/chromium.ts';
import { dist } from '../site/site.ts';

test('every kind of page, every paper: what the browser tests see on some', async () => {
  const chromium = await findChromium();
  assert.ok(chromium, 'There is no Chromium; npm test installs one.');
  process.env['EVERY_PAGE'] = '1';
  const { passed, failed, report } = await runBrowserTests(dist, chromium);
  assert.equal(failed, 0, report);
  assert.ok(passed > 0);
});
