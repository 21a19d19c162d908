import type { APIRoute } from 'astro';
import { listPaths } from '../../digest/load.ts';
import { loadFeedFiles } from '../../feeds/load.ts';
import { renderFeedFile } from '../../feeds/render.ts';
import { FEED_FORMATS } from '../../routes.ts';

export const getStaticPaths = listPaths(async () => {
  const files = [...(await loadFeedFiles()).keys()].filter((path) => path.endsWith('/feed.xml'));
  return files.map((path) => ({ page: path.slice(0, -'/feed.xml'.length) }));
});

/** The feed of a tag, a category or a person, beside its page. */
export const GET: APIRoute<object, { page: string }> = async ({ params }) => {
  const files = await loadFeedFiles();
  const feed = files.get(`${params.page}/feed.xml`);
  if (!feed) throw new Error('There is no such feed.');
  return new Response(renderFeedFile(feed), {
    headers: { 'content-type': `${FEED_FORMATS[feed.format].type}; charset=utf-8` },
  });
};
