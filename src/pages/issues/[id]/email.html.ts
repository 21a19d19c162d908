import type { APIRoute } from 'astro';
import { issueAt } from '../../../digest/found.ts';
import { listPaths, loadEdition } from '../../../digest/load.ts';
import { loadMail } from '../../../mail/load.ts';

export const getStaticPaths = listPaths(({ digest }) => digest.issues.map(({ id }) => ({ id })));

export const GET: APIRoute<object, { id: string }> = async ({ params }) => {
  const edition = await loadEdition();
  const { html } = await loadMail(edition, issueAt(edition.digest, params.id));
  return new Response(html, { headers: { 'content-type': 'text/html; charset=utf-8' } });
};
