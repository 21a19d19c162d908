import type { APIRoute, GetStaticPaths } from 'astro';
import { buildBook } from '../../books/build.ts';
import { loadBook } from '../../books/load.ts';
import { loadEdition } from '../../digest/load.ts';
import type { Issue } from '../../digest/model.ts';

export const getStaticPaths = (async () => {
  const { digest } = await loadEdition();
  return digest.issues.map((issue) => ({ params: { id: issue.id }, props: { issue } }));
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ issue: Issue }> = async ({ props: { issue } }) =>
  new Response(Buffer.from(await loadBook(buildBook(await loadEdition(), issue))), {
    headers: { 'content-type': 'application/epub+zip' },
  });
