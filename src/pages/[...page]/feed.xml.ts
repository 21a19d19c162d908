import type { APIRoute, GetStaticPaths } from 'astro';
import type { FeedFile } from '../../feeds/feed.ts';
import { loadFeedFiles } from '../../feeds/load.ts';
import { renderFeedFile } from '../../feeds/render.ts';
import { FEED_FORMATS } from '../../routes.ts';

export const getStaticPaths = (async () => {
  const files = [...(await loadFeedFiles())].filter(([path]) => path.endsWith('/feed.xml'));
  return files.map(([path, feed]) => ({
    params: { page: path.slice(0, -'/feed.xml'.length) },
    props: { feed },
  }));
}) satisfies GetStaticPaths;

/** The feed of a tag, a category or a person, beside its page. */
export const GET: APIRoute<{ feed: FeedFile }> = ({ props: { feed } }) =>
  new Response(renderFeedFile(feed), {
    headers: { 'content-type': `${FEED_FORMATS[feed.format].type}; charset=utf-8` },
  });
