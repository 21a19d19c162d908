import type { APIRoute } from 'astro';
import { listPaths } from '../../digest/load.ts';
import { readFormula } from '../../formula-pictures/kept.ts';
import { listFormulas } from '../../formula-pictures/load.ts';

export const getStaticPaths = listPaths(async (edition) =>
  (await listFormulas(edition)).map((name) => ({ name })),
);

export const GET: APIRoute<object, { name: string }> = ({ params }) =>
  new Response(Buffer.from(readFormula(params.name)), { headers: { 'content-type': 'image/png' } });
