import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Issue, Paper } from '../../src/digest/model.ts';
import { buildStatistics, type StatisticsView } from '../../src/views/statistics.ts';
import { buildTimeline } from '../../src/views/timeline.ts';
import { readEdition } from '../edition.ts';

const edition = await readEdition();
const { digest } = edition;

const pictureOf = (view: StatisticsView, id: string) => {
  const picture = view.pictures.find((one) => one.id === id);
  assert.ok(picture, id);
  return picture;
};
const sum = (rows: string[][], column: number) =>
  rows.reduce((total, row) => total + Number(row[column]), 0);

test('every picture has its table, whose numbers are those of the digest', async () => {
  const view = await buildStatistics(edition);
  const summaries = digest.papers.filter(({ body }) => body);
  const months = pictureOf(view, 'months').table;
  assert.equal(sum(months.rows, 1), summaries.length);
  assert.deepEqual(
    months.rows.map(([month]) => month),
    ['Jan 2026', 'Feb 2026'],
  );
  const topics = pictureOf(view, 'topics').table;
  for (const [index, label] of topics.head.slice(1).entries()) {
    const tag = digest.tags.find((one) => one.label === label)!;
    const own = summaries.filter(({ tags }) => tags.includes(tag.id));
    assert.equal(sum(topics.rows, index + 1), own.length, label);
  }
  const writers = pictureOf(view, 'writers').table;
  assert.deepEqual(
    writers.rows.map(([name]) => name),
    ['Ada Quill', 'Bo Li'],
  );
  const issues = pictureOf(view, 'issues').table;
  assert.equal(issues.rows.length, digest.issues.length);
  const words = [...digest.issues, ...digest.papers].reduce(
    (total, { facts }) => total + (facts?.words ?? 0),
    0,
  );
  assert.equal(sum(issues.rows, 2), words);
  for (const { alt, said, table, wide } of view.pictures) {
    assert.ok(alt.length > 20 && said.length > 20 && wide.markup.length > 100);
    for (const row of table.rows) assert.equal(row.length, table.head.length);
  }
});

/** The fixture's digest with an issue and a paper in each of many months. */
function spread(count: number) {
  const issue = digest.issueById.get('2026-02')!;
  const paper = digest.paperBySlug.get('alone')!;
  const issues: Issue[] = [];
  const papers: Paper[] = [];
  for (let index = count - 1; index >= 0; index -= 1) {
    const id = `${2000 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
    issues.push({ ...issue, id, month: id, date: `${id}-28`, papers: [id] });
    papers.push({ ...paper, slug: id, issue: id });
  }
  const issueById = new Map(issues.map((one) => [one.id, one]));
  const paperBySlug = new Map(papers.map((one) => [one.slug, one]));
  return { ...edition, digest: { ...digest, issues, papers, issueById, paperBySlug } };
}

test('what are too many months for a line are quarters, then years', async () => {
  const first = async (count: number) =>
    pictureOf(await buildStatistics(spread(count)), 'months').table.rows.slice(0, 2);
  assert.deepEqual(await first(48), [
    ['Jan 2000', '1'],
    ['Feb 2000', '1'],
  ]);
  assert.deepEqual(await first(60), [
    ['Q1 2000', '3'],
    ['Q2 2000', '3'],
  ]);
  assert.deepEqual(await first(240), [
    ['2000', '12'],
    ['2001', '12'],
  ]);
  // Of many issues the newest are drawn, and all are in the table.
  const issues = pictureOf(await buildStatistics(spread(60)), 'issues');
  assert.match(issues.said, /newest 48 issues/);
  assert.equal(issues.table.rows.length, 60);
});

test('a word more is in the totals and the table, and draws nothing anew', async () => {
  const slugs = digest.issues.map(({ papers }) => papers[0] ?? '');
  const build = async (words: number) => {
    const papers = digest.papers.map((paper) => {
      const { slug, facts } = paper;
      // Beside a long one, a word is less than is seen.
      const own = slug === slugs.at(-1) ? 40_000 : slug === slugs.at(-2) ? words : facts?.words;
      return facts && own !== undefined ? { ...paper, facts: { ...facts, words: own } } : paper;
    });
    const paperBySlug = new Map(papers.map((paper) => [paper.slug, paper]));
    return await buildStatistics({ ...edition, digest: { ...digest, papers, paperBySlug } });
  };
  const [before, after] = [await build(20_000), await build(20_001)];
  assert.notEqual(after.totals, before.totals);
  assert.notDeepEqual(pictureOf(after, 'issues').table, pictureOf(before, 'issues').table);
  for (const { id, wide } of before.pictures)
    assert.equal(pictureOf(after, id).wide.markup, wide.markup);
});

test('a digest without a paper has no picture', async () => {
  const empty = { ...digest, issues: [], papers: [], people: [], tags: [] };
  assert.deepEqual((await buildStatistics({ ...edition, digest: empty })).pictures, []);
});

test('the timeline has each issue in its year, at its month or its day', () => {
  const years = buildTimeline(edition);
  assert.deepEqual(
    years.map(({ year, issues }) => [
      year,
      issues.map(({ href, at, stem }) => [href, Math.round(at * 1200), Math.round(stem * 12)]),
    ]),
    [
      [
        '2026',
        [
          ['/digest/issues/2026-01/', 50, 12],
          ['/digest/issues/2026-02/', 150, 1],
          ['/digest/issues/2026-rust/', 216, 1],
        ],
      ],
    ],
  );
  assert.equal(years[0]?.issues[1]?.name, 'February 2026: One paper, 1 paper');
  const one = { ...digest, issues: digest.issues.slice(0, 1) };
  assert.deepEqual(buildTimeline({ ...edition, digest: one }), []);
});
