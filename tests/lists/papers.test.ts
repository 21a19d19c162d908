import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildPaperFacts } from '../../src/lists/papers.ts';
import { listYears } from '../../src/digest/periods.ts';
import { buildPapers } from '../../src/views/lists.ts';
import { readEdition } from '../edition.ts';

const edition = await readEdition();
const { digest, routes } = edition;

test('every paper has its facts, in the year in which it was published', () => {
  const files = listYears(edition).map((year) => buildPaperFacts(edition, year));
  assert.deepEqual(
    files.flatMap(({ papers }) => papers.map(({ href }) => href)).sort(),
    digest.papers.map(({ slug }) => routes.paper(slug)).sort(),
  );
  for (const { papers, tags, categories } of files) {
    for (const paper of papers) {
      for (const id of paper.tags) assert.ok(tags[id], id);
      for (const id of paper.categories) assert.ok(categories[id], id);
    }
  }
});

test('the facts of a paper: what a row says, and every spelling of its authors, folded', () => {
  const { papers, tags, categories } = buildPaperFacts(edition, '2025');
  const paper = papers.find(({ href }) => href === '/digest/papers/paper-1/');
  assert.ok(paper);
  const { people, ...rest } = paper;
  assert.deepEqual(rest, {
    href: '/digest/papers/paper-1/',
    title: 'Iron with α²: Heat & <Light>',
    date: '2025-12-30',
    day: 'Dec 30',
    authors: ['Ada van der Quill', 'Paul Balança', 'José de la Cruz'],
    more: true,
    tags: ['alloys', 'furnaces'],
    categories: ['cs-lg'],
    score: { value: '44.5', name: 'Score 44.5 (invented listing, 15 January 2026)' },
  });
  const [first, second, , fourth, ...more] = people.split('|');
  assert.equal(first, 'ada van der quill 阿 达');
  assert.equal(second, 'paul balanca');
  assert.equal(fourth, '李 文 wen li');
  // Who wrote the summary.
  assert.equal(more.at(-1), 'ada quill van der 阿 达');
  assert.equal(tags['alloys'], 'alloys');
  assert.deepEqual(categories['cs-lg'], {
    label: 'cs.LG',
    short: 'LG',
    href: '/digest/categories/cs-lg/',
  });
});

test('a list asks for the facts of its years, and for what tells its papers apart', () => {
  const { narrowing } = buildPapers(edition);
  assert.deepEqual(narrowing, {
    facts: ['/digest/lists/papers/2026.json', '/digest/lists/papers/2025.json'],
    earlier: [],
    controls: ['year', 'tag', 'category', 'person', 'score'],
  });
  // Three papers are seen at a look.
  assert.equal(buildPapers(edition, '2025').narrowing, undefined);
});
