import type { Edition } from '../digest/edition.ts';

/** What a page of papers can be sorted and filtered by, where scripts run. */
export type Narrowing = {
  /** Addresses of the facts of its papers, the newest year first. */
  facts: string[];
  /** Those of the years before, which would be too much to load unless they are asked for. */
  earlier: string[];
  /** Whose papers they are, where the page shows only some of them. */
  of?: ListScope;
  /** What tells its papers apart; the others would be empty questions. */
  controls: ('year' | 'tag' | 'category' | 'score' | 'person')[];
};

/** All papers, or those of a tag, a category or a person, by what facts call it. */
export type ListScope = 'all' | `${'tag' | 'category' | 'person'} ${string}`;

/** A look shows as many. */
const few = 4;
/** Papers whose facts are loaded at once; of a year always all. */
const loaded = 1000;

/** @param of whose papers the slugs are, where the page shows only some of them */
export function buildNarrowing(
  edition: Edition,
  slugs: readonly string[],
  of?: ListScope,
): Narrowing | undefined {
  if (slugs.length <= few) return undefined;
  const { digest, routes } = edition;
  const papers = slugs.flatMap((slug) => digest.paperBySlug.get(slug) ?? []);
  const differ = (values: readonly string[]) => new Set(values).size > 1;
  const years = [...new Set(papers.map(({ published }) => published.slice(0, 4)))].sort().reverse();
  const controls: [Narrowing['controls'][number], boolean][] = [
    ['year', years.length > 1],
    ['tag', differ(papers.flatMap(({ tags }) => tags))],
    ['category', differ(papers.flatMap(({ categories }) => categories))],
    ['person', differ(papers.flatMap(({ authors }) => authors.map(({ person }) => person)))],
    ['score', papers.some(({ score }) => score !== undefined)],
  ];
  const atOnce = of === undefined ? years.length : countAtOnce(edition, years);
  return {
    ...(of !== undefined && { of }),
    facts: years.slice(0, atOnce).map(routes.paperFacts),
    earlier: years.slice(atOnce).map(routes.paperFacts),
    controls: controls.filter(([, has]) => has).map(([name]) => name),
  };
}

/** How many of the years have no more papers together than are loaded at once. */
function countAtOnce({ digest }: Edition, years: readonly string[]): number {
  let sum = 0;
  for (const [index, year] of years.entries()) {
    sum += digest.papers.filter(({ published }) => published.startsWith(year)).length;
    if (index > 0 && sum > loaded) return index;
  }
  return years.length;
}
