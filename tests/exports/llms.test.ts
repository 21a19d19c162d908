import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderLlms } from '../../src/exports/llms.ts';
import { read } from '../body/round-trip.ts';
import { readEdition } from '../edition.ts';

const edition = await readEdition();
const { digest } = edition;

test('it has the order of llmstxt.org: a heading, a quotation, words, then lists of links under headings', () => {
  const { children } = read(renderLlms(edition));
  assert.deepEqual(
    children.slice(0, 2).map(({ type }) => type),
    ['heading', 'blockquote'],
  );
  const first = children.findIndex((node) => node.type === 'heading' && node.depth === 2);
  assert.ok(children.slice(2, first).every(({ type }) => type === 'paragraph'));
  children.slice(first).forEach((node, index) => {
    assert.equal(node.type, index % 2 === 0 ? 'heading' : 'list');
    if (node.type !== 'list') return;
    for (const item of node.children) {
      const [paragraph] = item.children;
      assert.equal(paragraph?.type, 'paragraph');
      assert.equal(paragraph.children[0]?.type, 'link');
    }
  });
});

test('it leads to the Markdown of issues and summaries, newest first, and says in a sentence what each shows', () => {
  const source = renderLlms(edition);
  assert.match(source, /^# Ferrous Notes\n\n> Summaries of invented papers, for tests\.\n/);
  assert.match(
    source,
    /- \[Iron with \$\\alpha\^2\$: Heat & \\<Light>\]\(https:\/\/ferrous\.example\/digest\/papers\/paper-1\.md\): Iron \$q_\{1\}\$ stays warm\.\n/,
  );
  const issues = [...source.matchAll(/digest\/issues\/([^/]+)\.md/g)].map(([, id]) => id);
  assert.deepEqual(
    issues,
    digest.issues.map(({ id }) => id),
  );
});

test('lists and statistics stand where they may be left out', () => {
  const [, optional = ''] = renderLlms(edition).split('## Optional');
  for (const path of ['issues', 'papers', 'tags', 'equations', 'statistics']) {
    assert.ok(optional.includes(`](https://ferrous.example/digest/${path}/): `), path);
  }
});

test('listings, drafts and what is withdrawn are not recommended', () => {
  const source = renderLlms(edition);
  for (const slug of ['listed', 'unfinished', 'paper-4']) {
    assert.ok(!source.includes(`/${slug}.md`), slug);
  }
});

test('it stays small in a digest of a thousand papers', () => {
  const [paper] = digest.papers.filter(({ body }) => body);
  const [issue] = digest.issues;
  assert.ok(paper && issue);
  const papers = Array.from({ length: 1000 }, (_, index) => ({ ...paper, slug: `paper-${index}` }));
  const issues = Array.from({ length: 100 }, (_, index) => ({ ...issue, id: `issue-${index}` }));
  const source = renderLlms({ ...edition, digest: { ...digest, papers, issues } });
  assert.ok(source.length < 30_000, String(source.length));
  assert.ok(source.includes('/paper-0.md') && !source.includes('/paper-999.md'));
});

test('an empty digest has no empty lists', () => {
  const source = renderLlms({ ...edition, digest: { ...digest, papers: [], issues: [] } });
  assert.doesNotMatch(source, /## Issues|## Newest/);
});
