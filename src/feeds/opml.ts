import type { Edition } from '../digest/edition.ts';
import { text } from '../text.ts';
import { groupFeeds } from './catalogue.ts';
import { writeDocument, writeElement, writeText } from './xml.ts';

/**
 * The feeds once, to import into a reader (OPML 2.0, http://opml.org/spec2.opml): as Atom, whose other formats and
 * flavours would bring each entry again. Nobody follows thousands: of those, each is on the page that it follows.
 */
export function renderOpml(edition: Edition): string {
  const { digest, routes } = edition;
  const { site } = digest;
  const offered = [...groupFeeds(edition)].filter(([, { feeds }]) => feeds.length > 0);
  const groups = offered.map(([group, { feeds }]) =>
    writeElement(
      'outline',
      feeds.map(({ label, description, path, home }) =>
        writeText('outline', '', {
          type: 'rss',
          text: text.feeds.feedTitle(site.name, label),
          title: text.feeds.feedTitle(site.name, label),
          description,
          xmlUrl: routes.absolute(path),
          htmlUrl: routes.absolute(home),
        }),
      ),
      { text: text.feeds.groups[group] },
    ),
  );
  return writeDocument(
    writeElement(
      'opml',
      [writeElement('head', [writeText('title', site.name)]), writeElement('body', groups)],
      { version: '2.0' },
    ),
  );
}
