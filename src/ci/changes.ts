import { z } from 'zod';
import type { Digest, Paper } from '../digest/model.ts';
import { listPages } from '../digest/pages.ts';
import { buildRoutes } from '../routes.ts';

/** Of a list, what a comment can hold, and how long it is. */
const LISTED = 20;

const path = z
  .string()
  .regex(/^(?:[a-z0-9-]+\/)*$/)
  .max(200);
const text = z.string().max(200);
function some<T extends z.ZodType>(item: T) {
  return z.strictObject({ count: z.int().min(0).max(1_000_000), first: z.array(item).max(LISTED) });
}
const paper = z.strictObject({ path, title: text });
const named = z.strictObject({ path, name: text });

/**
 * What a pull request does to the site: written in the job that read the stranger's files, and read, as nothing
 * but this, in the one that may speak at the forge. Paths go from the site's base path on.
 */
export const changesSchema = z.strictObject({
  /** The site's base path. */
  base: z
    .string()
    .regex(/^\/(?:[\w~][\w.~-]*\/)*$/)
    .max(200),
  pages: z.strictObject({ added: some(path), removed: some(path) }),
  papers: z.strictObject({ added: some(paper), changed: some(paper), removed: some(paper) }),
  tags: some(named),
  people: some(named),
});
export type Changes = z.infer<typeof changesSchema>;

/** @param changed paths that differ, from the root of the repository on */
export function buildChanges(
  before: Digest | undefined,
  after: Digest,
  changed: readonly string[],
): Changes {
  const { base } = buildRoutes(after.site.url);
  const pages = { before: before === undefined ? [] : listPages(before), after: listPages(after) };
  const was = new Map(before?.papers.map((one) => [one.slug, one]));
  const is = new Map(after.papers.map((one) => [one.slug, one]));
  const isChanged = ({ issue, slug }: Paper) =>
    changed.some((one) => one.startsWith(`content/papers/${issue}/${slug}/`));
  const told = (list: readonly Paper[]) =>
    take(list.map(({ slug, title }) => ({ path: `papers/${slug}/`, title: cut(title.plain) })));
  return {
    base,
    pages: {
      added: take(without(pages.after, pages.before)),
      removed: take(without(pages.before, pages.after)),
    },
    papers: {
      added: told(after.papers.filter(({ slug }) => !was.has(slug))),
      changed: told(after.papers.filter((one) => was.has(one.slug) && isChanged(one))),
      removed: told((before?.papers ?? []).filter(({ slug }) => !is.has(slug))),
    },
    tags: take(
      after.tags
        .filter(({ id }) => before?.tagById.has(id) !== true)
        .map(({ id, label }) => ({ path: `tags/${id}/`, name: cut(label) })),
    ),
    people: take(
      after.people
        .filter(({ id }) => before?.personById.has(id) !== true)
        .map(({ id, name }) => ({ path: `authors/${id}/`, name: cut(name) })),
    ),
  };
}

/** The page to look at first: of the first new paper, else of the first changed one, else the home page. */
export function firstPage({ papers: { added, changed } }: Changes): string {
  return [...added.first, ...changed.first][0]?.path ?? '';
}

function without(list: readonly string[], others: readonly string[]): string[] {
  const out = new Set(others);
  return list.filter((one) => !out.has(one));
}

function take<T>(list: readonly T[]): { count: number; first: T[] } {
  return { count: list.length, first: list.slice(0, LISTED) };
}

/** Within the bounds of the schema, without half a letter. */
function cut(name: string): string {
  const letters = [...name];
  return letters.length <= 100 ? name : `${letters.slice(0, 99).join('')}…`;
}
