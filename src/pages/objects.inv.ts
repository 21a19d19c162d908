import type { APIRoute } from 'astro';
import { loadEdition } from '../digest/load.ts';
import { renderInventory } from '../exports/inventory.ts';

export const GET: APIRoute = async () =>
  new Response(Buffer.from(await renderInventory(await loadEdition())), {
    headers: { 'content-type': 'application/octet-stream' },
  });
