import type { APIRoute, GetStaticPaths } from 'astro';
import { loadEdition } from '../../digest/load.ts';
import { listMailPictures } from '../../mail/load.ts';
import type { Picture } from '../../pictures/picture.ts';

export const getStaticPaths = (async () => {
  const edition = await loadEdition();
  const pictures = [...edition.pictures.values(), ...(await listMailPictures(edition))];
  return pictures.map((picture) => ({ params: { name: picture.name }, props: { picture } }));
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ picture: Picture }> = ({ props: { picture } }) =>
  new Response(Buffer.from(picture.bytes), { headers: { 'content-type': picture.type } });
