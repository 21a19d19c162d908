import { getCollection } from 'astro:content';
import { assemble } from './assemble.ts';
import type { Edition } from './edition.ts';
import { contentFolder } from './folders.ts';
import { formatProblems } from './problems.ts';

let built: Promise<Edition> | undefined;

/**
 * The edition from Astro's collections: once a build, anew for each page in `dev`, where a file may
 * have been saved. Throws with every problem in a build; `dev` prints them and goes on.
 */
export function loadEdition(): Promise<Edition> {
  return import.meta.env.DEV ? load() : (built ??= load());
}

async function load(): Promise<Edition> {
  const collections = await Promise.all(
    (['papers', 'issues', 'people', 'tags'] as const).map((name) => getCollection(name)),
  );
  const entries = collections.flat().map((entry) => entry.data);
  const { edition, problems } = await assemble(contentFolder(), entries, {
    smallerPictures: !import.meta.env.DEV,
  });
  const failed = problems.some((problem) => problem.severity === 'error');
  if (import.meta.env.DEV && edition) {
    if (problems.length > 0) console.warn(formatProblems(problems));
    return edition;
  }
  if (!edition || failed) throw new Error(formatProblems(problems));
  return edition;
}
