import type { Category, Digest, Issue, Paper, Person, Tag } from './model.ts';

/** What a page is about. */
export type Found =
  | { kind: 'papers'; thing: Paper }
  | { kind: 'issues'; thing: Issue }
  | { kind: 'tags'; thing: Tag }
  | { kind: 'categories'; thing: Category }
  | { kind: 'authors'; thing: Person };

/**
 * What stands at an address, found by it alone, so that what is made of one thing asks nothing of all others.
 *
 * @param path from the base path on, without slashes at its ends: `papers/titans`
 */
export function findAt(digest: Digest, path: string): Found | undefined {
  const [kind, id = '', ...rest] = path.split('/');
  if (rest.length > 0) return undefined;
  switch (kind) {
    case 'papers':
      return found(kind, digest.paperBySlug.get(id));
    case 'issues':
      return found(kind, digest.issueById.get(id));
    case 'tags':
      return found(kind, digest.tagById.get(id));
    case 'authors':
      return found(kind, digest.personById.get(id));
    case 'categories':
      return found(
        kind,
        digest.categories.find(({ slug }) => slug === id),
      );
    default:
      return undefined;
  }
}

function found<Kind extends Found['kind']>(
  kind: Kind,
  thing: Extract<Found, { kind: Kind }>['thing'] | undefined,
) {
  return thing && ({ kind, thing } as Extract<Found, { kind: Kind }>);
}

/** Those that a page's address names; a page is made only where its thing is. */
export function paperAt({ paperBySlug }: Digest, slug: string): Paper {
  return known(paperBySlug.get(slug), slug);
}

export function issueAt({ issueById }: Digest, id: string): Issue {
  return known(issueById.get(id), id);
}

export function personAt({ personById }: Digest, id: string): Person {
  return known(personById.get(id), id);
}

export function categoryAt({ categories }: Digest, slug: string): Category {
  return known(
    categories.find((category) => category.slug === slug),
    slug,
  );
}

function known<Thing>(thing: Thing | undefined, name: string): Thing {
  if (thing === undefined) throw new Error(`The digest has no ${name}.`);
  return thing;
}
