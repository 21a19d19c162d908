import type { APIRoute } from 'astro';
import { loadEdition } from '../../digest/load.ts';
import { buildPapersFeed } from '../../feeds/papers.ts';
import { renderRss } from '../../feeds/rss.ts';

export const GET: APIRoute = async () =>
  new Response(renderRss(buildPapersFeed(await loadEdition())), {
    headers: { 'content-type': 'application/rss+xml; charset=utf-8' },
  });
