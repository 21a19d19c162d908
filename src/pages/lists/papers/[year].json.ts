import type { APIRoute } from 'astro';
import { listPaths, loadEdition } from '../../../digest/load.ts';
import { buildPaperFacts } from '../../../lists/papers.ts';
import { listYears } from '../../../digest/periods.ts';

export const getStaticPaths = listPaths((edition) => listYears(edition).map((year) => ({ year })));

/** What a list of papers is sorted and filtered by. */
export const GET: APIRoute = async ({ params: { year = '' } }) =>
  Response.json(buildPaperFacts(await loadEdition(), year));
