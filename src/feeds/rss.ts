import type { Feed, FeedItem } from './feed.ts';

/**
 * RSS 2.0 with the full text in `content:encoded` and names in `dc:creator`
 * (https://www.rssboard.org/rss-specification, https://web.resource.org/rss/1.0/modules/content/).
 * By hand: of the two generators on npm, one writes control characters and e-mail-only authors,
 * the other markup in titles and no `self` link.
 */
export function renderRss(feed: Feed): string {
  const newest = feed.items
    .map((item) => item.published)
    .sort()
    .at(-1);
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">',
    '<channel>',
    element('title', feed.title),
    element('link', feed.home),
    `<atom:link href="${escapeXml(feed.self)}" rel="self" type="application/rss+xml"/>`,
    element('description', feed.description),
    element('language', feed.language),
    newest ? element('lastBuildDate', rfc822(newest)) : '',
    ...feed.items.map(renderItem),
    '</channel>',
    '</rss>',
    '',
  ]
    .filter((line, index, lines) => line !== '' || index === lines.length - 1)
    .join('\n');
}

function renderItem(item: FeedItem): string {
  return [
    '<item>',
    element('title', item.title),
    element('link', item.url),
    `<guid isPermaLink="false">${escapeXml(item.id)}</guid>`,
    element('pubDate', rfc822(item.published)),
    ...item.authors.map((name) => element('dc:creator', name)),
    ...item.tags.map((tag) => element('category', tag)),
    element('description', item.summary),
    element('content:encoded', item.html),
    '</item>',
  ].join('\n');
}

function element(name: string, text: string): string {
  return `<${name}>${escapeXml(text)}</${name}>`;
}

/** Escapes for text and double-quoted attributes; characters that XML 1.0 §2.2 has no place for become U+FFFD. */
export function escapeXml(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '\ufffd')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
}

/** `2026-03-22` → `Sun, 22 Mar 2026 00:00:00 +0000`. */
function rfc822(date: string): string {
  return new Date(`${date}T00:00:00Z`).toUTCString().replace('GMT', '+0000');
}
