import { FEED_FORMATS } from '../routes.ts';
import type { Feed, FeedItem, Link } from './feed.ts';
import { writeDocument, writeElement, writeText } from './xml.ts';

/**
 * Atom 1.0 (https://www.rfc-editor.org/rfc/rfc4287) with the archive of RFC 5005. The text is `type="xhtml"`: a part
 * of the document that was made from the tree, not markup in a string that every reader parses again.
 *
 * By hand, as are the other formats: of the two generators on npm, `@astrojs/rss` knows neither Atom nor JSON Feed
 * and lets control characters through; `feed` does too, gives titles as markup, which a `<b>` in a title then is,
 * and writes JSON Feed 1.0, RSS with two authors in one element, and neither `self` in RSS nor xhtml in Atom.
 */
export function renderAtom(feed: Feed): string {
  const { archive, licence } = feed;
  const { type } = FEED_FORMATS.atom;
  const children = [
    writeText('id', feed.id),
    writeText('title', feed.title),
    writeText('subtitle', feed.description),
    writeText('updated', writeTime(feed.updated)),
    writeLink('self', feed.self, type),
    writeLink('alternate', feed.home, 'text/html'),
    writeLink('hub', feed.hub),
    archive.current === undefined ? '' : '<fh:archive/>',
    writeLink('current', archive.current, type),
    writeLink('prev-archive', archive.previous, type),
    writeLink('next-archive', archive.next, type),
    writePerson(feed.site),
    writeText('icon', feed.icon),
    ...(licence
      ? [
          writeText('rights', `${licence.name}, ${licence.url}`),
          // https://www.rfc-editor.org/rfc/rfc4946
          writeLink('license', licence.url),
        ]
      : []),
    ...feed.items.map(writeEntry),
  ];
  return writeDocument(
    writeElement('feed', children, {
      xmlns: 'http://www.w3.org/2005/Atom',
      'xmlns:fh': 'http://purl.org/syndication/history/1.0',
      'xml:lang': feed.language,
    }),
  );
}

function writeEntry(item: FeedItem): string {
  return writeElement('entry', [
    writeText('id', item.id),
    writeText('title', item.title),
    writeText('published', writeTime(item.published)),
    writeText('updated', writeTime(item.updated)),
    writeLink('alternate', item.url, 'text/html'),
    writeLink('related', item.about),
    ...item.authors.map(writePerson),
    ...item.topics.map((topic) => writeText('category', '', topic)),
    writeText('summary', item.summary),
    `<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">${item.html}</div></content>`,
  ]);
}

function writePerson({ name, url }: Link): string {
  return writeElement('author', [writeText('name', name), writeText('uri', url)]);
}

function writeLink(rel: string, href: string | undefined, type?: string): string {
  return href === undefined ? '' : writeText('link', '', { rel, type, href });
}

/** `2026-03-22` → `2026-03-22T00:00:00Z`. */
export function writeTime(day: string): string {
  return `${day}T00:00:00Z`;
}
