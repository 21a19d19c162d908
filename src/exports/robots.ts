import type { Routes } from '../routes.ts';

/**
 * All of it may be read (RFC 9309), and where the addresses are. Crawlers look for this at the root of a host alone: below
 * a base path it says nothing that anybody reads. A preview of a pull request is kept out of search by its headers.
 */
export function renderRobots(routes: Routes): string {
  return `User-agent: *\nAllow: /\n\nSitemap: ${routes.absolute(routes.sitemap())}\n`;
}
