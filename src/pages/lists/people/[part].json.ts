import type { APIRoute } from 'astro';
import { listPaths, loadEdition } from '../../../digest/load.ts';
import { listPeopleParts, loadPeoplePart } from '../../../lists/people.ts';

export const getStaticPaths = listPaths(async (edition) =>
  (await listPeopleParts(edition)).map((part) => ({ part })),
);

/** People of whom a name has a word that begins so. */
export const GET: APIRoute<object, { part: string }> = async ({ params }) =>
  Response.json(await loadPeoplePart(await loadEdition(), params.part));
