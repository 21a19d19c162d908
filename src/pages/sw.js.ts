import type { APIRoute } from 'astro';
import { loadEdition } from '../digest/load.ts';
import none from '../reader/no-worker.js?raw';
import worker from '../reader/worker.js?raw';
import { renderWorker } from '../views/worker.ts';

export const GET: APIRoute = async () => {
  const edition = await loadEdition();
  const source = edition.digest.site.offline ? worker : none;
  return new Response(renderWorker(edition, source), {
    headers: { 'content-type': 'text/javascript; charset=utf-8' },
  });
};
