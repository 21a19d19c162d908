import type { APIRoute } from 'astro';
import { loadEdition } from '../digest/load.ts';
import { renderFavicon } from '../views/mark.ts';

export const GET: APIRoute = async () =>
  new Response(renderFavicon((await loadEdition()).digest.site), {
    headers: { 'content-type': 'image/svg+xml' },
  });
