import type { Edition } from '../digest/edition.ts';
import {
  facetOfCategory,
  facetOfPerson,
  facetOfTag,
  hasOwnFiles,
  type Facet,
} from '../digest/facets.ts';
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

/** Feeds of a group that are offered all together; of more, each is found on the page that it follows. */
const mostOffered = 200;

/** What is offered at once, on a page or to be imported, by group; nothing of a group that is too large for that. */
export function groupFeeds(edition: Edition): Map<FeedGroup, { feeds: FeedSource[]; all: number }> {
  const groups = Map.groupBy(listFeeds(edition), ({ group }) => group);
  return new Map(
    [...groups].map(([group, feeds]) => {
      return [group, { feeds: feeds.length > mostOffered ? [] : feeds, all: feeds.length }];
    }),
  );
}

/** Everything that can be followed, each once, in its first flavour and as Atom. */
export function listFeeds(edition: Edition): FeedSource[] {
  const { digest, routes } = edition;
  const { description } = digest.site;
  const follow = (
    facet: Facet,
    source: Pick<FeedSource, 'group' | 'name' | 'label' | 'description'>,
  ): FeedSource[] => {
    if (!hasOwnFiles(edition, facet)) return [];
    const { page: home, works: papers } = facet;
    return [{ ...source, home, path: routes.facetFeed(home), papers }];
  };
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
    ...digest.tags.flatMap((tag) =>
      follow(facetOfTag(routes, tag), {
        group: 'tags',
        name: `feed/tags/${tag.id}`,
        label: tag.label,
        description: tag.description,
      }),
    ),
    ...digest.categories.flatMap((category) => {
      const { id, label } = category;
      const name = label === id ? id : `${label} (${id})`;
      return follow(facetOfCategory(routes, category), {
        group: 'categories',
        name: `feed/categories/${id}`,
        label: name,
        description: name,
      });
    }),
    ...digest.people.flatMap((person) =>
      follow(facetOfPerson(routes, person), {
        group: 'people',
        name: `feed/authors/${person.id}`,
        label: person.name,
        description: text.feeds.ofPerson(person.name),
      }),
    ),
  ];
}
