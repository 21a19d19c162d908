import assert from 'node:assert/strict';
import test from 'node:test';
import { buildDigest } from '../../src/digest/build.ts';
import type { Entry } from '../../src/digest/entry.ts';
import { build, issue, lines, listing, paper, person, site, tags } from './fixture.ts';

/** A digest of two issues, a listing, a draft, and people of every kind. */
function entries(): Entry[] {
  return [
    tags(
      'pebbles: { label: Pebbles, description: Small stones., aliases: [shingle] }\nwaves: { label: waves, description: Water. }\n',
    ),
    issue('2025-01', { papers: '[tides, sorting]' }),
    issue('2025-neurips', { title: 'NeurIPS', date: '2025-12-10', editors: '[Bo Finch]' }),
    issue('2025-03', { draft: 'true' }),
    paper('2025-01/sorting', {
      arxiv: '2501.00663v2',
      authors: '[Paul van Balança, { name: "Cai, J.L.", affiliation: Shore }, The Pebble Group]',
      tags: '[shingle, waves]',
      categories: '[cs.LG, hep-th]',
      reviewers: '[bo-finch]',
      abstractBy: 'authors',
      links: '{ code: https://forge.example/x }',
      corrections: '[{ date: 2025-02-01, note: One. }, { date: 2025-03-01, note: Two. }]',
    }),
    paper(
      '2025-01/tides',
      { summarised: '2025-01-25', published: '2023-05-01', authors: '[J. L. Cai]' },
      'After [sorting](https://doi.org/10.48550/arXiv.2501.00663) and [itself](https://arxiv.org/abs/2301.00001).',
    ),
    paper('2025-01/early', {
      summarised: '2025-01-02',
      published: '2023-01-02',
      arxiv: '2301.00001',
    }),
    paper('2025-01/also-early', { summarised: '2025-01-02' }),
    listing('2025-01/covered', { summarisedIn: 'sorting', published: '2022-01-01' }),
    paper(
      '2025-neurips/late',
      { summarised: '2025-12-01', withdrawn: '{ date: 2025-12-20, note: It was *wrong*. }' },
      'See [one](https://arxiv.org/pdf/2501.00663v1) and [one again](https://arxiv.org/abs/2501.00663).',
    ),
    paper('2025-03/of-draft'),
    paper('2025-01/unready', { draft: 'true' }),
    person('pebble-group', { name: 'The Pebble Group', collective: 'true' }),
    person('paul', {
      name: 'Paul van Balança',
      names: '[保罗]',
      family: 'Balança',
      aliases: '[pvb]',
    }),
  ];
}

const { digest, problems } = build(...entries());
const paperOf = (slug: string) => {
  const found = digest.paperBySlug.get(slug);
  assert.ok(found, slug);
  return found;
};

test('the digest of the fixture is sound', () => assert.deepEqual(lines(problems), []));

test('drafts and the papers of a draft issue are left out, unless they are asked for', () => {
  assert.equal(digest.paperBySlug.has('unready'), false);
  assert.equal(digest.paperBySlug.has('of-draft'), false);
  assert.equal(digest.issueById.has('2025-03'), false);
  const shown = buildDigest(entries(), site, { drafts: true }).digest;
  assert.ok(shown.paperBySlug.has('unready'));
  assert.ok(shown.paperBySlug.has('of-draft'));
  assert.ok(shown.issueById.has('2025-03'));
});

test('issues are newest first, their papers in reading order', () => {
  assert.deepEqual(
    digest.issues.map(({ id, month, papers }) => [id, month, papers]),
    [
      ['2025-neurips', undefined, ['late']],
      ['2025-01', '2025-01', ['tides', 'sorting', 'also-early', 'early', 'covered']],
    ],
  );
});

test('papers are newest first by the day of the summary, else of the paper', () => {
  assert.deepEqual(
    digest.papers.map(({ slug, day }) => `${day} ${slug}`),
    [
      '2025-12-01 late',
      '2025-01-25 tides',
      '2025-01-20 sorting',
      '2025-01-02 also-early',
      '2025-01-02 early',
      '2022-01-01 covered',
    ],
  );
});

test('of summaries of one day that of the newest paper comes first', () => {
  const of = (slug: string, published: string) =>
    paper(`2025-01/${slug}`, { summarised: '2025-01-20', published });
  const { digest } = build(
    tags(),
    issue('2025-01'),
    of('aged', '2023-01-01'),
    of('fresh', '2025-01-02'),
    of('middle', '2024-05-05'),
  );
  assert.deepEqual(
    digest.papers.map(({ slug }) => slug),
    ['fresh', 'middle', 'aged'],
  );
});

