import type { APIRoute } from 'astro';
import { loadEdition } from '../../digest/load.ts';

/** What the preview of a summary asks of the digest: ids, names, identifiers. */
export const GET: APIRoute = async () => Response.json((await loadEdition()).known());
