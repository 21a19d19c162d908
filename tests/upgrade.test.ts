import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { listFiles } from './site/site.ts';

const root = mkdtempSync(path.join(tmpdir(), 'digest-upgrade-'));
after(() => rmSync(root, { recursive: true, force: true }));

/** Runs git, as nobody in particular; a merge with conflicts ends with 1. */
function git(folder: string, ...args: string[]): void {
  const { status, stderr } = spawnSync('git', args, {
    cwd: path.join(root, folder),
    encoding: 'utf8',
    env: {
      PATH: process.env['PATH'],
      HOME: root,
      GIT_CONFIG_NOSYSTEM: '1',
      ...{ GIT_AUTHOR_NAME: 'A', GIT_AUTHOR_EMAIL: 'a@example.org' },
      ...{ GIT_COMMITTER_NAME: 'A', GIT_COMMITTER_EMAIL: 'a@example.org' },
    },
  });
  assert.ok(status === 0 || args[0] === 'merge', `git ${args.join(' ')}: ${stderr}`);
}

function write(name: string, text: string): void {
  mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
  writeFileSync(path.join(root, name), text);
}

function readAll(folder: string): [name: string, text: string][] {
  const whole = path.join(root, folder);
  return listFiles(whole).map((name) => [name, readFileSync(path.join(whole, name), 'utf8')]);
}

test('a new version, taken as the README says, leaves the content of a group as it was', () => {
  mkdirSync(path.join(root, 'upstream'));
  git('upstream', 'init', '-q', '-b', 'main');
  write('upstream/src/program.ts', 'one\n');
  write('upstream/content/site.yaml', 'name: First\n');
  write('upstream/content/papers/2026-01/old/index.mdx', 'Theirs.\n');
  git('upstream', 'add', '-A');
  git('upstream', 'commit', '-qm', 'One');

  git('.', 'clone', '-q', '-o', 'upstream', 'upstream', 'group');
  rmSync(path.join(root, 'group/content'), { recursive: true });
  write('group/content/site.yaml', 'name: Second\n');
  write('group/content/papers/2026-02/ours/index.mdx', 'Ours.\n');
  git('group', 'add', '-A');
  git('group', 'commit', '-qm', 'Our first issue');
  const before = readAll('group/content');

  write('upstream/src/program.ts', 'two\n');
  write('upstream/content/site.yaml', 'name: First\nlanguage: en\n');
  write('upstream/content/papers/2026-01/old/index.mdx', 'Theirs, mended.\n');
  write('upstream/content/papers/2026-03/new/index.mdx', 'A new one of theirs.\n');
  git('upstream', 'add', '-A');
  git('upstream', 'commit', '-qm', 'Two');

  const readme = readFileSync('README.md', 'utf8');
  const [block = ''] = /^git fetch upstream\n(?:.+\n)+/m.exec(readme) ?? [];
  const commands = block.split(/\n|\s&&\s/).filter((line) => line.startsWith('git '));
  assert.equal(commands.length, 5);
  for (const command of commands) {
    const words = command.replace(/\s+#.*$/, '').match(/"[^"]*"|\S+/g) ?? [];
    git('group', ...words.slice(1).map((word) => word.replace(/^"|"$/g, '')));
  }
  assert.deepEqual(readAll('group/content'), before);
  assert.deepEqual(readAll('group/src'), [['program.ts', 'two\n']]);
  // Nothing is left over, and the next version is taken from this one on.
  git('group', 'diff', '--quiet', 'HEAD');
  git('group', 'merge-base', '--is-ancestor', 'upstream/main', 'HEAD');
});
