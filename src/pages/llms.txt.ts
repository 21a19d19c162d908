import type { APIRoute } from 'astro';
import { loadEdition } from '../digest/load.ts';
import { renderLlms } from '../exports/llms.ts';

export const GET: APIRoute = async () =>
  new Response(renderLlms(await loadEdition()), {
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  });