test('a paper with all it can have', () => {
  const sorting = paperOf('sorting');
  assert.deepEqual(sorting.authors, [
    { name: 'Paul van Balança', given: 'Paul van', family: 'Balança', person: 'paul' },
    { name: 'J.L. Cai', given: 'J.L.', family: 'Cai', person: 'j-l-cai', affiliation: 'Shore' },
    { name: 'The Pebble Group', given: '', family: 'The Pebble Group', person: 'pebble-group' },
  ]);
  assert.deepEqual(sorting.arxiv, { id: '2501.00663', version: 'v2' });
  assert.deepEqual(sorting.tags, ['pebbles', 'waves']);
  assert.deepEqual(sorting.writers, ['jo-marsh']);
  assert.deepEqual(sorting.reviewers, ['bo-finch']);
  assert.deepEqual(sorting.links, { code: 'https://forge.example/x' });
  assert.deepEqual(
    sorting.corrections.map(({ date, note }) => `${date} ${note.plain}`),
    ['2025-03-01 Two.', '2025-02-01 One.'],
  );
  assert.equal(sorting.abstractByAuthors, true);
  assert.deepEqual(sorting.covers, ['covered']);
  assert.equal(sorting.id, 'sorting');
});

test('a listing has no facts; a withdrawn paper keeps its page and says why', () => {
  const covered = paperOf('covered');
  assert.deepEqual(
    [covered.body, covered.facts, covered.summarisedIn],
    [false, undefined, 'sorting'],
  );
  assert.equal(paperOf('late').withdrawn?.note.plain, 'It was wrong.');
});

test('links between summaries, both ways, newest first', () => {
  assert.deepEqual(paperOf('tides').citations, ['sorting', 'early']);
  assert.deepEqual(paperOf('late').citations, ['sorting']);
  assert.deepEqual(
    paperOf('sorting').mentionedBy.map(({ slug }) => slug),
    ['late', 'tides'],
  );
  assert.equal(digest.paperByAddress.get('arxiv:2501.00663'), 'sorting');
});

test('people by family name, with everything they did', () => {
  assert.deepEqual(
    digest.people.map(({ id, name, names, papers, summaries, reviews, issues }) => {
      return [id, name, names.join(), papers, summaries.length, reviews, issues].join(' | ');
    }),
    [
      'paul | Paul van Balança | 保罗 | sorting | 0 |  | ',
      'j-l-cai | J. L. Cai |  | sorting,tides | 0 |  | ',
      'bo-finch | Bo Finch |  |  | 0 | sorting | 2025-neurips',
      'jo-marsh | Jo Marsh |  |  | 5 |  | 2025-01',
      'ada-quill | Ada Quill |  | also-early,late,early,covered | 0 |  | ',
      'pebble-group | The Pebble Group |  | sorting | 0 |  | ',
    ],
  );
});

test('tags and categories with their papers', () => {
  assert.deepEqual(
    digest.tags.map(({ id, papers }) => `${id}: ${papers.join()}`),
    ['pebbles: late,tides,sorting,also-early,early,covered', 'waves: sorting'],
  );
  assert.deepEqual(digest.categories, [
    { id: 'cs.LG', slug: 'cs-lg', label: 'Machine Learning', papers: ['sorting'] },
    { id: 'hep-th', slug: 'hep-th', label: 'High Energy Physics: Theory', papers: ['sorting'] },
  ]);
});

test('the order of the entries makes no difference', () => {
  const list = entries();
  const forwards = buildDigest(structuredClone(list), site);
  for (const shuffled of [[...list].reverse(), [...list.slice(5), ...list.slice(0, 5)]]) {
    assert.deepEqual(buildDigest(structuredClone(shuffled), site), forwards);
  }
});

test('the digest is frozen, down to its texts', () => {
  assert.throws(() => digest.papers.push(paperOf('late')), TypeError);
  assert.throws(() => paperOf('late').tags.pop(), TypeError);
  assert.throws(() => paperOf('late').title.tree.children.pop(), TypeError);
});

test('what cannot be shown is left out, and the rest is there', () => {
  const { digest: rest, problems: found } = build(
    tags(),
    issue('2025-01'),
    paper('2025-01/a'),
    paper('2025-01/b', { published: 'soon' }),
  );
  assert.deepEqual([...rest.paperBySlug.keys()], ['a']);
  assert.deepEqual(rest.issueById.get('2025-01')?.papers, ['a']);
  assert.deepEqual(
    found.map(({ code }) => code),
    ['not-a-date'],
  );
});

test('nothing at all is an empty digest', () => {
  const { digest: empty, problems: none } = build();
  assert.deepEqual(none, []);
  assert.deepEqual([empty.papers, empty.issues, empty.people, empty.tags], [[], [], [], []]);
});
