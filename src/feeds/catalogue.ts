import type { Edition } from '../digest/edition.ts';
import {
  facetOfCategory,
  facetOfPerson,
  facetOfTag,
  hasOwnFiles,
  type Facet,
} from '../digest/facets.ts';
import { findAt } from '../digest/found.ts';
import type { Category, Person, Tag } from '../digest/model.ts';
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
  /** Slugs of the papers that the feed of a facet follows; a main feed follows all. */
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
  const { tags, categories, people } = edition.digest;
  return [
    followAll(edition, 'papers'),
    followAll(edition, 'issues'),
    ...tags.flatMap((tag) => followTag(edition, tag)),
    ...categories.flatMap((category) => followCategory(edition, category)),
    ...people.flatMap((person) => followPerson(edition, person)),
  ];
}

/** The feed of a tag, a category or a person, by its path, found without a look at the others. */
export function findFeed(edition: Edition, path: string): FeedSource | undefined {
  const { digest, routes } = edition;
  const page = path.slice(routes.base.length, -routes.facetFeed('/').length);
  const found = findAt(digest, page);
  const [source] =
    found?.kind === 'tags'
      ? followTag(edition, found.thing)
      : found?.kind === 'categories'
        ? followCategory(edition, found.thing)
        : found?.kind === 'authors'
          ? followPerson(edition, found.thing)
          : [];
  return source?.path === path ? source : undefined;
}

/** One of the two main feeds; which entries it holds is for the cut to say. */
export function followAll({ digest, routes }: Edition, of: 'papers' | 'issues'): FeedSource {
  return {
    group: 'all',
    of,
    name: `feed/${of}`,
    label: text.feeds.of[of],
    description: digest.site.description,
    home: of === 'papers' ? routes.papers() : routes.issues(),
    path: routes.feed(of, 'atom'),
    papers: [],
  };
}

/** Nothing of a facet without files of its own. */
function follow(
  edition: Edition,
  facet: Facet,
  source: Pick<FeedSource, 'group' | 'name' | 'label' | 'description'>,
): FeedSource[] {
  if (!hasOwnFiles(edition, facet)) return [];
  const { page: home, works: papers } = facet;
  return [{ ...source, home, path: edition.routes.facetFeed(home), papers }];
}

function followTag(edition: Edition, tag: Tag): FeedSource[] {
  const { id, label, description } = tag;
  const facet = facetOfTag(edition.routes, tag);
  return follow(edition, facet, { group: 'tags', name: `feed/tags/${id}`, label, description });
}

function followCategory(edition: Edition, category: Category): FeedSource[] {
  const { id, label } = category;
  const name = label === id ? id : `${label} (${id})`;
  return follow(edition, facetOfCategory(edition.routes, category), {
    group: 'categories',
    name: `feed/categories/${id}`,
    label: name,
    description: name,
  });
}

function followPerson(edition: Edition, person: Person): FeedSource[] {
  return follow(edition, facetOfPerson(edition.routes, person), {
    group: 'people',
    name: `feed/authors/${person.id}`,
    label: person.name,
    description: text.feeds.ofPerson(person.name),
  });
}
