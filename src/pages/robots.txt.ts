import type { APIRoute } from 'astro';
import { loadEdition } from '../digest/load.ts';
import { renderRobots } from '../exports/robots.ts';

export const GET: APIRoute = async () =>
  new Response(renderRobots((await loadEdition()).routes), {
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  });
