import type { APIRoute } from 'astro';
import { listPaths } from '../../digest/load.ts';
import { loadFeedFiles } from '../../feeds/load.ts';
import { renderFeedFile } from '../../feeds/render.ts';
import { FEED_FORMATS } from '../../routes.ts';

export const getStaticPaths = listPaths(async () => {
  const files = [...(await loadFeedFiles()).keys()].filter((path) => path.startsWith('feeds/'));
  return files.map((path) => ({ file: path.slice('feeds/'.length) }));
});

export const GET: APIRoute<object, { file: string }> = async ({ params }) => {
  const files = await loadFeedFiles();
  const feed = files.get(`feeds/${params.file}`);
  if (!feed) throw new Error('There is no such feed.');
  return new Response(renderFeedFile(feed), {
    headers: { 'content-type': `${FEED_FORMATS[feed.format].type}; charset=utf-8` },
  });
};
