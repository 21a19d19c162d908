import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildAuthor } from '../../src/views/author.ts';
import { buildFeeds } from '../../src/views/feeds.ts';
import { buildCategory, buildTag } from '../../src/views/lists.ts';
import { buildSiteView } from '../../src/views/site.ts';
import { readEdition } from '../edition.ts';
import { renderOpml } from '../../src/feeds/opml.ts';
import { buildEdition, writePapers } from '../feeds/edition.ts';

const edition = await readEdition();

test('a tag, a category and a person of more than one work say how they are followed', () => {
  const person = (id: string) => buildAuthor(edition, edition.digest.personById.get(id)!);
  const pages = [buildTag(edition, 'furnaces'), buildCategory(edition, 'cs.LG'), person('bo-li')];
  assert.deepEqual(
    pages.map(({ page, follow }) => [page.alternates?.[0], follow?.href, follow?.text]),
    [
      ['tags/furnaces', 'furnaces', 'Follow this tag'],
      ['categories/cs-lg', 'Machine Learning (cs.LG)', 'Follow this category'],
      ['authors/bo-li', 'Bo Li', 'Follow these papers and summaries'],
    ].map(([path, label, words]) => {
      const href = `/digest/${path}/feed.xml`;
      const title = `Ferrous Notes: ${label}`;
      return [{ href, type: 'application/atom+xml', title }, href, words];
    }),
  );
  const alone = person('jose-de-la-cruz');
  assert.equal(alone.follow, undefined);
  assert.ok(alone.page.alternates?.every(({ type }) => type !== 'application/atom+xml'));
});

test('every page leads to the papers and the issues', () => {
  assert.deepEqual(
    buildSiteView(edition).feeds.map(({ href, title }) => [href, title]),
    [
      ['/digest/feeds/papers.atom', 'Ferrous Notes: papers (Atom)'],
      ['/digest/feeds/papers.xml', 'Ferrous Notes: papers (RSS)'],
      ['/digest/feeds/issues.atom', 'Ferrous Notes: issues (Atom)'],
      ['/digest/feeds/issues.xml', 'Ferrous Notes: issues (RSS)'],
    ],
  );
});

test('the page of feeds has addresses to copy, and a real entry with addresses of this site', () => {
  const { main, groups, opml, sample, trial } = buildFeeds(edition);
  for (const { addresses, pictures } of main)
    for (const { href } of [...addresses, ...pictures])
      assert.match(href, /^https:\/\/ferrous\.example\/digest\/feeds\//);
  assert.deepEqual(
    groups.map(({ id }) => id),
    ['tags', 'categories', 'people'],
  );
  assert.deepEqual(
    groups[0]?.entries.map(({ text, href, count }) => [text, href, count]),
    [
      ['alloys', '/digest/tags/alloys/feed.xml', '7 summaries'],
      ['furnaces', '/digest/tags/furnaces/feed.xml', '7 summaries'],
    ],
  );
  assert.equal(opml, '/digest/feeds/feeds.opml');
  assert.equal(sample?.title, 'Alone with a Formula Wider than Any Phone');
  assert.match(sample.html, /<a href="https:\/\/doi\.org\/10\.1234\/alone" rel="ugc nofollow">/);
  assert.match(sample.html, /<a href="\/digest\/papers\/alone\/#eq-long">/);
  assert.match(sample.html, /<h4>The key idea<\/h4>/);
  assert.doesNotMatch(sample.html, /katex|https:\/\/ferrous\.example/);
  assert.match(trial.html, /class="katex"/);
  assert.equal(trial.feeds.length, 2);
});

test('of hundreds of feeds of a kind the page leads to what they follow, and none is to be imported', () => {
  const names = Array.from({ length: 201 }, (_, index) => `A${index} Quill`);
  const authors = `[${names.join(', ')}]`;
  const [list, one, first, second] = writePapers(2, undefined, { 1: { authors }, 2: { authors } });
  const many = buildEdition([list!, one!, first!, second!]);
  const people = buildFeeds(many).groups.find(({ id }) => id === 'people');
  assert.deepEqual(people?.entries, []);
  // Besides them, who wrote the summaries.
  assert.match(people.index?.said ?? '', /^There are 202: /);
  assert.equal(people.index?.link.href, '/digest/authors/');
  assert.ok(buildFeeds(many).groups.some(({ id, entries }) => id === 'tags' && entries.length > 0));
  assert.doesNotMatch(renderOpml(many), /authors\/a7-quill/);
  assert.match(renderOpml(many), /tags\/pebbles/);
});

test('a digest without papers has feeds to follow, and no entry to show', () => {
  const { main, groups, sample } = buildFeeds(buildEdition([]));
  assert.equal(main.length, 2);
  assert.deepEqual(groups, []);
  assert.equal(sample, undefined);
});
