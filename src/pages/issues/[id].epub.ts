import type { APIRoute } from 'astro';
import { buildBook } from '../../books/build.ts';
import { loadBook } from '../../books/load.ts';
import { issueAt } from '../../digest/found.ts';
import { listPaths, loadEdition } from '../../digest/load.ts';

export const getStaticPaths = listPaths(({ digest }) => digest.issues.map(({ id }) => ({ id })));

export const GET: APIRoute<object, { id: string }> = async ({ params }) => {
  const edition = await loadEdition();
  const book = buildBook(edition, issueAt(edition.digest, params.id));
  return new Response(Buffer.from(await loadBook(book)), {
    headers: { 'content-type': 'application/epub+zip' },
  });
};
