import { defineMiddleware } from 'astro/middleware';
import { trimPolicy } from './policy.ts';

/** Astro names the hash of every style and script of the site on every page. */
export const onRequest = defineMiddleware(async (_context, next) => {
  const response = await next();
  if (response.headers.get('content-type')?.startsWith('text/html') !== true) return response;
  const { status, headers } = response;
  return new Response(trimPolicy(await response.text()), { status, headers });
});
