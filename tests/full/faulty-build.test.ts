import assert from 'node:assert/strict';
import { appendFileSync, cpSync, existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { cacheFolder } from '../../src/digest/folders.ts';
import { runCommand } from '../fixture.ts';

const folder = path.resolve('.cache/test/faulty');
const content = path.join(folder, 'content');
const clear = () => {
  for (const old of [folder, cacheFolder(content)]) rmSync(old, { recursive: true, force: true });
};
before(clear);
after(clear);

test('a build of faulty content ends with its errors, and no site is made', async () => {
  cpSync('tests/fixtures/digest', content, { recursive: true });
  appendFileSync(path.join(content, 'papers/2026-01/paper-1/index.mdx'), '\nA line<br>here.\n');
  const site = path.join(folder, 'site');
  const { code, output } = await runCommand('build', ['--outDir', site], content);
  assert.equal(code, 1, output);
  assert.match(output, /unclosed-tag/);
  assert.ok(!existsSync(site));
});
