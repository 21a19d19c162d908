import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';

function run(...args: string[]): [number | null, string] {
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  return [status, stderr.trim()];
}

test('arguments that are not known, or are no port, end with 2 and what to write', () => {
  assert.deepEqual(run('src/cli/build.ts', '--outdir', 'x'), [
    2,
    "Unknown option '--outdir'. Write: npm run build -- --outDir another/folder",
  ]);
  assert.deepEqual(run('src/cli/build.ts', 'x'), [
    2,
    "Unexpected argument 'x'. Write: npm run build -- --outDir another/folder",
  ]);
  assert.deepEqual(run('src/cli/preview.ts', '--port', '70000'), [
    2,
    '"70000" is no port. Write a number from 1 to 65535, such as --port 4321.',
  ]);
  assert.deepEqual(run('src/cli/test.ts', 'unti'), [
    2,
    'There is no step "unti". Write one of: format, unit, lint, types, build, site, browser, long, every-page, lighthouse.',
  ]);
});

test('a preview of nothing says how to make it', () => {
  assert.deepEqual(run('src/cli/preview.ts', '--outDir', 'no-such-folder'), [
    1,
    'There is no built site in no-such-folder. Make one: npm run build',
  ]);
});
