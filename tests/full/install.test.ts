import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';

test('a fresh copy installs once, brings its own Node, and starts at once the next time', (t) => {
  const root = mkdtempSync(join(tmpdir(), 'a fresh copy '));
  t.after(() => rmSync(root, { recursive: true }));
  for (const name of ['package.json', 'package-lock.json', '.npmrc', 'src/cli']) {
    cpSync(name, join(root, name), { recursive: true });
  }
  writeFileSync(
    join(root, 'src/cli/start.ts'),
    'const text: string = process.execPath; console.log(text, process.argv.slice(2));',
  );
  const start = () => {
    const args = ['src/cli/launch.mjs', 'start', '--port', '5000'];
    const options = {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, npm_config_cache: join(root, 'npm-cache') },
    } as const;
    return spawnSync(process.execPath, args, options);
  };
  const first = start();
  assert.match(first.stderr, /^Installing about \d+0 packages \(once, about a minute\) …\n/);
  assert.equal(first.status, 0, first.stderr);
  assert.match(first.stdout, / \[ '--port', '5000' \]\n$/);
  const second = start();
  assert.equal(second.stderr, '');
  assert.equal(second.stdout, first.stdout);
});
