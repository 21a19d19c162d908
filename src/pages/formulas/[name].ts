import type { APIRoute, GetStaticPaths } from 'astro';
import { loadEdition } from '../../digest/load.ts';
import { loadEditionFormulas } from '../../formula-pictures/load.ts';

export const getStaticPaths = (async () => {
  const { files } = await loadEditionFormulas(await loadEdition());
  return [...files].map(([name, bytes]) => ({ params: { name }, props: { bytes } }));
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ bytes: Uint8Array }> = ({ props: { bytes } }) =>
  new Response(Buffer.from(bytes), { headers: { 'content-type': 'image/png' } });
