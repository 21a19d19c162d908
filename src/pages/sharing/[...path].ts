import type { APIRoute, GetStaticPaths } from 'astro';
import { loadEdition } from '../../digest/load.ts';
import { listSharingPictures } from '../../sharing/build.ts';
import { loadSharingPicture } from '../../sharing/load.ts';
import type { SharingPicture } from '../../sharing/picture.ts';

export const getStaticPaths = (async () => {
  const edition = await loadEdition();
  return listSharingPictures(edition).map(({ path, build }) => ({
    params: { path },
    props: { build },
  }));
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ build: () => SharingPicture }> = async ({ props: { build } }) =>
  new Response(Buffer.from(await loadSharingPicture(build())), {
    headers: { 'content-type': 'image/png' },
  });
