import { renderFeed } from '../body/rendering/html.ts';
import type { Edition } from '../digest/edition.ts';
import type { Paper } from '../digest/model.ts';
import { resolveFor } from '../digest/resolve.ts';
import { text } from '../text.ts';
import type { Feed, FeedItem } from './feed.ts';

/** Papers in the feed; a reader that follows keeps the older ones. */
const newest = 50;

/** Every summary in full, by the day of the summary. Listings and withdrawn papers say nothing new and are left out. */
export function buildPapersFeed(edition: Edition): Feed {
  const { digest, routes } = edition;
  return {
    title: text.feeds.feedTitle(digest.site.name),
    description: digest.site.description,
    home: routes.absolute(routes.home()),
    self: routes.absolute(routes.feed('papers', 'rss')),
    language: digest.site.language,
    items: digest.papers
      .filter((paper) => paper.body && !paper.withdrawn)
      .slice(0, newest)
      .map((paper) => buildItem(edition, paper)),
  };
}

function buildItem(edition: Edition, paper: Paper): FeedItem {
  const { digest, routes } = edition;
  return {
    id: `tag:${digest.site.feeds.authority}:paper/${paper.id}`,
    url: routes.absolute(routes.paper(paper.slug)),
    title: paper.title.plain,
    authors: paper.writers.map((id) => digest.personById.get(id)?.name ?? id),
    published: paper.summarised ?? paper.published,
    summary: paper.tldr.plain,
    tags: paper.tags.map((id) => digest.tagById.get(id)?.label ?? id),
    html: renderItem(edition, paper),
  };
}

function renderItem(edition: Edition, paper: Paper): string {
  const { routes } = edition;
  const tree = edition.treeOf(paper);
  if (!tree) return '';
  const resolve = resolveFor(edition, paper, routes.absolute);
  // A reader shows many items in one page, where a bare fragment leads astray.
  const link = (url: string) =>
    url.startsWith('#')
      ? { href: routes.absolute(routes.paper(paper.slug)) + url }
      : resolve.link(url);
  return renderFeed(tree, { idPrefix: '', headingShift: 0, resolve: { ...resolve, link } });
}
