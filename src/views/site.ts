import type { Edition } from '../digest/edition.ts';
import { FEED_FORMATS } from '../routes.ts';
import { readSignUp } from '../sign-up.ts';
import type { Site } from '../site.ts';
import { text } from '../text.ts';
import { buildMark, type Mark } from './mark.ts';
import type { Alternate, Sharing, TextLink } from './page.ts';

/** What the frame of every page shows. */
export type SiteView = {
  name: string;
  /** With its tagline, where it has one. */
  fullName: string;
  language: string;
  /** As Open Graph writes it, `en_GB`; absent where the language names no country. */
  locale?: string;
  origin: string;
  home: string;
  favicon: string;
  mark: Mark;
  /** The sharing picture of pages that have none of their own. */
  sharing: Sharing;
  /** Each with the key that leads there after `g`. */
  nav: (TextLink & { key: string })[];
  footer: TextLink[];
  /** The page of what this browser keeps. */
  reading: TextLink;
  /** The worker that keeps pages for reading offline; absent where the site has none kept. */
  worker?: string;
  licence?: TextLink;
  /** What every page leads a feed reader to. */
  feeds: Alternate[];
  newsletter?: SignUpView;
  notice?: { title: string; text: string; link: TextLink };
};

/** The form to sign up by mail, and what is said beside it. */
export type SignUpView = {
  action: string;
  /** Sent with the address. */
  fields: { name: string; value: string }[];
  /** What subscribers get, and how often. */
  text: string;
  provider?: string;
  archive: TextLink;
};

function buildSignUp(
  newsletter: NonNullable<Site['newsletter']>,
  routes: Edition['routes'],
): SignUpView {
  const { action, provider } = newsletter;
  const fields = Object.entries(readSignUp(newsletter).fields);
  return {
    action,
    fields: fields.map(([name, value]) => ({ name, value })),
    text: newsletter.text ?? text.mail.signUp.gets,
    ...(provider !== undefined && { provider: text.mail.signUp.provider(provider) }),
    archive: { href: routes.issues(), text: text.mail.signUp.archive },
  };
}

export function buildSiteView({ digest: { site }, routes }: Edition): SiteView {
  const { nav, footer } = text;
  const [, language, country] =
    /^([a-z]{2,3})(?:-[A-Z][a-z]{3})?-([A-Z]{2})$/.exec(site.language) ?? [];
  const locale = language && country && `${language}_${country}`;
  return {
    name: site.name,
    fullName: site.tagline ? `${site.name}: ${site.tagline}` : site.name,
    language: site.language,
    ...(locale && { locale }),
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
      { href: routes.search(), text: nav.search, key: 's' },
    ],
    footer: [
      { href: routes.about(), text: footer.about },
      { href: routes.contribute(), text: footer.writeForUs },
      { href: routes.equations(), text: footer.equations },
      { href: routes.statistics(), text: text.linking.statistics.title },
      { href: routes.feeds(), text: footer.feeds },
      { href: routes.reading(), text: footer.reading },
      ...(site.contact ? [{ href: site.contact, text: footer.contact }] : []),
      ...(site.repository ? [{ href: site.repository, text: footer.source }] : []),
    ],
    ...(site.offline && { worker: routes.worker() }),
    reading: { href: routes.reading(), text: footer.reading },
    ...(site.licence && { licence: { href: site.licence.url, text: site.licence.name } }),
    feeds: (['papers', 'issues'] as const).flatMap((of) =>
      (['atom', 'rss'] as const).map((format) => ({
        href: routes.feed(of, format),
        type: FEED_FORMATS[format].type,
        title: text.feeds.inFormat(
          text.feeds.feedTitle(site.name, text.feeds.of[of]),
          text.feeds.formats[format],
        ),
      })),
    ),
    ...(site.newsletter && { newsletter: buildSignUp(site.newsletter, routes) }),
    ...(site.notice && {
      notice: {
        title: site.notice.title,
        text: site.notice.text,
        link: { href: routes.given(site.notice.href), text: site.notice.label },
      },
    }),
  };
}
