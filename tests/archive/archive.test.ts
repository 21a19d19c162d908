import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { checkContent } from '../../src/digest/check.ts';
import { buildArchive, writeArchive } from './archive.ts';

test('nothing is wrong with an invented archive', async (t) => {
  const content = mkdtempSync(path.join(tmpdir(), 'digest-archive-'));
  t.after(() => rmSync(content, { recursive: true, force: true }));
  const { papers } = writeArchive(content, { papers: 60, papersAMonth: 25, pictures: 2 });
  const { problems, entries } = await checkContent({ content });
  assert.deepEqual(problems, []);
  assert.equal(entries.filter(({ kind }) => kind === 'paper').length, papers.length);
});

test('the same numbers give the same archive, others another', () => {
  assert.deepEqual(buildArchive({ papers: 30 }), buildArchive({ papers: 30, seed: 1 }));
  assert.notDeepEqual(buildArchive({ papers: 30 }), buildArchive({ papers: 30, seed: 2 }));
});

test('its formulas are hardly ever the same twice, and its tags have a long tail', () => {
  const { papers } = buildArchive({ papers: 300 });
  const formulas = papers.flatMap((paper) => paper.formulas);
  assert.ok(new Set(formulas).size > 0.99 * formulas.length);
  const uses = Map.groupBy(
    papers.flatMap(({ tags }) => tags),
    (tag) => tag,
  );
  const counts = [...uses.values()].map(({ length }) => length).sort((a, b) => b - a);
  assert.ok(counts[0]! > 10 * counts.at(-1)!, counts.join(' '));
  assert.equal(new Set(papers.map(({ title }) => title)).size, papers.length);
});

test('ten thousand papers are told apart, by thirty thousand people', () => {
  const { papers, files } = buildArchive({ papers: 10_000, people: 30_000, papersAMonth: 60 });
  assert.equal(new Set(papers.map(({ slug }) => slug)).size, papers.length);
  assert.equal(new Set(papers.map(({ arxiv }) => arxiv)).size, papers.length);
  const formulas = papers.flatMap((paper) => paper.formulas);
  assert.ok(new Set(formulas).size > 0.99 * formulas.length);
  const months = Map.groupBy(papers, ({ issue }) => issue);
  assert.equal(Math.max(...[...months.values()].map(({ length }) => length)), 60);
  const people = Map.groupBy(
    papers.flatMap(({ authors }) => authors),
    (name) => name,
  );
  const counts = [...people.values()].map(({ length }) => length).sort((a, b) => b - a);
  assert.ok(counts[0]! > 100 * counts[Math.floor(counts.length / 2)]!);
  const texts = [...files].filter(([name]) => name.startsWith('papers/'));
  assert.ok(texts.filter(([, text]) => text.includes('It goes on from [')).length > 5000);
});

test('charts beside a paper change nothing else in it', () => {
  const plain = buildArchive({ papers: 3 });
  const drawn = buildArchive({ papers: 3, pictures: 2 });
  assert.equal(drawn.files.size, plain.files.size + 6);
  assert.deepEqual(
    drawn.papers.map(({ slug }) => slug),
    plain.papers.map(({ slug }) => slug),
  );
});
