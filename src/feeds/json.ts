import { writeTime } from './atom.ts';
import type { Feed, FeedItem } from './feed.ts';

/**
 * JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/). The archive follows by `next_url`, from the newest entries to
 * the oldest part.
 */
export function renderJsonFeed(feed: Feed): string {
  return `${JSON.stringify(
    {
      version: 'https://jsonfeed.org/version/1.1',
      title: feed.title,
      description: feed.description,
      home_page_url: feed.home,
      feed_url: feed.self,
      next_url: feed.archive.previous,
      icon: feed.icon,
      favicon: feed.icon,
      language: feed.language,
      authors: [feed.site],
      hubs: feed.hub === undefined ? undefined : [{ type: 'WebSub', url: feed.hub }],
      items: feed.items.map(buildItem),
    },
    null,
    1,
  )}\n`;
}

function buildItem(item: FeedItem): object {
  return {
    id: item.id,
    url: item.url,
    external_url: item.about,
    title: item.title,
    content_html: item.html,
    summary: item.summary,
    image: item.picture,
    date_published: writeTime(item.published),
    date_modified: writeTime(item.updated),
    authors: item.authors,
    tags: item.topics.map(({ label }) => label),
  };
}
