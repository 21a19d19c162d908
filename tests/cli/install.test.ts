import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { isFit, unfitMessage } from '../../src/cli/install.mjs';
import { installError } from '../../src/cli/npm.mjs';
import { readLock, unlocked } from './lock.ts';

test('which Node can run the commands', () => {
  const fit = (version: string) => [version, isFit(version)];
  assert.deepEqual(
    ['22.18.0', '22.23.2', '24.0.0', '26.10.0'].map(fit).filter(([, is]) => !is),
    [],
  );
  assert.deepEqual(
    ['18.20.0', '20.20.2', '22.17.9', '23.6.0'].map(fit).filter(([, is]) => is),
    [],
  );
});

test('an unfit Node without another is a sentence', () => {
  assert.equal(
    unfitMessage('20.20.2', 'linux-riscv64'),
    'Node 22.18 or newer is needed; this is Node 20.20.2, and npm has no Node for linux-riscv64 to bring along.\n' +
      'Install Node 24 from https://nodejs.org/ and run the command again.',
  );
});

test('an installation that fails says what npm said, and what to try', () => {
  const told = (output: string) => installError(output, null).message.split('\n').at(-1);
  assert.equal(
    installError(
      'npm error code ENOTFOUND\nnpm error A complete log of this run can be found in: x\n',
      null,
    ).message,
    'The packages could not be installed. npm said:\n  npm error code ENOTFOUND\n' +
      'The npm registry could not be reached: check the network and, behind a proxy, "npm config get proxy".',
  );
  assert.equal(told('npm error code ENOSPC'), 'The disk is full: about 600 MB are needed.');
  assert.equal(
    told('npm error code EACCES'),
    'Some file is not yours or is in use: stop other runs, then try again.',
  );
  assert.equal(
    told('npm error code EINTEGRITY'),
    'A download is not what package-lock.json promises: run "npm cache clean --force" and try again; if it says so again, install nothing and tell the maintainers.',
  );
  assert.equal(
    told('npm error package.json and package-lock.json are not in sync'),
    'package.json and package-lock.json disagree: run "npm install" and keep both files.',
  );
  assert.equal(told('npm error odd'), 'Run "npm ci" by itself to see everything it says.');
  assert.equal(installError('', 'SIGTERM').message, 'The installation was stopped (SIGTERM).');
  assert.equal(
    installError('npm error signal SIGINT', null).message,
    'The installation was stopped (SIGINT).',
  );
});

test('a command that is not there lists those that are, with 2', () => {
  const launch = (...args: string[]) =>
    spawnSync(process.execPath, ['src/cli/launch.mjs', ...args], { encoding: 'utf8' });
  const { status, stderr } = launch('bild');
  assert.equal(status, 2);
  assert.match(
    stderr,
    /^There is no command "bild"\. These are there:\n {2}npm run start +build the/,
  );
  assert.match(launch().stderr, /^No command was given\. These are there:\n/);
  assert.equal(launch('toString').status, 2);
});

test('the lock file is whole: every package with its integrity, for every system', () => {
  const packages = readLock();
  assert.ok(Object.keys(packages).length > 500);
  assert.deepEqual(unlocked(packages), []);
});

test('a package that the lock lacks is found', () => {
  const packages = {
    '': { dependencies: { a: '1.0.0' } },
    'node_modules/a': {
      integrity: 'sha512-x',
      dependencies: { b: '1' },
      optionalDependencies: { c: '1' },
    },
    'node_modules/a/node_modules/b': {},
  };
  assert.deepEqual(unlocked(packages), [
    'node_modules/a needs c, which is not there',
    'node_modules/a/node_modules/b has no integrity',
  ]);
});
