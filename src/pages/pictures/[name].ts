import type { APIRoute, GetStaticPaths } from 'astro';
import { loadEdition } from '../../digest/load.ts';
import type { Picture } from '../../pictures/picture.ts';

export const getStaticPaths = (async () => {
  const { pictures } = await loadEdition();
  return [...pictures].map(([name, picture]) => ({ params: { name }, props: { picture } }));
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ picture: Picture }> = ({ props: { picture } }) =>
  new Response(Buffer.from(picture.bytes), { headers: { 'content-type': picture.type } });
