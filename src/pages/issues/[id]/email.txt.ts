import type { APIRoute } from 'astro';
import { issueAt } from '../../../digest/found.ts';
import { listPaths, loadEdition } from '../../../digest/load.ts';
import { loadMail } from '../../../mail/load.ts';

export const getStaticPaths = listPaths(({ digest }) => digest.issues.map(({ id }) => ({ id })));

export const GET: APIRoute<object, { id: string }> = async ({ params }) => {
  const edition = await loadEdition();
  const { text } = await loadMail(edition, issueAt(edition.digest, params.id));
  return new Response(text, { headers: { 'content-type': 'text/plain; charset=utf-8' } });
};
