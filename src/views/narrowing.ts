import type { Edition } from '../digest/edition.ts';

/** What a page of papers can be sorted and filtered by, where scripts run. */
export type Narrowing = {
  /** Addresses of the facts of its papers, the newest year first. */
  facts: string[];
  /** Whether it is of all papers, of which the page shows the newest. */
  isWhole: boolean;
  /** What tells its papers apart; the others would be empty questions. */
  controls: ('year' | 'tag' | 'category' | 'score' | 'person')[];
};

/** A look shows as many. */
const few = 4;

/** @param isWhole whether the slugs are of all papers, and the page shows only some of them */
export function buildNarrowing(
  { digest, routes }: Edition,
  slugs: readonly string[],
  isWhole = false,
): Narrowing | undefined {
  if (slugs.length <= few) return undefined;
  const papers = slugs.flatMap((slug) => digest.paperBySlug.get(slug) ?? []);
  const differ = (values: readonly string[]) => new Set(values).size > 1;
  const years = papers.map(({ published }) => published.slice(0, 4));
  const controls: [Narrowing['controls'][number], boolean][] = [
    ['year', differ(years)],
    ['tag', differ(papers.flatMap(({ tags }) => tags))],
    ['category', differ(papers.flatMap(({ categories }) => categories))],
    ['person', differ(papers.flatMap(({ authors }) => authors.map(({ person }) => person)))],
    ['score', papers.some(({ score }) => score !== undefined)],
  ];
  return {
    isWhole,
    facts: [...new Set(years)].sort().reverse().map(routes.paperFacts),
    controls: controls.filter(([, has]) => has).map(([name]) => name),
  };
}
