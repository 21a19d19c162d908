import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listCited } from '../../src/exports/lists.ts';
import {
  buildReference,
  buildReferences,
  buildSummaryReference,
} from '../../src/exports/reference.ts';
import { readEdition } from '../edition.ts';
import { nameOf, readEditions } from './editions.ts';

const edition = await readEdition();
const { digest } = edition;
const paper = digest.paperBySlug.get('paper-1')!;

test('a key is made of the paper alone, and no two things share one', async () => {
  assert.equal(buildReference(edition, paper).key, 'vanderquill2025-paper-1');
  for (const one of await readEditions()) {
    const slugs = one.digest.papers.map(({ slug }) => slug);
    const keys = buildReferences(one, slugs).map(({ key }) => key);
    assert.equal(new Set(keys).size, keys.length);
    for (const key of keys) assert.match(key, /^[a-z0-9]+(?:-[a-z0-9]+)+$/);
    for (const slug of slugs) {
      const alone = buildReferences(one, [slug]).map(({ key }) => key);
      for (const key of alone) assert.ok(keys.includes(key));
    }
  }
});

test('a key stays when the paper gets a venue, another slug, another issue', () => {
  const { key } = buildReference(edition, paper);
  const moved = { ...paper, venue: 'ICML 2027', slug: 'iron', issue: '2026-02' };
  assert.equal(buildReference(edition, moved).key, key);
});

test('a key of a name without Latin letters has those of the person', () => {
  const authors = [{ ...nameOf('李文'), person: 'wen-li' }];
  assert.equal(buildReference(edition, { ...paper, authors }).key, 'wenli2025-paper-1');
});

test('a paper comes before our summary of it, and a listing has none', () => {
  const kinds = buildReferences(edition, ['listed', 'paper-4']).map(({ kind }) => kind);
  assert.deepEqual(kinds, ['other', 'preprint', 'summary']);
  const summary = buildSummaryReference(edition, digest.paperBySlug.get('paper-4')!);
  assert.equal(summary?.withdrawn, '2026-02-10');
  assert.equal(summary.title.plain, 'Summary of “Iron Number 4: A Study”');
  assert.equal(summary.url, 'https://ferrous.example/digest/papers/paper-4/');
  assert.deepEqual(summary.date, { year: 2026, month: 1, day: 14 });
  assert.equal(summary.venue, 'Ferrous Notes, January 2026');
});

test('the kind follows from the venue, and the year of a conference from its name', () => {
  const of = (venue: string) => {
    const { kind, date } = buildReference(edition, { ...paper, venue });
    return [kind, date.year, date.month];
  };
  assert.deepEqual(of('NeurIPS 2026'), ['conference', 2026, undefined]);
  assert.deepEqual(of('ICLR 2026 workshop on AI for Science'), ['conference', 2026, undefined]);
  assert.deepEqual(of('Journal of Machine Learning Research'), ['article', 2025, 12]);
  assert.deepEqual(of('Nature'), ['article', 2025, 12]);
  assert.deepEqual(of('An Unheard-of Gathering 2026'), ['conference', 2026, undefined]);
  const { venue: _, ...unplaced } = paper;
  assert.equal(buildReference(edition, unplaced).kind, 'preprint');
});

test('names come apart into given, particle, family and suffix; a group is one name', () => {
  const of = (...names: Parameters<typeof nameOf>) => {
    const authors = [nameOf(...names)];
    return buildReference(edition, { ...paper, authors }).authors[0];
  };
  const person = { given: '', particle: '', suffix: '' };
  assert.deepEqual(of('Ada van der Quill'), {
    ...person,
    given: 'Ada',
    particle: 'van der',
    family: 'Quill',
  });
  assert.deepEqual(of('Martin Luther King Jr.'), {
    ...person,
    given: 'Martin Luther',
    family: 'King',
    suffix: 'Jr.',
  });
  assert.deepEqual(of('bell hooks'), { ...person, given: 'bell', family: 'hooks' });
  assert.deepEqual(of('José Ortega y Gasset'), {
    ...person,
    given: 'José',
    family: 'Ortega y Gasset',
  });
  assert.deepEqual(of('Madonna'), { ...person, family: 'Madonna' });
  assert.deepEqual(buildReference(edition, paper).authors[4], { literal: 'The Ironworks' });
});

test('the DOI is the paper’s own, else arXiv’s', () => {
  assert.equal(buildReference(edition, paper).doi, '10.48550/arXiv.2601.00001');
  assert.equal(buildReference(edition, { ...paper, doi: '10.1/x' }).doi, '10.1/x');
  assert.equal(buildReference(edition, digest.paperBySlug.get('listed')!).doi, undefined);
});

test('every page with papers has a list, in its order; what gathers one is served by its page', async () => {
  for (const one of await readEditions()) {
    const lists = new Map(listCited(one).map(({ page, slugs }) => [page, slugs]));
    const { routes } = one;
    assert.equal(lists.get(routes.papers())?.length, one.digest.papers.length);
    for (const { slug } of one.digest.papers) {
      assert.deepEqual(lists.get(routes.paper(slug)), [slug]);
    }
    for (const { id, papers } of one.digest.issues) {
      assert.deepEqual(lists.get(routes.issue(id)), papers);
    }
    for (const { id, papers } of one.digest.tags)
      assert.deepEqual(lists.get(routes.tag(id)), papers.length > 1 ? papers : undefined);
    for (const { id, papers, summaries } of one.digest.people) {
      const works = new Set([...papers, ...summaries]);
      assert.equal(lists.get(routes.author(id))?.length, works.size > 1 ? works.size : undefined);
    }
  }
});
