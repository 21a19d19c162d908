import assert from 'node:assert/strict';
import { buildRecorded } from '../../src/digest/recorded.ts';
import { test } from 'node:test';
import { listMoves } from '../../src/digest/moves.ts';
import {
  dayOfIssue,
  listOfIssues,
  listOfPapers,
  listOfPerson,
  listOfTag,
  listPeriods,
  MOST_ROWS,
  OF_PAPERS,
  selectPeriod,
} from '../../src/digest/periods.ts';
import { listPages } from '../../src/exports/sitemap.ts';
import { buildAuthor } from '../../src/views/author.ts';
import { buildIssues } from '../../src/views/issues.ts';
import { buildPapers, buildTag } from '../../src/views/lists.ts';
import { enlarge } from './large.ts';

/** Four papers a day for so many days from 2023-01-01 on. */
const small = enlarge({ papers: MOST_ROWS });
const large = enlarge({ papers: 2000, aliases: '[shingle]' });
const tagOf = ({ digest }: typeof large) => digest.tagById.get('pebbles')!;
const periodsOf = (edition: typeof large) =>
  listPeriods(edition, listOfTag(edition.digest, edition.routes, tagOf(edition)));
const hrefs = (rows: { rows: { href: string }[] }[]) =>
  rows.flatMap(({ rows }) => rows.map(({ href }) => href));

test('a list that a page holds is one page, and all papers have their years', () => {
  assert.deepEqual(periodsOf(small), []);
  const { years, parts } = buildTag(small, 'pebbles');
  assert.equal(hrefs(years).length, MOST_ROWS);
  assert.equal(parts, undefined);
  assert.deepEqual(listPeriods(small, listOfPapers(small.digest, small.routes)), ['2023']);
});

test('a longer one has a page of each year, and of each month of a year that is too long', () => {
  const periods = periodsOf(large);
  assert.deepEqual(
    periods.filter((one) => one.length === 4),
    ['2024', '2023'],
  );
  assert.equal(periods.filter((one) => one.startsWith('2023-')).length, 12);
  const first = buildTag(large, 'pebbles');
  assert.equal(hrefs(first.years).length, OF_PAPERS.newest);
  assert.equal(first.parts?.said, `The newest ${OF_PAPERS.newest} of 2,000 papers.`);
  assert.equal(first.parts.older?.href, '/digest/tags/pebbles/2024/');
});

test('every paper of a tag stands on the page of its time, once', () => {
  const periods = periodsOf(large);
  const leaves = periods.filter((one) => !periods.some((other) => other.startsWith(`${one}-`)));
  const all = leaves.flatMap((period) => hrefs(buildTag(large, 'pebbles', period).years));
  assert.deepEqual(
    all.sort(),
    tagOf(large)
      .papers.map((slug) => large.routes.paper(slug))
      .sort(),
  );
});

test('a page of a time leads to those beside it, and says what it is of', () => {
  const march = buildTag(large, 'pebbles', '2023-03');
  assert.equal(march.title, 'Pebbles, March 2023');
  assert.equal(march.page.path, '/digest/tags/pebbles/2023/03/');
  assert.equal(march.parts?.newer?.href, '/digest/tags/pebbles/2023/04/');
  assert.equal(march.parts.older?.href, '/digest/tags/pebbles/2023/02/');
  assert.deepEqual(
    march.parts.years.map(({ text }) => text),
    ['Newest', '2024', '2023'],
  );
  assert.equal(march.parts.months.find(({ isHere }) => isHere)?.text, 'March');
  const year = buildPapers(large, '2023');
  assert.equal(year.title, 'Papers of 2023');
  assert.equal(year.parts?.said, 'The newest 50 of 1,460 papers.');
  assert.equal(year.parts.years.find(({ isHere }) => isHere)?.text, '2023');
});

