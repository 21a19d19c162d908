import type { APIRoute } from 'astro';
import { listPaths, loadEdition } from '../../digest/load.ts';
import { listFacetFiles } from '../../feeds/build.ts';
import { loadFeedFile } from '../../feeds/load.ts';
import { respondWith } from '../../feeds/render.ts';

export const getStaticPaths = listPaths((edition) =>
  listFacetFiles(edition).map((path) => ({
    page: path.slice(edition.routes.base.length, -'/feed.xml'.length),
  })),
);

/** The feed of a tag, a category or a person, beside its page. */
export const GET: APIRoute<object, { page: string }> = async ({ params }) =>
  respondWith(await loadFeedFile(await loadEdition(), `${params.page}/feed.xml`));
