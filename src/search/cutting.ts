import { hashOf } from '../cache.ts';

/** So many are indexed in a third of a second. */
const MOST = 100;

type Dated = { slug: string; day: string };

/** By what papers are parted, the next where there are still too many: none of it changes when a paper comes or goes. */
const KEYS: readonly ((paper: Dated) => string)[] = [
  ({ day }) => day.slice(0, 4),
  ({ day }) => day.slice(0, 7),
  ({ day }) => day,
  // Who brings an archive may have all of it on one day.
  ({ slug }) => hashOf(slug).slice(0, 1),
  ({ slug }) => hashOf(slug).slice(0, 2),
];

/**
 * Cuts papers into parts that seldom change, in their order where days are enough to part them. Who adds a paper or
 * takes one out changes the part that it is in, and no other unless one becomes too large by it or small enough.
 */
export function cutPapers<Paper extends Dated>(papers: readonly Paper[], level = 0): Paper[][] {
  const keyOf = KEYS[level];
  if (papers.length <= MOST || keyOf === undefined) return [[...papers]];
  const parts = Map.groupBy(papers, keyOf);
  return [...parts.values()].flatMap((part) => cutPapers(part, level + 1));
}