test('a long page leaves the abstracts out', () => {
  const abstracts = (period: string) =>
    buildTag(large, 'pebbles', period).years.flatMap(({ rows }) =>
      rows.map(({ abstractHtml }) => abstractHtml !== undefined),
    );
  assert.ok(abstracts('2023-03').every((has) => !has));
  assert.ok(abstracts('').every((has) => has));
});

test('who wrote much has pages too, with their summaries and issues of the time', () => {
  const { digest, routes } = large;
  const writer = digest.personById.get('jo-marsh')!;
  const list = listOfPerson(digest, routes, writer);
  const periods = listPeriods(large, list);
  const first = buildAuthor(large, writer);
  assert.equal(first.summaries.length, OF_PAPERS.newest);
  assert.ok(first.issues.length < writer.issues.length);
  const leaves = periods.filter((one) => !periods.some((other) => other.startsWith(`${one}-`)));
  const views = leaves.map((period) => buildAuthor(large, writer, period));
  assert.equal(views.flatMap(({ summaries }) => summaries).length, writer.summaries.length);
  assert.equal(views.flatMap(({ issues }) => issues).length, writer.issues.length);
  assert.equal(views[0]?.page.path, routes.period(routes.author('jo-marsh'), leaves[0] ?? ''));
});

test('issues stand on the first page and on those of their years', () => {
  const { digest, routes } = large;
  const periods = listPeriods(large, listOfIssues(digest, routes));
  assert.deepEqual(periods, ['2024', '2023']);
  const first = buildIssues(large);
  assert.ok(first.timeline.flatMap(({ issues }) => issues).length === digest.issues.length);
  const own = (period: string) =>
    buildIssues(large, period).years.flatMap(({ issues }) => issues.map(({ href }) => href));
  assert.deepEqual(
    periods.flatMap(own),
    digest.issues
      .toSorted((a, b) => (dayOfIssue(a) < dayOfIssue(b) ? 1 : -1))
      .map(({ id }) => routes.issue(id)),
  );
});

test('what was published once stays, also where little is left of it', () => {
  const recorded = buildRecorded([
    { address: '/tags/pebbles/2019/', files: [] },
    { address: '/tags/shingle/2019/05/', files: [] },
    { address: '/tags/pebbles/about/', files: [] },
  ]);
  const kept = { ...small, recorded };
  assert.deepEqual(periodsOf(kept), ['2019']);
  const aliased = { ...large, recorded };
  assert.ok(['2019', '2019-05'].every((one) => periodsOf(aliased).includes(one)));
  const empty = buildTag(kept, 'pebbles', '2019');
  assert.deepEqual(empty.years, []);
  assert.equal(empty.parts?.years[0]?.href, '/digest/tags/pebbles/');
});

test('every page of a list is in the sitemap, with the day of its newest paper', () => {
  const pages = new Map(listPages(large).map(({ address, changed }) => [address, changed]));
  const { routes } = large;
  for (const period of periodsOf(large)) {
    const address = routes.absolute(routes.period(routes.tag('pebbles'), period));
    assert.ok(pages.get(address)?.startsWith(period), address);
  }
});

test('the years of a tag’s former name lead on to those of its name', () => {
  const { digest, routes, recorded } = large;
  const moves = listMoves(digest, routes, recorded);
  assert.deepEqual(
    moves.find(({ from }) => from === '/digest/tags/shingle/2023/03/'),
    {
      from: '/digest/tags/shingle/2023/03/',
      to: '/digest/tags/pebbles/2023/03/',
      title: 'Pebbles, March 2023',
    },
  );
});

test('of a month all is shown, of a year what a page holds', () => {
  const items = Array.from({ length: 20 }, (_, index) => `2024-01-${String(31 - index)}`);
  const most = { first: 10, newest: 3, year: 15 };
  const select = (period: string) => selectPeriod(items, String, period, most).shown.length;
  assert.deepEqual(['', '2024', '2024-01', '2023'].map(select), [3, 3, 20, 0]);
});
