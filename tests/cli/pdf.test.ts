import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { test } from 'node:test';
import { runCommand } from '../fixture.ts';

/** What is written wrongly, and the sentence that ends the command before anything is built. */
const CASES: [args: string[], sentence: RegExp][] = [
  [[], /^Say what is printed: npm run pdf -- 2025-01/],
  [['2026-01', '2026-02'], /^One at a time/],
  [['2026-1'], /^There is no issue and no paper "2026-1"\. Did you mean 2026-01\?$/],
  [['paper2'], /Did you mean paper-2\?/],
  [['nothing-like-it'], /The newest issue is 2026-rust\.$/],
  [['2026-01', '--out', 'no/such/folder/a.pdf'], /^There is no folder .*no.such.folder;/],
  [['2026-01', '--out', 'tests'], /tests is a folder; name a file/],
];

for (const [args, sentence] of CASES) {
  test(`npm run pdf -- ${args.join(' ')}`, async () => {
    const { code, output } = await runCommand('pdf', args, 'tests/fixtures/digest');
    assert.equal(code, 2, output);
    assert.match(output.trim(), sentence);
    assert.ok(!existsSync('2026-01.pdf'));
  });
}

test('without a browser it says what to install', async () => {
  const before = process.env['CHROMIUM_PATH'];
  process.env['CHROMIUM_PATH'] = '/no/such/chromium';
  try {
    const { code, output } = await runCommand('pdf', ['2026-01'], 'tests/fixtures/digest');
    assert.equal(code, 2);
    assert.match(output, /CHROMIUM_PATH names \/no\/such\/chromium, which is not there/);
  } finally {
    if (before === undefined) delete process.env['CHROMIUM_PATH'];
    else process.env['CHROMIUM_PATH'] = before;
  }
});
