import type { APIRoute, GetStaticPaths } from 'astro';
import { loadEdition } from '../digest/load.ts';
import { listPages, renderSitemap } from '../exports/sitemap.ts';

/** None, unless there are more pages than one file may name. */
export const getStaticPaths = (async () => {
  const edition = await loadEdition();
  const [, ...parts] = renderSitemap(listPages(edition), edition.routes);
  return parts.map(({ xml }, index) => ({ params: { part: String(index + 1) }, props: { xml } }));
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ xml: string }> = ({ props: { xml } }) =>
  new Response(xml, { headers: { 'content-type': 'application/xml; charset=utf-8' } });
