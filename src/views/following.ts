import type { Edition } from '../digest/edition.ts';
import { FEED_FORMATS } from '../routes.ts';
import { text } from '../text.ts';
import type { Alternate, TextLink } from './page.ts';

/** What a page that a feed follows says of it: to a program, and to who reads the page. */
export type Following = { alternates: Alternate[]; follow: TextLink };

/** @param home the path of the page, @param label what its feed is called */
export function buildFollowing(
  { digest, routes }: Edition,
  kind: keyof typeof text.feeds.follow,
  home: string,
  label: string,
): Following {
  const href = routes.facetFeed(home);
  const title = text.feeds.feedTitle(digest.site.name, label);
  return {
    alternates: [{ href, type: FEED_FORMATS.atom.type, title }],
    follow: { href, text: text.feeds.follow[kind] },
  };
}
