import type { APIRoute } from 'astro';
import { loadEdition } from '../digest/load.ts';
import { listPages, renderSitemap } from '../exports/sitemap.ts';

export const GET: APIRoute = async () => {
  const edition = await loadEdition();
  const [file] = renderSitemap(listPages(edition), edition.routes);
  return new Response(file.xml, { headers: { 'content-type': 'application/xml; charset=utf-8' } });
};
