import type { APIRoute } from 'astro';
import { paperAt } from '../../digest/found.ts';
import { listPaths, loadEdition } from '../../digest/load.ts';
import { renderPaperMarkdown } from '../../exports/markdown.ts';

export const getStaticPaths = listPaths(({ digest }) =>
  digest.papers.map(({ slug }) => ({ slug })),
);

export const GET: APIRoute<object, { slug: string }> = async ({ params }) => {
  const edition = await loadEdition();
  return new Response(renderPaperMarkdown(edition, paperAt(edition.digest, params.slug)), {
    headers: { 'content-type': 'text/markdown; charset=utf-8' },
  });
};
