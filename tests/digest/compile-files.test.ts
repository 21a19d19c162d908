import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { entriesFolder, hashRules, Sources, type Compiled } from '../../src/digest/compile-file.ts';
import { compileFiles } from '../../src/digest/compile-files.ts';
import { cacheFolder } from '../../src/digest/folders.ts';
import { listContent, type ContentFile } from '../../src/digest/listing.ts';

const root = mkdtempSync(path.join(tmpdir(), 'compile-'));
const content = path.join(root, 'content');
after(() => {
  rmSync(cacheFolder(content), { recursive: true, force: true });
  rmSync(root, { recursive: true, force: true });
});

// So much to do that another thread has its share of it.
const formulas = (index: number) =>
  Array.from({ length: 12 }, (_, power) => `$x_{${index}}^{${power}} \\le \\frac{1}{2}$`).join(
    ', ',
  );
for (let index = 0; index < 320; index += 1) {
  const folder = path.join(content, `papers/2025-01/p-${index}`);
  mkdirSync(folder, { recursive: true });
  const body =
    index % 7 === 0 ? `A <b>slip</b> and $\\nothing_${index}$.` : `Of ${formulas(index)}.`;
  writeFileSync(path.join(folder, 'index.mdx'), `---\ntitle: P ${index}\n---\n${body}\n`);
}
mkdirSync(path.join(entriesFolder(content), 'paper'), { recursive: true });
const rules = hashRules();
const { files } = listContent(content);
const sources = new Sources(content, rules);

function compileAll(list: readonly ContentFile[], rulesOfAll = rules): Map<ContentFile, Compiled> {
  const all = new Map<ContentFile, Compiled>();
  compileFiles(content, rulesOfAll, list, (file, compiled) => {
    assert.ok(!all.has(file), `${file.path} came twice.`);
    all.set(file, compiled);
  });
  return all;
}

test('several threads give what one gives, faults among it', () => {
  const all = compileAll(files);
  assert.equal(all.size, files.length);
  for (const file of files) assert.deepEqual(all.get(file), sources.compile(file));
});

test('what a thread cannot do is done here, and fails here', () => {
  const gone: ContentFile = {
    path: 'papers/2025-01/gone/index.mdx',
    location: { kind: 'paper', issue: '2025-01', slug: 'gone' },
  };
  assert.throws(() => compileAll([...files, gone]), /ENOENT.*gone/);
});

test('threads that would go by other rules do nothing', () => {
  const all = compileAll(files, 'other rules');
  assert.equal(all.size, files.length);
});
