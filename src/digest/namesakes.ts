import { foldWords } from '../folding.ts';
import { collect } from './collections.ts';
import type { Digest, Person } from './model.ts';

// Of each digest once, whatever number of its people is asked for.
const indexes = new WeakMap<Digest, ReadonlyMap<string, readonly Person[]>>();

/** Others who publish under a name with the same letters, whatever its order, accents and case; by family name. */
export function findNamesakes(digest: Digest, person: Person): Person[] {
  const index = indexes.get(digest) ?? collect(digest.people, keysOf);
  indexes.set(digest, index);
  const others = new Set(keysOf(person).flatMap((key) => index.get(key) ?? []));
  return [...others].filter(({ id }) => id !== person.id);
}

function keysOf({ name, names }: Person): string[] {
  const keys = [name, ...names].map((one) => foldWords(one).sort().join(' '));
  return [...new Set(keys)];
}
