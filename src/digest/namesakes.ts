import { foldWords } from '../folding.ts';
import { collect } from './collections.ts';
import type { Person } from './model.ts';

/** People with the ids of their namesakes, in the order of the list. */
export function findNamesakes(people: readonly Omit<Person, 'namesakes'>[]): Person[] {
  const keys = new Map(people.map((person) => [person.id, keysOf(person)]));
  const byKey = collect(people, ({ id }) => keys.get(id) ?? []);
  return people.map((person) => {
    const sharing = (keys.get(person.id) ?? []).flatMap((key) => byKey.get(key) ?? []);
    const others = new Set(sharing.map(({ id }) => id));
    others.delete(person.id);
    return { ...person, namesakes: [...others] };
  });
}

/** Equal for names with the same letters, whatever their order, accents and case. */
function keysOf({ name, names }: Pick<Person, 'name' | 'names'>): string[] {
  const keys = [name, ...names].map((one) => foldWords(one).sort().join(' '));
  return [...new Set(keys)];
}
