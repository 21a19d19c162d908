import type { APIRoute, GetStaticPaths } from 'astro';
import { loadEdition } from '../digest/load.ts';
import { renderBibtex } from '../exports/bibtex.ts';
import { listCited } from '../exports/lists.ts';
import { buildReferences } from '../exports/reference.ts';

export const getStaticPaths = (async () =>
  listCited(await loadEdition()).map(({ path, slugs }) => ({
    params: { path },
    props: { slugs },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ slugs: readonly string[] }> = async ({ props: { slugs } }) =>
  new Response(renderBibtex(buildReferences(await loadEdition(), slugs)), {
    headers: { 'content-type': 'application/x-bibtex; charset=utf-8' },
  });
