import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { runCommand } from '../fixture.ts';

const root = mkdtempSync(path.join(tmpdir(), 'digest-init-'));
after(() => rmSync(root, { recursive: true, force: true }));
const content = path.join(root, 'content');

test('without a terminal and without options it says what is missing, and ends with 2', async () => {
  const { code, output } = await runCommand('init', [], content);
  assert.equal(code, 2);
  assert.match(output, /^Nobody can be asked here: .* Say --name\b.*\n$/);
  const wrong = await runCommand('init', ['--nmae', 'Shore'], content);
  assert.equal(wrong.code, 2);
  assert.match(
    wrong.output,
    /^Unknown option '--nmae'\. Write: npm run init, or npm run init -- --name/,
  );
  assert.deepEqual(readdirSync(root), []);
});

test('it writes once, and not over what is there', async () => {
  const args = ['--name', 'Shore', '--url', 'https://shore.example/', '--yes'];
  const first = await runCommand('init', args, content);
  assert.equal(first.code, 0, first.output);
  assert.match(first.output, /^\nWrote \S*content: site\.yaml, /);
  const again = await runCommand('init', args, content);
  assert.equal(again.code, 1);
  assert.match(again.output, /Nothing is deleted\. Say --replace to do so\.\n$/);
  assert.deepEqual(readdirSync(root), ['content']);
});
