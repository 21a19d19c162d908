import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { ensureDebian } from '../../src/cli/debian.ts';
import { findProgram } from '../../src/cli/programs.ts';

/** A path with nothing on it but an empty folder, which is returned. */
function emptyPath(t: TestContext): string {
  const before = process.env['PATH'];
  const folder = mkdtempSync(join(tmpdir(), 'path-'));
  t.after(() => {
    process.env['PATH'] = before;
    rmSync(folder, { recursive: true, force: true });
  });
  process.env['PATH'] = [folder, join(folder, 'none')].join(delimiter);
  return folder;
}

function putProgram(folder: string, name: string, script: string): void {
  writeFileSync(join(folder, name), `#!/bin/sh\n${script}\n`);
  chmodSync(join(folder, name), 0o755);
}

// Elsewhere there is neither apt-get nor a shell to stand in for it.
const skip = process.platform === 'win32' && 'there is no apt-get';

const refuse = (line: string) => assert.equal(line, undefined);

test(
  'nothing is asked of apt-get where all programs are there, or where there is none',
  { skip },
  async (t) => {
    const folder = emptyPath(t);
    await ensureDebian({ judge: 'judge-utils' }, refuse);
    putProgram(folder, 'judge', '');
    putProgram(folder, 'apt-get', `echo "$@" >>${join(folder, 'log')}`);
    assert.equal(findProgram('judge'), join(folder, 'judge'));
    await ensureDebian({ judge: 'judge-utils' }, refuse);
    assert.equal(findProgram('log'), undefined);
  },
);

test('the packages of what is missing are installed, each once', { skip }, async (t) => {
  const folder = emptyPath(t);
  const log = join(folder, 'log');
  putProgram(folder, 'apt-get', `echo "$@" >>${log}`);
  putProgram(folder, 'sudo', `shift; echo "$@" >>${log}`);
  putProgram(folder, 'there', '');
  const told: string[] = [];
  await ensureDebian({ one: 'utils', two: 'utils', there: 'more', three: 'three' }, (line) =>
    told.push(line),
  );
  assert.deepEqual(told, ['Not found: one, two, three. Installing with apt-get …']);
  const [update = '', install = ''] = readFileSync(log, 'utf8').trim().split('\n');
  assert.match(update, /update$/);
  assert.match(install, /install -y --no-install-recommends utils three$/);
});
