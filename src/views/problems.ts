import { sortProblems } from '../digest/problems.ts';
import type { Problem } from '../problem.ts';
import { buildRoutes } from '../routes.ts';

/** What is wrong with the content that a page shows, for the one who writes it. */
export type ProblemList = {
  problems: (Pick<Problem, 'severity' | 'code' | 'message' | 'fix'> & {
    place: string;
    href: string;
  })[];
  /** How many there are in other files. */
  elsewhere: number;
};

/**
 * The problems of the files that a page is made of. A page that is about no single thing has all of them.
 *
 * @param url the site's own address
 * @param path the page's, from the base path on
 */
export function buildProblemList(
  problems: readonly Problem[],
  url: string,
  path: string,
): ProblemList {
  const routes = buildRoutes(url);
  const [kind = '', id = '', more] = path.slice(routes.base.length).split('/');
  const isThing = id !== '' && (more ?? '') === '';
  // A page's address and the place of its files name the same thing.
  const files = {
    papers: new RegExp(`/papers/[^/]+/${id}/`),
    issues: new RegExp(`/(?:papers|issues)/${id}/`),
    authors: new RegExp(`/people/${id}\\.yaml$`),
    tags: /\/tags\.yaml$/,
  };
  const own = isThing && /^[a-z0-9-]+$/.test(id) && Object.hasOwn(files, kind) ? kind : undefined;
  const pattern = own === undefined ? /(?:)/ : files[own as keyof typeof files];
  const shown = sortProblems(problems).filter(({ file }) => pattern.test(`/${file}`));
  return {
    problems: shown.map(({ file, line, column, severity, code, message, fix }) => ({
      ...{ severity, code, message, fix },
      place: `${file}:${line}:${column}`,
      href: routes.contributeError(code),
    })),
    elsewhere: sortProblems(problems).length - shown.length,
  };
}
