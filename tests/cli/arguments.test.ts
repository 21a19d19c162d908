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

test('--help says what to write, and is no fault', () => {
  const help = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    return [status, stdout, stderr];
  };
  assert.deepEqual(help('src/cli/build.ts', '--help'), [
    0,
    'Write: npm run build -- --outDir another/folder\n',
    '',
  ]);
  assert.deepEqual(help('src/cli/new.ts', '-h'), [
    0,
    `Write one of:
  npm run new -- paper 2501.00663 [--issue 2026-03] [--slug titans]
  npm run new -- paper paper.bib     (or -, for BibTeX that is piped in)
  npm run new -- issue 2026-04 [--title "…"]
  npm run new -- person "Paul Balança" [--orcid …] [--github …] [--id …]
`,
    '',
  ]);
});
