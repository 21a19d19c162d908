import type { APIRoute } from 'astro';
import { listPaths, loadEdition } from '../../digest/load.ts';
import { buildDocumentSchema, documents, type DocumentName } from '../../exports/schemas.ts';

export const getStaticPaths = listPaths(() => Object.keys(documents).map((name) => ({ name })));

export const GET: APIRoute = async ({ params }) => {
  const name = params['name'] as DocumentName;
  const { routes } = await loadEdition();
  const schema = buildDocumentSchema(name, routes.absolute(routes.jsonSchema(name)));
  return new Response(`${JSON.stringify(schema, null, 2)}\n`, {
    headers: { 'content-type': 'application/schema+json; charset=utf-8' },
  });
};
