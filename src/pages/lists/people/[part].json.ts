import type { APIRoute } from 'astro';
import { listPaths, loadEdition } from '../../../digest/load.ts';
import { buildPeopleParts } from '../../../lists/people.ts';

export const getStaticPaths = listPaths((edition) =>
  [...buildPeopleParts(edition).keys()].map((part) => ({ part })),
);

/** People of whom a name has a word that begins so. */
export const GET: APIRoute<object, { part: string }> = async ({ params }) =>
  Response.json(buildPeopleParts(await loadEdition()).get(params.part));
