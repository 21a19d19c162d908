import type { Picture as Shown, Resolve } from '../body/rendering/html.ts';
import type { Picture } from '../pictures/picture.ts';
import type { Article, Edition } from './edition.ts';
import { strangers } from '../routes.ts';
import { addressKey } from './graph.ts';
import { findText } from './sources.ts';

/**
 * Where the links and pictures of an entry lead: an address of a covered paper to its page here, any
 * other out, marked as a stranger's.
 *
 * @param address what an outlet makes of a path of the site: the path itself, or the full address
 */
export function resolveFor(
  edition: Edition,
  entry: Article,
  address: (path: string) => string = (path) => path,
): Resolve {
  const { digest, routes } = edition;
  const read = 'slug' in entry ? findText(entry) : undefined;
  return {
    link(url) {
      const slug = digest.paperByAddress.get(addressKey(url) ?? '');
      return slug
        ? { href: address(routes.paper(slug)), className: 'citation' }
        : { href: url, rel: strangers };
    },
    picture(src) {
      const picture = edition.pictureOf(entry, src);
      if (!picture) return undefined;
      return resolvePicture(edition, picture, address);
    },
    source(at) {
      if (read === undefined) return undefined;
      const page = /^pp?\. (\d+)/.exec(at)?.[1];
      // Every browser's PDF viewer knows it: https://www.rfc-editor.org/rfc/rfc8118#section-3
      const fragment = page !== undefined && read.pdf ? `#page=${page}` : '';
      return { href: read.href + fragment, rel: strangers };
    },
    plot(attributes) {
      const plot = edition.plotOf(entry, attributes);
      if (!plot) return undefined;
      const { wide, narrow, table, csv } = plot;
      const { name, width, height } = plot.picture;
      const picture = { href: address(routes.picture(name)), width, height };
      return { wide, narrow, table, picture, csv: address(routes.data(csv.name)) };
    },
  };
}

/**
 * The same for a document that is read away from our pages: every address in full, and `#anchor` its place on one.
 *
 * @param address what becomes of a path of the site
 */
export function resolveOutside(
  edition: Edition,
  entry: Article,
  address: (path: string) => string = edition.routes.absolute,
): Resolve {
  const resolve = resolveFor(edition, entry, address);
  const place = address(pageOf(edition, entry));
  const link = (url: string) =>
    url.startsWith('#') ? { href: place + url.slice(1) } : resolve.link(url);
  return { ...resolve, link };
}

/** The page that a text stands on, with what stands before its ids there: `/issues/2025-01/#intro--`. */
export function pageOf({ routes }: Edition, entry: Article): string {
  if ('slug' in entry) return `${routes.paper(entry.slug)}#`;
  return 'editors' in entry ? `${routes.issue(entry.id)}#intro--` : `${routes.about()}#`;
}

function resolvePicture(
  edition: Edition,
  picture: Picture,
  address: (path: string) => string,
): Shown {
  const { name, width, height, opaque } = picture;
  const { routes } = edition;
  const byType = new Map<string, string[]>();
  for (const one of edition.smallerOf(picture)) {
    const files = byType.get(one.type) ?? [];
    files.push(`${address(routes.picture(one.name))} ${one.width}w`);
    byType.set(one.type, files);
  }
  const sources = [...byType].map(([type, files]) => ({ type, srcset: files.join(', ') }));
  return { href: address(routes.picture(name)), width, height, opaque, sources };
}
