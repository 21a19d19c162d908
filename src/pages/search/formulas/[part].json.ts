import type { APIRoute, GetStaticPaths } from 'astro';
import { loadEdition } from '../../../digest/load.ts';
import { buildFormulaIndex, listFormulaParts } from '../../../search/formulas.ts';

export const getStaticPaths = (async () =>
  listFormulaParts(await loadEdition()).map((part) => ({
    params: { part: String(part) },
  }))) satisfies GetStaticPaths;

/** The formulas of a thousand papers with their places. */
export const GET: APIRoute = async ({ params }) =>
  Response.json(buildFormulaIndex(await loadEdition(), Number(params['part'])));
