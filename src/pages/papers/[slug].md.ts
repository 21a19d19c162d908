import type { APIRoute, GetStaticPaths } from 'astro';
import { loadEdition } from '../../digest/load.ts';
import type { Paper } from '../../digest/model.ts';
import { renderPaperMarkdown } from '../../exports/markdown.ts';

export const getStaticPaths = (async () => {
  const { digest } = await loadEdition();
  return digest.papers.map((paper) => ({ params: { slug: paper.slug }, props: { paper } }));
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ paper: Paper }> = async ({ props: { paper } }) =>
  new Response(renderPaperMarkdown(await loadEdition(), paper), {
    headers: { 'content-type': 'text/markdown; charset=utf-8' },
  });
