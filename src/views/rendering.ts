import { renderPage, type RenderOptions, type Resolve } from '../body/rendering/html.ts';
import { addressKey } from '../digest/graph.ts';
import type { Edition } from '../digest/edition.ts';
import type { Issue, Paper, Text } from '../digest/model.ts';

/**
 * Where the links and pictures of an entry lead on a page: an address of a covered paper to its page
 * here, any other out, marked as a stranger's.
 */
export function resolveFor(edition: Edition, entry: Paper | Issue): Resolve {
  const { digest, routes } = edition;
  return {
    link(url) {
      const slug = digest.paperByAddress.get(addressKey(url) ?? '');
      return slug ? { href: routes.paper(slug) } : { href: url, rel: 'ugc nofollow' };
    },
    picture(src) {
      const picture = edition.pictureOf(entry, src);
      return (
        picture && {
          href: routes.picture(picture.name),
          width: picture.width,
          height: picture.height,
        }
      );
    },
  };
}

/** The body of a paper or the introduction of an issue as markup; empty where there is none. */
export function renderEntry(
  edition: Edition,
  entry: Paper | Issue,
  options: Omit<RenderOptions, 'resolve'>,
): string {
  const tree = edition.treeOf(entry);
  return tree ? renderPage(tree, { ...options, resolve: resolveFor(edition, entry) }) : '';
}

/** A title, a tldr, an abstract as markup. Links lead where their writer said. */
export function renderText({ tree }: Text): string {
  return renderPage(tree, {
    resolve: { link: (href) => ({ href, rel: 'ugc nofollow' }), picture: () => undefined },
    idPrefix: '',
    headingShift: 0,
  });
}
