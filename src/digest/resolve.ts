import type { Resolve } from '../body/rendering/html.ts';
import type { Edition } from './edition.ts';
import { strangers } from '../routes.ts';
import { addressKey } from './graph.ts';
import type { Issue, Paper } from './model.ts';

/**
 * Where the links and pictures of an entry lead: an address of a covered paper to its page here, any
 * other out, marked as a stranger's.
 *
 * @param address what an outlet makes of a path of the site: the path itself, or the full address
 */
export function resolveFor(
  edition: Edition,
  entry: Paper | Issue,
  address: (path: string) => string = (path) => path,
): Resolve {
  const { digest, routes } = edition;
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
      const { name, width, height } = picture;
      return { href: address(routes.picture(name)), width, height };
    },
  };
}
