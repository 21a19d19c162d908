import type { Edition } from '../digest/edition.ts';
import type { Move } from '../digest/moves.ts';
import { text } from '../text.ts';
import type { Page, TextLink } from './page.ts';

/** The page at an address that was published once: it leads on by itself, and by a link. */
export type MovedView = { page: Page; title: string; link: TextLink };

export function buildMoved({ routes }: Edition, { from, to, title }: Move): MovedView {
  const { pageTitle, moved } = text.lasting;
  const name = pageTitle(title, from.slice(routes.base.length));
  return {
    page: { title: name, description: name, path: to, isMoved: true },
    title: moved,
    link: { href: to, text: title },
  };
}
