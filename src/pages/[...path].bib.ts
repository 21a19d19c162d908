import type { APIRoute } from 'astro';
import { listPaths, loadEdition } from '../digest/load.ts';
import { renderBibtex } from '../exports/bibtex.ts';
import { findCited, listCited } from '../exports/lists.ts';
import { buildReferences } from '../exports/reference.ts';

export const getStaticPaths = listPaths((edition) =>
  listCited(edition).map(({ path }) => ({ path })),
);

export const GET: APIRoute<object, { path: string }> = async ({ params }) => {
  const edition = await loadEdition();
  const references = buildReferences(edition, findCited(edition, params.path));
  return new Response(renderBibtex(references), {
    headers: { 'content-type': 'application/x-bibtex; charset=utf-8' },
  });
};
