import type { APIRoute, GetStaticPaths } from 'astro';
import { loadEdition } from '../../../digest/load.ts';
import { buildPaperFacts } from '../../../lists/papers.ts';
import { listYears } from '../../../digest/periods.ts';

export const getStaticPaths = (async () =>
  listYears(await loadEdition()).map((year) => ({ params: { year } }))) satisfies GetStaticPaths;

/** What a list of papers is sorted and filtered by. */
export const GET: APIRoute = async ({ params: { year = '' } }) =>
  Response.json(buildPaperFacts(await loadEdition(), year));
