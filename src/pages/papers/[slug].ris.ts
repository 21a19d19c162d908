import type { APIRoute, GetStaticPaths } from 'astro';
import { loadEdition } from '../../digest/load.ts';
import { buildReferences } from '../../exports/reference.ts';
import { renderRis } from '../../exports/ris.ts';

export const getStaticPaths = (async () => {
  const { digest } = await loadEdition();
  return digest.papers.map(({ slug }) => ({ params: { slug } }));
}) satisfies GetStaticPaths;

export const GET: APIRoute<Record<string, unknown>, { slug: string }> = async ({ params }) =>
  new Response(renderRis(buildReferences(await loadEdition(), [params.slug])), {
    headers: { 'content-type': 'application/x-research-info-systems; charset=utf-8' },
  });
