import type { Person } from './model.ts';

/** Slugs of what a person has part in, as author or as writer, each once: newest papers first, then summaries. */
export function listWorks({ papers, summaries }: Person): string[] {
  return [...new Set([...papers, ...summaries])];
}
