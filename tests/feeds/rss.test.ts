import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseRssFeed } from 'feedsmith';
import { SaxesParser } from 'saxes';
import type { Feed } from '../../src/feeds/feed.ts';
import { escapeXml, renderRss } from '../../src/feeds/rss.ts';

const hostile = '</title><script>alert(1)</script> ]]> & "quoted" \u0000\u000b\ud800 𝔼';

const feed: Feed = {
  title: hostile,
  description: 'A feed',
  home: 'https://example.org/',
  self: 'https://example.org/feeds/papers.xml?a=1&b=2',
  language: 'en',
  items: [
    {
      id: 'tag:example.org,2026:paper/a',
      url: 'https://example.org/papers/a/',
      title: hostile,
      authors: [hostile, 'Paul Balança'],
      published: '2026-03-22',
      summary: hostile,
      tags: [hostile],
      html: '<p>One &lt;b&gt; &amp; ]]&gt;</p>',
    },
  ],
};

test('what a field holds stays text, whatever it is', () => {
  const xml = renderRss(feed);
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(xml).close();
  const read = parseRssFeed(xml);
  const shown = hostile.replace('\u0000\u000b\ud800', '\ufffd\ufffd\ufffd');
  assert.equal(read.items?.[0]?.title, shown);
  assert.equal(read.items[0].description, shown);
  assert.deepEqual(read.items[0].dc?.creators, [shown, 'Paul Balança']);
  assert.equal(read.items[0].content?.encoded, '<p>One &lt;b&gt; &amp; ]]&gt;</p>');
  assert.equal(read.items[0].guid?.value, 'tag:example.org,2026:paper/a');
});

test('days are written as RFC 822 has them', () => {
  assert.match(renderRss(feed), /<pubDate>Sun, 22 Mar 2026 00:00:00 \+0000<\/pubDate>/);
  assert.match(renderRss(feed), /<lastBuildDate>Sun, 22 Mar 2026/);
});

test('a feed without items is a feed', () => {
  const xml = renderRss({ ...feed, items: [] });
  assert.doesNotMatch(xml, /lastBuildDate/);
  assert.equal(parseRssFeed(xml).items?.length ?? 0, 0);
});

test('quotes are escaped for attributes', () => {
  assert.equal(escapeXml('a"b<c>&'), 'a&quot;b&lt;c&gt;&amp;');
});
