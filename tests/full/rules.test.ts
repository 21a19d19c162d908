import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { runCommand } from '../fixture.ts';

// A copy of the program, so that its rules can be changed between two builds.
const copy = mkdtempSync(path.join(tmpdir(), 'digest-rules-'));
const page = 'dist/papers/paper-1/index.html';

before(() => {
  for (const name of [
    'src',
    'public',
    'astro.config.mjs',
    'package.json',
    'package-lock.json',
    'tsconfig.json',
  ]) {
    cpSync(name, path.join(copy, name), { recursive: true });
  }
  cpSync('tests/fixtures/digest', path.join(copy, 'content'), { recursive: true });
  symlinkSync(path.resolve('node_modules'), path.join(copy, 'node_modules'), 'junction');
});
after(() => rmSync(copy, { recursive: true, force: true }));

const build = () => runCommand('build', [], 'content', copy);
const read = (name: string) => readFileSync(path.join(copy, name), 'utf8');

/** Replaces a text that must be there, and returns what puts it back. */
function edit(name: string, from: string, to: string): () => void {
  const source = read(name);
  assert.ok(source.includes(from), `${name} has ${from}`);
  writeFileSync(path.join(copy, name), source.replace(from, to));
  return () => writeFileSync(path.join(copy, name), source);
}

test('a cached build sees a changed component, site.yaml and schema, and refuses what a clean one refuses', async () => {
  const first = await build();
  assert.equal(first.code, 0, first.output);
  assert.match(read(page), /Figure 2 of the paper/);
  assert.match(read(page), /<title>[^<]*Ferrous Notes/);

  edit('src/body/words.ts', "'of the paper'", "'of their paper'");
  edit('content/site.yaml', 'Ferrous Notes', 'Rust Notes');
  const second = await build();
  assert.equal(second.code, 0, second.output);
  assert.match(read(page), /Figure 2 of their paper/);
  assert.match(read(page), /<title>[^<]*Rust Notes/);

  // The texts are as they were; only the rule is tighter.
  const loosen = edit('src/schemas/paper.ts', 'tldr: prose(400)', 'tldr: prose(12)');
  const third = await build();
  assert.equal(third.code, 1);
  assert.match(third.output, /content\/papers\/2026-01\/paper-1\/index\.mdx:\d+:\d+ {2}error/);
  assert.match(third.output, /1[0-9] errors in 1[0-9] files/);
  assert.match(read(page), /Rust Notes/, 'the last good site is still there');

  loosen();
  const fourth = await build();
  assert.equal(fourth.code, 0, fourth.output);
});
