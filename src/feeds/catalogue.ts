import type { Edition } from '../digest/edition.ts';
import { hasOwnFiles, listWorks } from '../digest/works.ts';
import { text } from '../text.ts';

/** In the order in which they are offered. */
export type FeedGroup = 'all' | 'tags' | 'categories' | 'people';

/** One thing that can be followed, before its entries are made. */
export type FeedSource = {
  group: FeedGroup;
  /** Of a main feed, which has more formats, a second flavour and an archive. */
  of?: 'papers' | 'issues';
  /** The end of its `tag:` URI: `feed/tags/memory`. */
  name: string;
  /** What it follows, `Memory`; a feed's own title has the site's name before it. */
  label: string;
  description: string;
  /** Paths: of the page that it follows, and of the feed as Atom. */
  home: string;
  path: string;
  /** Slugs of the papers that it follows. */
  papers: readonly string[];
};

/** Everything that can be followed, each once, in its first flavour and as Atom. */
export function listFeeds({ digest, routes }: Edition): FeedSource[] {
  const { description } = digest.site;
  const facet = (source: Omit<FeedSource, 'path'>): FeedSource => ({
    ...source,
    path: routes.facetFeed(source.home),
  });
  return [
    {
      group: 'all',
      of: 'papers',
      name: 'feed/papers',
      label: text.feeds.of.papers,
      description,
      home: routes.papers(),
      path: routes.feed('papers', 'atom'),
      papers: digest.papers.map(({ slug }) => slug),
    },
    {
      group: 'all',
      of: 'issues',
      name: 'feed/issues',
      label: text.feeds.of.issues,
      description,
      home: routes.issues(),
      path: routes.feed('issues', 'atom'),
      papers: [],
    },
    ...digest.tags.map((tag) =>
      facet({
        group: 'tags',
        name: `feed/tags/${tag.id}`,
        label: tag.label,
        description: tag.description,
        home: routes.tag(tag.id),
        papers: tag.papers,
      }),
    ),
    ...digest.categories.map(({ id, slug, label, papers }) => {
      const name = label === id ? id : `${label} (${id})`;
      return facet({
        group: 'categories',
        name: `feed/categories/${id}`,
        label: name,
        description: name,
        home: routes.category(slug),
        papers,
      });
    }),
    ...digest.people.filter(hasOwnFiles).map((person) =>
      facet({
        group: 'people',
        name: `feed/authors/${person.id}`,
        label: person.name,
        description: text.feeds.ofPerson(person.name),
        home: routes.author(person.id),
        papers: listWorks(person),
      }),
    ),
  ];
}
