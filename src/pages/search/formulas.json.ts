import type { APIRoute } from 'astro';
import { loadEdition } from '../../digest/load.ts';
import { buildFormulaDirectory } from '../../search/formulas.ts';

/** Which parts of the formulas may have what is sought. */
export const GET: APIRoute = async () =>
  Response.json(await buildFormulaDirectory(await loadEdition()));
