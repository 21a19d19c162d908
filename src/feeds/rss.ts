import { FEED_FORMATS } from '../routes.ts';
import { writeTime } from './atom.ts';
import type { Feed, FeedItem } from './feed.ts';
import { writeDocument, writeElement, writeText } from './xml.ts';

/**
 * RSS 2.0 with the full text in `content:encoded` and names in `dc:creator`, since RSS's own author is a mail address
 * (https://www.rssboard.org/rss-specification, https://web.resource.org/rss/1.0/modules/content/). What RSS has no
 * word for is Atom's: `self`, `hub`, the archive, the day of a correction.
 */
export function renderRss(feed: Feed): string {
  const { archive, licence } = feed;
  const children = [
    writeText('title', feed.title),
    writeText('link', feed.home),
    writeText('description', feed.description),
    writeText('language', feed.language),
    writeText('copyright', licence && `${licence.name}, ${licence.url}`),
    writeText('lastBuildDate', writeDate(feed.updated)),
    writeLink('self', feed.self),
    writeLink('hub', feed.hub),
    archive.current === undefined ? '' : '<fh:archive/>',
    writeLink('current', archive.current),
    writeLink('prev-archive', archive.previous),
    writeLink('next-archive', archive.next),
    ...feed.items.map(writeItem),
  ];
  return writeDocument(
    writeElement('rss', [writeElement('channel', children)], {
      version: '2.0',
      'xmlns:atom': 'http://www.w3.org/2005/Atom',
      'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
      'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
      'xmlns:fh': 'http://purl.org/syndication/history/1.0',
    }),
  );
}

function writeItem(item: FeedItem): string {
  return writeElement('item', [
    writeText('title', item.title),
    writeText('link', item.url),
    writeText('guid', item.id, { isPermaLink: 'false' }),
    writeText('pubDate', writeDate(item.published)),
    writeText('atom:updated', writeTime(item.updated)),
    ...item.authors.map(({ name }) => writeText('dc:creator', name)),
    ...item.topics.map(({ label, scheme }) => writeText('category', label, { domain: scheme })),
    writeText('description', item.summary),
    writeText('content:encoded', item.html),
  ]);
}

function writeLink(rel: string, href: string | undefined): string {
  const type = rel === 'hub' ? undefined : FEED_FORMATS.rss.type;
  return href === undefined ? '' : writeText('atom:link', '', { rel, type, href });
}

/** RFC 822: `2026-03-22` → `Sun, 22 Mar 2026 00:00:00 +0000`. */
function writeDate(day: string): string {
  return new Date(writeTime(day)).toUTCString().replace('GMT', '+0000');
}
