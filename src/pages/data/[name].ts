import type { APIRoute } from 'astro';
import { listPaths, loadEdition } from '../../digest/load.ts';

export const getStaticPaths = listPaths(({ data }) => [...data.keys()].map((name) => ({ name })));

export const GET: APIRoute<object, { name: string }> = async ({ params }) => {
  const bytes = (await loadEdition()).data.get(params.name);
  if (bytes === undefined) throw new Error(`There are no numbers in ${params.name}.`);
  return new Response(Buffer.from(bytes), {
    headers: { 'content-type': 'text/csv; charset=utf-8' },
  });
};
