import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { commitFile } from '../../src/ci/commit.ts';
import { Repository } from './repository.ts';

const path = 'content/published.txt';

/** A repository that others push to, a clone of it, and what stands in a file of a branch there. */
function makeOrigin(context: TestContext) {
  const work = new Repository();
  work.commit({ [path]: 'a\n', 'content/site.yaml': 'name: Shore\n' });
  const folder = mkdtempSync(join(tmpdir(), 'origin-'));
  const origin = join(folder, 'origin.git');
  const clone = join(folder, 'clone');
  execFileSync('git', ['clone', '--quiet', '--bare', work.folder, origin]);
  execFileSync('git', ['clone', '--quiet', '--depth=1', `file://${origin}`, clone], {
    stdio: 'ignore',
  });
  work.git('remote', 'add', 'origin', origin);
  context.after(() => {
    work.remove();
    rmSync(folder, { recursive: true, force: true });
  });
  const git = (...args: string[]) =>
    execFileSync('git', ['-C', origin, ...args], { encoding: 'utf8' });
  const kept = { repository: clone, branch: 'main', aside: 'kept', path, message: 'Keep it' };
  return { work, origin, git, kept };
}

test('a file is committed on top of what the branch is, and nothing where nothing changed', (context) => {
  const { git, kept } = makeOrigin(context);
  const write = (now = '') => (now.includes('b') ? now : `${now}b\n`);
  assert.equal(commitFile({ ...kept, write }), 'main');
  assert.equal(git('show', `main:${path}`), 'a\nb\n');
  assert.equal(git('show', 'main:content/site.yaml'), 'name: Shore\n');
  assert.equal(git('log', '-1', '--format=%an: %s', 'main').trim(), 'github-actions[bot]: Keep it');
  assert.equal(commitFile({ ...kept, write }), undefined);
});

test('a file that is not there yet is made', (context) => {
  const { git, kept } = makeOrigin(context);
  const write = (now: string | undefined) => now ?? 'new\n';
  assert.equal(commitFile({ ...kept, path: 'content/versions.lock.json', write }), 'main');
  assert.equal(git('show', 'main:content/versions.lock.json'), 'new\n');
});

test('where the branch moves meanwhile, it is written again on top of that', (context) => {
  const { work, git, kept } = makeOrigin(context);
  let asked = 0;
  const write = (now = '') => {
    asked += 1;
    if (asked === 1) {
      work.commit({ [path]: 'a\nof another\n' });
      work.git('push', '--quiet', 'origin', 'main');
    }
    return `${now}b\n`;
  };
  assert.equal(commitFile({ ...kept, write }), 'main');
  assert.equal(git('show', `main:${path}`), 'a\nof another\nb\n');
  assert.equal(asked, 2);
});

test('where the branch takes no push, the commit goes beside it, again and again', (context) => {
  const { origin, git, kept } = makeOrigin(context);
  const hook = join(origin, 'hooks/update');
  writeFileSync(hook, '#!/bin/sh\n[ "$1" != refs/heads/main ]\n');
  chmodSync(hook, 0o755);
  for (const letter of ['b', 'c']) {
    assert.equal(commitFile({ ...kept, write: (now = '') => `${now}${letter}\n` }), 'kept');
    assert.equal(git('show', `kept:${path}`), `a\n${letter}\n`);
  }
  assert.equal(git('show', `main:${path}`), 'a\n');
  writeFileSync(hook, '#!/bin/sh\nexit 1\n');
  assert.throws(() => commitFile({ ...kept, write: () => 'd\n' }), /Neither main nor kept takes/);
});
