import type { APIRoute } from 'astro';
import { listPaths, loadEdition } from '../../digest/load.ts';
import { listMailPictures } from '../../mail/load.ts';

export const getStaticPaths = listPaths(async (edition) => {
  const pictures = [...edition.pictures.values(), ...(await listMailPictures(edition))];
  return pictures.map(({ name }) => ({ name }));
});

export const GET: APIRoute<object, { name: string }> = async ({ params }) => {
  const edition = await loadEdition();
  const pictures = [...edition.pictures.values(), ...(await listMailPictures(edition))];
  const picture = pictures.find(({ name }) => name === params.name);
  return new Response(Buffer.from(picture?.bytes ?? ''), {
    headers: { 'content-type': picture?.type ?? '' },
  });
};
