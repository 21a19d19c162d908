import type { Edition } from '../digest/edition.ts';
import { count, text } from '../text.ts';
import type { Page, TextLink } from './page.ts';

/** A list of links with counts, in named groups. */
export type IndexView = {
  page: Page;
  title: string;
  intro: string;
  groups: { id: string; title: string; entries: IndexEntry[] }[];
};
export type IndexEntry = TextLink & {
  count: string;
  description?: string;
  id?: string;
  lang?: string;
  /** In the row itself: what tells somebody from a namesake. */
  notes?: string;
};

/** Tags that are described where they are listed; of more, who looks for one is best served by their names. */
const mostDescribed = 400;

export type TagsView = IndexView & {
  /** Whether there is no more than a name and a number of each. */
  isDense: boolean;
};

export function buildTags({ digest, routes }: Edition): TagsView {
  const isDense = digest.tags.length > mostDescribed;
  return {
    page: { title: text.list.tags, description: text.list.tagsIntro, path: routes.tags() },
    title: text.list.tags,
    intro: text.list.tagsIntro,
    isDense,
    groups: [
      {
        id: 'tags',
        title: text.list.tags,
        entries: digest.tags.map((tag) => ({
          href: routes.tag(tag.id),
          text: tag.label,
          count: count(tag.papers.length, 'paper'),
          ...(!isDense && { description: tag.description }),
        })),
      },
      {
        id: 'categories',
        title: text.list.categories,
        entries: digest.categories.map((category) => ({
          href: routes.category(category.slug),
          text: category.label === category.id ? category.id : `${category.label} (${category.id})`,
          count: count(category.papers.length, 'paper'),
        })),
      },
    ].filter((group) => group.entries.length > 0),
  };
}
