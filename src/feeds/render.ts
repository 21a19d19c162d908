import { FEED_FORMATS, type FeedFormat } from '../routes.ts';
import { renderAtom } from './atom.ts';
import type { Feed, FeedFile } from './feed.ts';
import { renderJsonFeed } from './json.ts';
import { renderRss } from './rss.ts';

const renderers: Record<FeedFormat, (feed: Feed) => string> = {
  atom: renderAtom,
  rss: renderRss,
  json: renderJsonFeed,
};

export function renderFeedFile({ format, feed }: FeedFile): string {
  return renderers[format](feed);
}

/** What a page answers with. */
export function respondWith(file: FeedFile): Response {
  const { type } = FEED_FORMATS[file.format];
  // As bytes: a `Response` looks at every character of a text, and some feeds have millions.
  return new Response(Buffer.from(renderFeedFile(file)), {
    headers: { 'content-type': `${type}; charset=utf-8` },
  });
}
