import type { Person } from './model.ts';

/** Slugs of what a person has part in, as author or as writer, each once: newest papers first, then summaries. */
export function listWorks({ papers, summaries }: Person): string[] {
  return [...new Set([...papers, ...summaries])];
}

/**
 * Whether a person has a feed and files of their own. Those of one paper would say what the paper's do, and a paper
 * of a hundred authors would bring hundreds of them.
 */
export function hasOwnFiles(person: Person): boolean {
  return listWorks(person).length > 1;
}
