import { buildRoutes } from '../routes.ts';
import type { Digest } from './model.ts';

/** Pages that depend on the content, from the base path on, sorted. */
export function listPages({ site, issues, papers, people, tags, categories }: Digest): string[] {
  const routes = buildRoutes(site.url);
  const years = new Set(papers.map(({ published }) => published.slice(0, 4)));
  return [
    ...issues.map(({ id }) => routes.issue(id)),
    ...papers.map(({ slug }) => routes.paper(slug)),
    ...[...years].map((year) => routes.papersOfYear(year)),
    ...people.map(({ id }) => routes.author(id)),
    ...tags.map(({ id }) => routes.tag(id)),
    ...categories.map(({ slug }) => routes.category(slug)),
  ]
    .map((address) => address.slice(routes.base.length))
    .sort();
}
