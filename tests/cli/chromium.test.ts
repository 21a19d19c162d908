import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
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

test('the shell that Playwright has brought is taken before any other browser', (t) => {
  const browsers = mkdtempSync(join(tmpdir(), 'browsers-'));
  t.after(() => rmSync(browsers, { recursive: true }));
  // Playwright reads where its browsers are when it is loaded.
  const tell = (source: string) =>
    execFileSync(process.execPath, ['--input-type=module', '-e', `console.log(${source})`], {
      env: { ...process.env, PLAYWRIGHT_BROWSERS_PATH: browsers, CHROMIUM_PATH: '' },
      encoding: 'utf8',
    }).trim();
  const whole = tell(`(await import('playwright')).chromium.executablePath()`);
  const shell = join(
    dirname(dirname(whole)).replace('chromium-', 'chromium_headless_shell-'),
    'chrome-headless-shell-linux64/chrome-headless-shell',
  );
  for (const path of [whole, shell]) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, '#!/bin/sh\n', { mode: 0o755 });
  }
  assert.equal(tell(`await (await import('./src/cli/chromium.ts')).findChromium()`), shell);
  rmSync(shell);
  assert.equal(tell(`await (await import('./src/cli/chromium.ts')).findChromium()`), whole);
});
