import type { APIRoute } from 'astro';
import { listPaths, loadEdition } from '../../../digest/load.ts';
import { buildFormulaIndex, listFormulaParts } from '../../../search/formulas.ts';

export const getStaticPaths = listPaths((edition) =>
  listFormulaParts(edition).map((part) => ({ part: String(part) })),
);

/** The formulas of a thousand papers with their places. */
export const GET: APIRoute = async ({ params }) =>
  Response.json(await buildFormulaIndex(await loadEdition(), Number(params['part'])));
