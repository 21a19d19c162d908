import type { Edition } from '../digest/edition.ts';
import { FEED_FORMATS } from '../routes.ts';
import { text } from '../text.ts';
import { buildMark, type Mark } from './mark.ts';
import type { Alternate, Sharing, TextLink } from './page.ts';

/** What the frame of every page shows. */
export type SiteView = {
  name: string;
  /** With its tagline, where it has one. */
  fullName: string;
  language: string;
  origin: string;
  home: string;
  favicon: string;
  mark: Mark;
  /** The sharing picture of pages that have none of their own. */
  sharing: Sharing;
  /** Each with the key that leads there after `g`. */
  nav: (TextLink & { key: string })[];
  footer: TextLink[];
  licence?: TextLink;
  /** What every page leads a feed reader to. */
  feeds: Alternate[];
  newsletter?: { action: string; text?: string };
  notice?: { title: string; text: string; link: TextLink };
};

export function buildSiteView({ digest: { site }, routes }: Edition): SiteView {
  const { nav, footer } = text;
  return {
    name: site.name,
    fullName: site.tagline ? `${site.name}: ${site.tagline}` : site.name,
    language: site.language,
    origin: new URL(site.url).origin,
    home: routes.home(),
    favicon: routes.favicon(),
    mark: buildMark(site),
    sharing: { src: routes.siteSharing(), alt: text.sharing(site.name) },
    nav: [
      { href: routes.issues(), text: nav.issues, key: 'i' },
      { href: routes.papers(), text: nav.papers, key: 'p' },
      { href: routes.authors(), text: nav.authors, key: 'a' },
      { href: routes.tags(), text: nav.tags, key: 't' },
      { href: routes.feeds(), text: nav.feeds, key: 'f' },
    ],
    footer: [
      { href: routes.about(), text: footer.about },
      { href: routes.contribute(), text: footer.writeForUs },
      { href: routes.equations(), text: footer.equations },
      { href: routes.statistics(), text: text.linking.statistics.title },
      { href: routes.feeds(), text: footer.feeds },
      ...(site.contact ? [{ href: site.contact, text: footer.contact }] : []),
      ...(site.repository ? [{ href: site.repository, text: footer.source }] : []),
    ],
    ...(site.licence && { licence: { href: site.licence.url, text: site.licence.name } }),
    feeds: [
      {
        href: routes.feed('papers', 'rss'),
        type: FEED_FORMATS.rss.type,
        title: text.feeds.feedTitle(site.name),
      },
    ],
    ...(site.newsletter && {
      newsletter: {
        action: site.newsletter.action,
        ...(site.newsletter.text && { text: site.newsletter.text }),
      },
    }),
    ...(site.notice && {
      notice: {
        title: site.notice.title,
        text: site.notice.text,
        link: { href: routes.given(site.notice.href), text: site.notice.label },
      },
    }),
  };
}
