import type { APIRoute } from 'astro';
import { loadEdition } from '../../digest/load.ts';
import { renderOpml } from '../../feeds/opml.ts';

export const GET: APIRoute = async () =>
  new Response(renderOpml(await loadEdition()), {
    headers: { 'content-type': 'text/x-opml; charset=utf-8' },
  });
