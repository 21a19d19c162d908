import type { APIRoute } from 'astro';
import { listPaths, loadEdition } from '../digest/load.ts';
import { renderDocument } from '../exports/documents.ts';
import { buildDocument, listDocuments } from '../exports/files.ts';

export const getStaticPaths = listPaths((edition) =>
  listDocuments(edition).map((path) => ({ file: path.slice(0, -'.json'.length) })),
);

export const GET: APIRoute<object, { file: string }> = async ({ params }) => {
  const document = await buildDocument(await loadEdition(), `${params.file}.json`);
  return new Response(renderDocument(document), {
    headers: { 'content-type': 'application/json; charset=utf-8' },
  });
};
