import type { APIRoute } from 'astro';
import { issueAt } from '../../digest/found.ts';
import { listPaths, loadEdition } from '../../digest/load.ts';
import { renderIssueMarkdown } from '../../exports/markdown.ts';

export const getStaticPaths = listPaths(({ digest }) => digest.issues.map(({ id }) => ({ id })));

export const GET: APIRoute<object, { id: string }> = async ({ params }) => {
  const edition = await loadEdition();
  return new Response(renderIssueMarkdown(edition, issueAt(edition.digest, params.id)), {
    headers: { 'content-type': 'text/markdown; charset=utf-8' },
  });
};
