import type { Routes } from '../routes.ts';
import type { Edition } from './edition.ts';
import type { Category, Person, Tag } from './model.ts';
import { listWorks } from './works.ts';

/** What gathers papers on a page and can be followed: a tag, a category, a person. */
export type Facet = {
  /** Its page, and those that lead on to it. */
  page: string;
  former: string[];
  /** Slugs of what stands in its files. */
  works: readonly string[];
};

/** Every facet of a digest. */
export function listFacets({ digest, routes }: Edition): Facet[] {
  return [
    ...digest.tags.map((tag) => facetOfTag(routes, tag)),
    ...digest.categories.map((category) => facetOfCategory(routes, category)),
    ...digest.people.map((person) => facetOfPerson(routes, person)),
  ];
}

export function facetOfTag(routes: Routes, { id, aliases, papers }: Tag): Facet {
  return { page: routes.tag(id), former: aliases.map(routes.tag), works: papers };
}

export function facetOfCategory(routes: Routes, { slug, papers }: Category): Facet {
  return { page: routes.category(slug), former: [], works: papers };
}

export function facetOfPerson(routes: Routes, person: Person): Facet {
  const { id, aliases } = person;
  return {
    page: routes.author(id),
    former: aliases.map(routes.author),
    works: listWorks(person),
  };
}

/**
 * Whether a facet has a feed and files of references beside its page. Those of one paper would say what the paper's
 * own do, and a paper of a hundred authors would bring hundreds of them. What was published once stays: who follows
 * a tag that is left with one paper waits for the next.
 */
export function hasOwnFiles(
  { recorded, routes }: Edition,
  { page, former, works }: Facet,
): boolean {
  if (works.length > 1) return true;
  const keys = [page, ...former].map((address) => address.slice(routes.base.length - 1));
  return keys.some((key) => recorded.filesOf(key).length > 0);
}
