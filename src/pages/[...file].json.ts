import type { APIRoute, GetStaticPaths } from 'astro';
import { loadEdition } from '../digest/load.ts';
import { renderDocument } from '../exports/documents.ts';
import { listDocuments, type DocumentFile } from '../exports/files.ts';

export const getStaticPaths = (async () => {
  const edition = await loadEdition();
  return listDocuments(edition).map((document) => ({
    params: { file: document.address.slice(edition.routes.base.length, -'.json'.length) },
    props: { document },
  }));
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ document: DocumentFile }> = ({ props: { document } }) =>
  new Response(renderDocument(document.build()), {
    headers: { 'content-type': 'application/json; charset=utf-8' },
  });
