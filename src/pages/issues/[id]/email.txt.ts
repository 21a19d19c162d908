import type { APIRoute, GetStaticPaths } from 'astro';
import { loadEdition } from '../../../digest/load.ts';
import type { Issue } from '../../../digest/model.ts';
import { loadMail } from '../../../mail/load.ts';

export const getStaticPaths = (async () => {
  const { digest } = await loadEdition();
  return digest.issues.map((issue) => ({ params: { id: issue.id }, props: { issue } }));
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ issue: Issue }> = async ({ props: { issue } }) => {
  const { text } = await loadMail(await loadEdition(), issue);
  return new Response(text, { headers: { 'content-type': 'text/plain; charset=utf-8' } });
};
