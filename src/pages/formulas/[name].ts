import type { APIRoute } from 'astro';
import { listPaths, loadEdition } from '../../digest/load.ts';
import { loadEditionFormulas } from '../../formula-pictures/load.ts';

export const getStaticPaths = listPaths(async (edition) => {
  const { files } = await loadEditionFormulas(edition);
  return [...files.keys()].map((name) => ({ name }));
});

export const GET: APIRoute<object, { name: string }> = async ({ params }) => {
  const { files } = await loadEditionFormulas(await loadEdition());
  return new Response(Buffer.from(files.get(params.name) ?? ''), {
    headers: { 'content-type': 'image/png' },
  });
};
