import type { APIRoute } from 'astro';
import { listPaths, loadEdition } from '../digest/load.ts';
import { listPages, renderSitemap } from '../exports/sitemap.ts';

/** None, unless there are more pages than one file may name. */
export const getStaticPaths = listPaths((edition) => {
  const [, ...parts] = renderSitemap(listPages(edition), edition.routes);
  return parts.map((_, index) => ({ part: String(index + 1) }));
});

export const GET: APIRoute<object, { part: string }> = async ({ params }) => {
  const edition = await loadEdition();
  const part = renderSitemap(listPages(edition), edition.routes)[Number(params.part)];
  return new Response(part?.xml, { headers: { 'content-type': 'application/xml; charset=utf-8' } });
};
