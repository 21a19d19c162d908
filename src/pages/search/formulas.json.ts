import type { APIRoute } from 'astro';
import { loadEdition } from '../../digest/load.ts';
import { buildFormulaIndex } from '../../search/formulas.ts';

/** Every formula of the digest with its place. */
export const GET: APIRoute = async () =>
  Response.json(await buildFormulaIndex(await loadEdition()));
