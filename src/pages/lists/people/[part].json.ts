import type { APIRoute, GetStaticPaths } from 'astro';
import { loadEdition } from '../../../digest/load.ts';
import { buildPeopleParts } from '../../../lists/people.ts';
import type { PeopleFile } from '../../../reader/facts.ts';

export const getStaticPaths = (async () =>
  [...buildPeopleParts(await loadEdition())].map(([part, file]) => ({
    params: { part },
    props: { file },
  }))) satisfies GetStaticPaths;

/** People of whom a name has a word that begins so. */
export const GET: APIRoute<{ file: PeopleFile }> = ({ props: { file } }) => Response.json(file);
