import type { APIRoute } from 'astro';
import { listPaths, loadEdition } from '../../digest/load.ts';
import { buildSharingPicture, listSharingPictures } from '../../sharing/build.ts';
import { loadSharingPicture } from '../../sharing/load.ts';

export const getStaticPaths = listPaths((edition) =>
  listSharingPictures(edition).map((path) => ({ path })),
);

export const GET: APIRoute<object, { path: string }> = async ({ params }) => {
  const picture = buildSharingPicture(await loadEdition(), params.path);
  return new Response(Buffer.from(await loadSharingPicture(picture)), {
    headers: { 'content-type': 'image/png' },
  });
};
