import assert from 'node:assert/strict';
import { mkdtempSync, renameSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { Stamps } from '../../src/digest/stamps.ts';

const MINUTE = 60_000;

for (const [age, later] of [
  ['a moment', 0],
  ['a minute', MINUTE],
] as const) {
  void test(`what was saved ${age} before the first look and changes then is another`, (context) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'stamps-'));
    context.after(() => rmSync(folder, { recursive: true, force: true }));
    const write = (name: string, text: string) => {
      writeFileSync(path.join(folder, name), text);
      // As a tool does that sets times back.
      utimesSync(path.join(folder, name), 1, 1);
    };
    write('a.mdx', 'one');
    write('b.mdx', 'two');
    const stamps = new Stamps();
    const ask = (names = ['a.mdx', 'b.mdx']) => stamps.renew(folder, names, Date.now() + later);
    assert.ok(ask(), 'at first');
    assert.ok(!ask(), 'nothing');
    write('b.mdx', 'tow');
    assert.ok(ask(), 'as long and as old');
    assert.ok(!ask(), 'nothing since');
    write('c.mdx', 'tew');
    renameSync(path.join(folder, 'c.mdx'), path.join(folder, 'b.mdx'));
    assert.ok(ask(), 'in its place');
    assert.ok(ask(['a.mdx']), 'one less');
    assert.ok(!ask(['a.mdx']), 'nothing of that one');
    assert.ok(ask(), 'one more');
    assert.ok(ask(['a.mdx', 'c.mdx']), 'another instead');
    assert.ok(!ask(['a.mdx', 'c.mdx']), 'still missing');
    symlinkSync('nowhere', path.join(folder, 'c.mdx'));
    assert.ok(ask(['a.mdx', 'c.mdx']), 'a link');
  });
}

void test('what is saved again within the same tick of a clock is another, and is read once it is old', (context) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'stamps-'));
  context.after(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(path.join(folder, 'a.mdx'), 'one');
  const stamps = new Stamps();
  const ask = (later: number) => stamps.renew(folder, ['a.mdx'], Date.now() + later);
  ask(0);
  assert.ok(!ask(MINUTE));
  assert.ok(!ask(MINUTE));
});
