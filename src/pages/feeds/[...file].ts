import type { APIRoute } from 'astro';
import { listPaths, loadEdition } from '../../digest/load.ts';
import { listFeedFiles, loadFeedFile } from '../../feeds/load.ts';
import { respondWith } from '../../feeds/render.ts';

export const getStaticPaths = listPaths(async (edition) =>
  (await listFeedFiles(edition)).map((path) => ({ file: path.slice('feeds/'.length) })),
);

export const GET: APIRoute<object, { file: string }> = async ({ params }) =>
  respondWith(await loadFeedFile(await loadEdition(), `feeds/${params.file}`));
