import type { Edition } from '../digest/edition.ts';
import { hasOwnFiles, type Facet } from '../digest/facets.ts';
import { FEED_FORMATS } from '../routes.ts';
import { text } from '../text.ts';
import type { Alternate, TextLink } from './page.ts';

/** What a page that a feed follows says of it: to a program, and to who reads the page; nothing where there is none. */
export type Following = { alternates: Alternate[]; follow?: TextLink };

/** @param label what its feed is called */
export function buildFollowing(
  edition: Edition,
  kind: keyof typeof text.feeds.follow,
  facet: Facet,
  label: string,
): Following {
  if (!hasOwnFiles(edition, facet)) return { alternates: [] };
  const { digest, routes } = edition;
  const href = routes.facetFeed(facet.page);
  const title = text.feeds.feedTitle(digest.site.name, label);
  return {
    alternates: [{ href, type: FEED_FORMATS.atom.type, title }],
    follow: { href, text: text.feeds.follow[kind] },
  };
}
