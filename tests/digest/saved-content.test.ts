import assert from 'node:assert/strict';
import { appendFileSync, cpSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test, type TestContext } from 'node:test';
import { cacheFolder } from '../../src/digest/folders.ts';
import { SavedContent, type Shown } from '../../src/digest/saved-content.ts';

/** A copy of the fixture as `dev` follows it. */
function follow(context: TestContext) {
  const root = mkdtempSync(path.join(tmpdir(), 'saved-'));
  const content = path.join(root, 'content');
  cpSync('tests/fixtures/digest', content, { recursive: true });
  context.after(() => {
    for (const one of [root, cacheFolder(content)]) rmSync(one, { recursive: true, force: true });
  });
  context.mock.method(console, 'warn', () => undefined);
  const saved = new SavedContent(content);
  const show = (): Promise<Shown> => {
    const { entries, assemble } = saved.look();
    return assemble([...entries]);
  };
  return { saved, show, at: (name: string) => path.join(content, name) };
}

void test('as long as nothing is saved a look finds what it found before', (context) => {
  const { saved, at } = follow(context);
  const first = saved.look();
  assert.equal(saved.look(), first);
  appendFileSync(at('papers/2026-01/paper-1/index.mdx'), '\nA word more.\n');
  const second = saved.look();
  assert.notEqual(second, first);
  assert.equal(saved.look(), second);
  saved.forget();
  assert.notEqual(saved.look(), second);
});

void test('what is saved, made, renamed and deleted is seen', async (context) => {
  const { saved, show, at } = follow(context);
  const list = async () => [...(await show()).edition.digest.paperBySlug.keys()].sort();
  const before = await list();
  assert.ok(before.includes('paper-1'));
  cpSync(at('papers/2026-01/paper-1'), at('papers/2026-01/paper-new'), { recursive: true });
  assert.deepEqual(await list(), [...before, 'paper-new'].sort());
  renameSync(at('papers/2026-01/paper-new'), at('papers/2026-01/paper-newer'));
  assert.deepEqual(await list(), [...before, 'paper-newer'].sort());
  rmSync(at('papers/2026-01/paper-newer'), { recursive: true });
  assert.deepEqual(await list(), before);
  const tags = saved.look();
  appendFileSync(at('tags.yaml'), '\n# A note.\n');
  assert.notEqual(saved.look(), tags);
  writeFileSync(at('papers/2026-01/paper-1/note.pages'), '');
  const { problems } = await show();
  assert.ok(problems.some(({ code }) => code === 'unexpected-file'));
  writeFileSync(at('site.yaml'), 'name: Another\nurl: https://another.example/\n');
  assert.equal((await show()).edition.digest.site.name, 'Another');
});

void test('a text with an error is told, and shown as far as it can be', async (context) => {
  const { show, at } = follow(context);
  const file = at('papers/2026-01/paper-1/index.mdx');
  appendFileSync(file, '\nSound words. $\\nonsense{$\n');
  const { edition, problems } = await show();
  const errors = problems.filter(({ severity }) => severity === 'error');
  assert.ok(errors.length > 0 && errors.every(({ file }) => file.endsWith('paper-1/index.mdx')));
  const paper = edition.digest.paperBySlug.get('paper-1') ?? assert.fail('It is left out.');
  assert.match(JSON.stringify(edition.treeOf(paper)), /Sound words/);
});

void test('without a site there is nothing to show until there is one', async (context) => {
  const { show, at } = follow(context);
  renameSync(at('site.yaml'), at('site.yaml~'));
  await assert.rejects(show(), /site-missing|no site\.yaml/);
  renameSync(at('site.yaml~'), at('site.yaml'));
  assert.ok((await show()).edition.digest.papers.length > 0);
});
