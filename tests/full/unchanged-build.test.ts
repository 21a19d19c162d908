import assert from 'node:assert/strict';
import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { cacheFolder } from '../../src/digest/folders.ts';
import { runCommand } from '../fixture.ts';

const folder = path.resolve('.cache/test/unchanged');
const content = path.join(folder, 'content');
const site = path.join(folder, 'site');
const clear = () => {
  for (const old of [folder, cacheFolder(content)]) rmSync(old, { recursive: true, force: true });
};
before(clear);
after(clear);

async function build(): Promise<string> {
  const { code, output } = await runCommand('build', ['--outDir', site], content);
  assert.equal(code, 0, output);
  return output;
}

test('a build of what has not changed says so with the warnings, and brings back what was taken out', async () => {
  cpSync('tests/fixtures/digest', content, { recursive: true });
  const source = path.join(content, 'papers/2026-01/paper-1/index.mdx');
  const edit = (from: string, to: string) => {
    writeFileSync(source, readFileSync(source, 'utf8').replace(from, to));
  };
  edit('categories: [cs.LG]', 'categories: [cs.LG, cs.QQ]');
  const warning = /warning +unknown-category[\s\S]*1 warning/;
  assert.match(await build(), warning);
  const again = await build();
  assert.match(again, warning);
  assert.match(again, /Nothing changed/);

  const page = path.join(site, 'papers/paper-1/index.html');
  const before = readFileSync(page);
  rmSync(page);
  const third = await build();
  assert.match(third, warning);
  assert.doesNotMatch(third, /Nothing changed/);
  assert.ok(existsSync(page) && readFileSync(page).equals(before));

  edit('Iron number 1', 'A sentence more. Iron number 1');
  assert.doesNotMatch(await build(), /Nothing changed/);
  assert.match(readFileSync(page, 'utf8'), /A sentence more/);
});
