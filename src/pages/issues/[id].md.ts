import type { APIRoute, GetStaticPaths } from 'astro';
import { loadEdition } from '../../digest/load.ts';
import type { Issue } from '../../digest/model.ts';
import { renderIssueMarkdown } from '../../exports/markdown.ts';

export const getStaticPaths = (async () => {
  const { digest } = await loadEdition();
  return digest.issues.map((issue) => ({ params: { id: issue.id }, props: { issue } }));
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ issue: Issue }> = async ({ props: { issue } }) =>
  new Response(renderIssueMarkdown(await loadEdition(), issue), {
    headers: { 'content-type': 'text/markdown; charset=utf-8' },
  });
