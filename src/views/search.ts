import type { Edition } from '../digest/edition.ts';
import { text } from '../text.ts';
import type { Page, TextLink } from './page.ts';

/** The page that searches: what its script asks for, and where readers go who have none. */
export type SearchView = {
  page: Page;
  /** Its own address, which takes what is searched as `?q=`. */
  action: string;
  /** Addresses of the index of texts, a folder, of the formulas and of the words. */
  index: string;
  formulas: string;
  words: string;
  /** The indexes of the digest. */
  indexes: TextLink[];
};

export function buildSearch({ routes }: Edition): SearchView {
  const { nav, search, equations } = text;
  return {
    page: { title: search.title, description: search.description, path: routes.search() },
    action: routes.search(),
    index: routes.searchIndex(),
    formulas: routes.searchFormulas(),
    words: routes.searchWords(),
    indexes: [
      { href: routes.issues(), text: nav.issues },
      { href: routes.papers(), text: nav.papers },
      { href: routes.authors(), text: nav.authors },
      { href: routes.tags(), text: nav.tags },
      { href: routes.equations(), text: equations.title },
    ],
  };
}
