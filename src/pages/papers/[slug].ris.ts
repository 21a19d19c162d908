import type { APIRoute } from 'astro';
import { listPaths, loadEdition } from '../../digest/load.ts';
import { buildReferences } from '../../exports/reference.ts';
import { renderRis } from '../../exports/ris.ts';

export const getStaticPaths = listPaths(({ digest }) =>
  digest.papers.map(({ slug }) => ({ slug })),
);

export const GET: APIRoute<Record<string, unknown>, { slug: string }> = async ({ params }) =>
  new Response(renderRis(buildReferences(await loadEdition(), [params.slug])), {
    headers: { 'content-type': 'application/x-research-info-systems; charset=utf-8' },
  });
