import type { Edition } from '../digest/edition.ts';
import { text } from '../text.ts';
import type { TextLink } from './page.ts';

/** What the frame of every page shows. */
export type SiteView = {
  name: string;
  /** With its tagline, where it has one. */
  fullName: string;
  language: string;
  origin: string;
  home: string;
  favicon: string;
  nav: TextLink[];
  footer: TextLink[];
  licence?: TextLink;
  feed: { href: string; title: string };
  newsletter?: { action: string; text?: string };
  notice?: { title: string; text: string; link: TextLink };
  /** Rules that give the hues of site.yaml to the classes `hue-1` …; empty where the program's own serve. */
  hueStyles: string;
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
    nav: [
      { href: routes.issues(), text: nav.issues },
      { href: routes.papers(), text: nav.papers },
      { href: routes.authors(), text: nav.authors },
      { href: routes.tags(), text: nav.tags },
      { href: routes.feeds(), text: nav.feeds },
    ],
    footer: [
      { href: routes.about(), text: footer.about },
      { href: routes.contribute(), text: footer.writeForUs },
      { href: routes.equations(), text: footer.equations },
      { href: routes.feeds(), text: footer.feeds },
      ...(site.contact ? [{ href: site.contact, text: footer.contact }] : []),
      ...(site.repository ? [{ href: site.repository, text: footer.source }] : []),
    ],
    ...(site.licence && { licence: { href: site.licence.url, text: site.licence.name } }),
    feed: { href: routes.papersFeed(), title: text.feeds.feedTitle(site.name) },
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
    hueStyles: (site.hues ?? [])
      .map(({ light, dark }, index) => `.hue-${index + 1}{--live:light-dark(${light},${dark})}`)
      .join(''),
  };
}
