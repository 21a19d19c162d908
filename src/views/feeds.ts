import type { Edition } from '../digest/edition.ts';
import { text } from '../text.ts';
import type { Page } from './page.ts';

/** What there is to follow. */
export type FeedsView = { page: Page; feeds: { title: string; address: string }[] };

export function buildFeeds({ routes }: Edition): FeedsView {
  return {
    page: { title: text.feeds.title, description: text.feeds.intro, path: routes.feeds() },
    feeds: [{ title: text.feeds.papers, address: routes.absolute(routes.feed('papers', 'rss')) }],
  };
}
