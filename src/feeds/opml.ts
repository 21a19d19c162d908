import type { Edition } from '../digest/edition.ts';
import { text } from '../text.ts';
import { listFeeds } from './catalogue.ts';
import { writeDocument, writeElement, writeText } from './xml.ts';

/**
 * Every feed once, to import into a reader (OPML 2.0, http://opml.org/spec2.opml): as Atom, whose other formats and
 * flavours would bring each entry again.
 */
export function renderOpml(edition: Edition): string {
  const { digest, routes } = edition;
  const { site } = digest;
  const byGroup = Map.groupBy(listFeeds(edition), ({ group }) => group);
  const groups = [...byGroup].map(([group, feeds]) =>
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
