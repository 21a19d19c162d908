import type { APIRoute } from 'astro';
import { listPaths, loadEdition } from '../../digest/load.ts';
import { listMailPictures } from '../../mail/load.ts';
import { readMailPicture } from '../../mail/pictures.ts';
import { typeOf } from '../../pictures/kind.ts';

export const getStaticPaths = listPaths(async (edition) => {
  const names = [...edition.pictures.keys(), ...(await listMailPictures(edition))];
  return names.map((name) => ({ name }));
});

export const GET: APIRoute<object, { name: string }> = async ({ params: { name } }) => {
  const { pictures } = await loadEdition();
  const bytes = pictures.get(name)?.bytes ?? (await readMailPicture(name));
  return new Response(Buffer.from(bytes), { headers: { 'content-type': typeOf(name) } });
};
