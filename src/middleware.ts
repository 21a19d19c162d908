import { defineMiddleware } from 'astro/middleware';
import { trimPolicy } from './policy.ts';

/** Astro names the hash of every style and script of the site on every page. */
export const onRequest = defineMiddleware(async ({ url }, next) => {
  try {
    const response = await next();
    if (response.headers.get('content-type')?.startsWith('text/html') !== true) return response;
    const { status, headers } = response;
    const page = Buffer.from(await response.arrayBuffer());
    return new Response(trimPolicy(page), { status, headers });
  } catch (error) {
    if (!import.meta.env.DEV) throw error;
    const { forgetContent } = await import('./digest/load.ts');
    const { loadFaultPage } = await import('./fault-page.ts');
    forgetContent();
    const page = await loadFaultPage(url.pathname);
    if (page === undefined) throw error;
    return new Response(page, { status: 500, headers: { 'content-type': 'text/html' } });
  }
});
