import type { APIRoute, GetStaticPaths } from 'astro';
import { loadEdition } from '../../digest/load.ts';

export const getStaticPaths = (async () => {
  const { data } = await loadEdition();
  return [...data].map(([name, bytes]) => ({ params: { name }, props: { bytes } }));
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ bytes: Uint8Array }> = ({ props: { bytes } }) =>
  new Response(Buffer.from(bytes), { headers: { 'content-type': 'text/csv; charset=utf-8' } });
