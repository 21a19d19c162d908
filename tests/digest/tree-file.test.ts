import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import test, { after } from 'node:test';
import { setWithKatex, setWithTemml } from '../../src/body/formulas/engines.ts';
import { renderPageFormula } from '../../src/body/formulas/formula.ts';
import * as settings from '../../src/body/formulas/settings.ts';
import { TREE_VERSION, type Tree } from '../../src/body/tree.ts';
import { entriesFolder } from '../../src/digest/compile-file.ts';
import { cacheFolder } from '../../src/digest/folders.ts';
import { readEntries, readTree } from '../../src/digest/read.ts';
import { readTreeFile, writeTreeFile } from '../../src/digest/tree-file.ts';

const root = mkdtempSync(path.join(tmpdir(), 'residual-trees-'));
after(() => rmSync(root, { recursive: true, force: true }));

const set = (key: string): settings.KeptSetting => {
  const [tex, display] = [key.slice(1), key.startsWith('D')];
  return [key, setWithKatex(tex, display), setWithTemml(tex, display)];
};

test('a tree comes back with the settings of its formulas, and without them where they are spoilt', () => {
  const file = path.join(root, 'a.tree');
  const kept = [set('Da\nb')];
  const tree: Tree = {
    type: 'root',
    version: TREE_VERSION,
    children: [{ type: 'formula', tex: 'a\nb' }],
  };
  writeTreeFile(file, tree, kept);
  const { length } = readFileSync(file);
  const read = readTreeFile(file);
  assert.deepEqual([read.tree, read.settings()], [tree, kept]);
  truncateSync(file, length - 1);
  assert.deepEqual(readTreeFile(file).settings(), []);
  assert.deepEqual(readTreeFile(file).tree, tree);
  writeFileSync(file, '{}');
  assert.throws(() => readTreeFile(file));
});

test('who renders a tree that was read finds what its formulas and those of its texts were set to', () => {
  const content = path.join(root, 'content');
  const folder = path.join(content, 'papers/2025-01/titans');
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    path.join(folder, 'index.mdx'),
    '---\ntldr: One $k_9$.\nnotation: [{ symbol: k_7, meaning: $k_6$ }]\n---\nA $k_8$.\n\n$$\nk_8\n$$\n\nAnd $\\nonsense$.\n',
  );
  try {
    const [entry] = readEntries(content, ['paper']);
    assert.ok(entry?.kind === 'paper' && entry.treeFile);
    const file = path.join(entriesFolder(content), entry.treeFile);
    const { tree, settings: readKept } = readTreeFile(file);
    // Of the texts and the body; what is faulty is judged anew.
    const keys = ['Ik_8', 'Dk_8', 'Ik_9', 'Ik_6', 'Ik_7'];
    assert.deepEqual(readKept(), keys.map(set));
    // One that nobody has set in this process.
    writeTreeFile(file, tree, [['Ik_5', '<span class="katex">kept</span>', '<math/>']]);
    assert.deepEqual(readTree(content, entry.treeFile), tree);
    assert.match(renderPageFormula('k_5', false), /kept/);
  } finally {
    rmSync(cacheFolder(content), { recursive: true, force: true });
  }
});

test('the bundled pages have a copy of the code, and find what was offered all the same', async () => {
  const copy = (await import(
    `${import.meta.resolve('../../src/body/formulas/settings.ts')}?copy`
  )) as typeof settings;
  assert.notEqual(copy.findSetting, settings.findSetting);
  settings.offerSettings(() => [['Iq_1', 'html', 'mathml']]);
  const found = { faults: [], html: 'html', mathml: 'mathml' };
  assert.deepEqual(copy.findSetting('Iq_1'), found);
  settings.offerSettings(() => assert.fail('is known already'));
  assert.deepEqual(settings.findSetting('Iq_1'), found);
});

test('of an entry that makes millions of characters of its formulas, the rest is set again', () => {
  const setting = { faults: [], html: 'x'.repeat(1_500_000), mathml: '' };
  const { settings: kept } = settings.gatherSettings(() => {
    for (const key of ['Ip_1', 'Ip_2', 'Ip_3']) settings.addSetting(key, setting);
  });
  assert.deepEqual(
    kept.map(([key]) => key),
    ['Ip_1', 'Ip_2'],
  );
});
