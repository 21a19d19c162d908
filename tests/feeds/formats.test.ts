import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseAtomFeed } from 'feedsmith';
import { parseFragment } from 'parse5';
import type { Feed } from '../../src/feeds/feed.ts';
import { renderFeedFile } from '../../src/feeds/render.ts';
import type { FeedFormat } from '../../src/routes.ts';
import { readEdition } from '../edition.ts';
import { textOf } from '../site/site.ts';
import { buildFiles } from './edition.ts';
import { assertWellFormed, readWithFeedsmith, readWithRssParser, readXhtml } from './parsers.ts';

const formats = ['atom', 'rss', 'json'] as const;
const render = (format: FeedFormat, feed: Feed) => renderFeedFile({ path: '', format, feed });

const hostile =
  '</title><script>alert(1)</script> ]]> <![CDATA[ <!-- & &amp; "quoted" \'single\' \u0000\u000b\u001f\ufffe\ud800 𝔼 \u202e';
/** What XML has no place for is gone, half a pair is shown as such. */
const shown = hostile.replace(/[\u0000\u000b\u001f\ufffe]/g, '').replace('\ud800', '\ufffd');
const url = `https://shore.example/?a=1&b="><script>alert(1)</script>`;

const feed: Feed = {
  id: `tag:shore.example,2025:${hostile}`,
  title: hostile,
  description: hostile,
  home: url,
  self: `${url}#self`,
  language: 'en',
  site: { name: hostile, url },
  icon: url,
  licence: { name: hostile, url },
  hub: url,
  updated: '2026-03-22',
  items: [
    {
      id: hostile,
      url,
      title: hostile,
      about: url,
      authors: [
        { name: hostile, url },
        { name: 'Paul Balança', url },
      ],
      published: '2026-03-20',
      updated: '2026-03-22',
      summary: hostile,
      topics: [{ scheme: url, term: hostile, label: hostile }],
      picture: url,
      html: '<p>One &#60;b&#62; &#38; ]]&#62; 𝔼</p>',
    },
  ],
  archive: { previous: `${url}#previous`, next: `${url}#next`, current: `${url}#current` },
};

test('whatever a field holds, each format is well-formed and gives it back as text', async () => {
  for (const format of formats) {
    const source = render(format, feed);
    if (format !== 'json') await assertWellFormed(source);
    const read = readWithFeedsmith(format, source);
    // JSON has a place for every character.
    const text = format === 'json' ? hostile : shown;
    assert.equal(read.title, text, format);
    assert.deepEqual(
      read.items,
      [
        {
          id: text,
          url,
          title: text,
          published: '2026-03-20',
          updated: '2026-03-22',
          authors: [text, 'Paul Balança'],
          topics: [text],
          summary: text,
          html: feed.items[0]?.html,
        },
      ],
      format,
    );
  }
});

test('a title in Atom is text: no markup of a title reaches a reader', () => {
  const xml = render('atom', { ...feed, items: [{ ...feed.items[0]!, title: '<b>x</b> $&' }] });
  assert.ok(xml.includes('<title>&#60;b&#62;x&#60;/b&#62; $&#38;</title>'));
});

test('each document says where it is, and where the others of its feed are', () => {
  const previous = `prev-archive ${url}#previous`;
  const all = [`self ${url}#self`, `hub ${url}`, `current ${url}#current`, previous];
  const links = (format: FeedFormat, of: Feed) =>
    readWithFeedsmith(format, render(format, of)).links;
  for (const format of formats) {
    const found = links(format, feed);
    for (const link of format === 'json'
      ? [all[0], previous]
      : [...all, `next-archive ${url}#next`])
      assert.equal(found.filter((one) => one === link).length, 1, `${format}: ${link}`);
  }
  assert.match(render('atom', feed), /<fh:archive\/>/);
  const { hub: _, ...open } = feed;
  for (const format of ['atom', 'rss'] as const) {
    const xml = render(format, { ...open, archive: {} });
    assert.doesNotMatch(xml, /<fh:archive\/>|rel="(?:hub|current|prev-archive|next-archive)"/);
  }
});

test('an entry of Atom names its paper, its people and its topics by address', () => {
  const [entry] = parseAtomFeed(render('atom', feed)).entries ?? [];
  assert.deepEqual(
    entry?.links?.map(({ rel, href }) => [rel, href]),
    [
      ['alternate', url],
      ['related', url],
    ],
  );
  assert.deepEqual(entry.authors?.[1], { name: 'Paul Balança', uri: url });
  assert.deepEqual(entry.categories, [{ scheme: url, term: shown, label: shown }]);
});

test('days are written as each format has them', () => {
  assert.match(render('rss', feed), /<pubDate>Fri, 20 Mar 2026 00:00:00 \+0000<\/pubDate>/);
  assert.match(render('rss', feed), /<lastBuildDate>Sun, 22 Mar 2026 00:00:00 \+0000</);
  assert.match(render('atom', feed), /<published>2026-03-20T00:00:00Z<\/published>/);
  assert.match(render('json', feed), /"date_modified": "2026-03-22T00:00:00Z"/);
});

test('a feed without entries is a feed', async () => {
  for (const format of formats) {
    const source = render(format, { ...feed, items: [] });
    if (format !== 'json') await assertWellFormed(source);
    assert.deepEqual(readWithFeedsmith(format, source).items, [], format);
  }
});

test('parsers that had no part in it read back what the entries of a digest hold', async () => {
  for (const { path, format, feed } of await buildFiles(await readEdition())) {
    const source = renderFeedFile({ path, format, feed });
    const read = readWithFeedsmith(format, source);
    const expected = feed.items.map((item) => ({
      id: item.id,
      url: item.url,
      title: item.title,
      published: item.published,
      updated: item.updated,
      authors: item.authors.map(({ name }) => name),
      topics: item.topics.map(({ label }) => label),
      summary: item.summary,
      html: item.html,
    }));
    assert.deepEqual(read.items, expected, path);
    if (format === 'json') continue;
    await assertWellFormed(source);
    const short = expected.map(({ id, url, title, published, html }) => ({
      id,
      url,
      title,
      published,
      html,
    }));
    const other = await readWithRssParser(source);
    if (format === 'rss') assert.deepEqual(other, short, path);
    else {
      const facts = (items: typeof other) =>
        items.map(({ id, url, title, published }) => [id, url, title, published]);
      assert.deepEqual(facts(other), facts(short), path);
      assert.deepEqual(
        readXhtml(source).map(({ text }) => text),
        feed.items.map(({ html }) => textOf(parseFragment(html))),
        path,
      );
    }
  }
});
