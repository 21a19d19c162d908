import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inflateSync } from 'node:zlib';
import type { Edition } from '../../src/digest/edition.ts';
import { renderInventory } from '../../src/exports/inventory.ts';
import { listLabels } from '../../src/exports/labels.ts';
import { readEdition } from '../edition.ts';

const edition = await readEdition();

/** As Sphinx reads it: `InventoryFile.load_v2` of sphinx/util/inventory.py. */
function load(bytes: Uint8Array): { project: string; entries: string[][] } {
  const buffer = Buffer.from(bytes);
  let start = 0;
  const head = [0, 1, 2, 3].map(() => {
    const end = buffer.indexOf('\n', start);
    const line = buffer.toString('utf8', start, end);
    start = end + 1;
    return line;
  });
  assert.equal(head[0], '# Sphinx inventory version 2');
  assert.match(head[3] ?? '', /zlib/);
  const lines = inflateSync(buffer.subarray(start)).toString('utf8').trimEnd().split('\n');
  return {
    project: (head[1] ?? '').slice('# Project: '.length),
    entries: lines.map((line) => {
      const match = /^(.+?)\s+(\S+)\s+(-?\d+)\s+?(\S*)\s+(.*)$/.exec(line.trimEnd());
      assert.ok(match, line);
      return match.slice(1);
    }),
  };
}

test('Sphinx finds every label by its paper, and every paper and issue', async () => {
  const { project, entries } = load(await renderInventory(edition));
  assert.equal(project, 'Ferrous Notes');
  const find = (name: string) => entries.find(([own]) => own === name)?.slice(1);
  assert.deepEqual(find('paper-1--eq-heat'), [
    'std:label',
    '-1',
    'papers/paper-1/#eq-heat',
    'Equation (1)',
  ]);
  assert.deepEqual(find('paper-1--fig-results'), [
    'std:label',
    '-1',
    'papers/paper-1/#fig-results',
    'Figure 2',
  ]);
  assert.deepEqual(find('paper-1--results'), [
    'std:label',
    '-1',
    'papers/paper-1/#results',
    'Results',
  ]);
  assert.deepEqual(find('papers/paper-1'), [
    'std:doc',
    '1',
    'papers/paper-1/',
    'Iron with α²: Heat & <Light>',
  ]);
  assert.deepEqual(find('issues/2026-01')?.[2], 'issues/2026-01/');
  const { papers, issues } = edition.digest;
  assert.equal(entries.length, papers.length + issues.length + (await listLabels(edition)).length);
  assert.equal(new Set(entries.map(([name]) => name)).size, entries.length);
});

test('a title stays on its line', async () => {
  const [paper] = edition.digest.papers;
  assert.ok(paper);
  const papers = [{ ...paper, title: { ...paper.title, plain: 'a\nb std:label 1 x#y z\u2028c' } }];
  const one: Edition = { ...edition, digest: { ...edition.digest, papers, issues: [] } };
  const { entries } = load(await renderInventory(one));
  assert.equal(entries[0]?.[4], 'a b std:label 1 x#y z c');
});
