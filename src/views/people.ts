import type { Edition } from '../digest/edition.ts';
import type { Person } from '../digest/model.ts';
import { initialOf } from '../digest/people.ts';
import { languageOf } from '../digest/scripts.ts';
import { foldWords } from '../folding.ts';
import { count, text } from '../text.ts';
import type { IndexEntry, IndexView } from './indexes.ts';
import { countWork } from './work.ts';

/** People whom one page lists; more are parted by how their names begin. */
const mostPeople = 1000;

export type AuthorsView = IndexView & {
  /** Where the script finds people, up to the name of a part: `/lists/people/` and `.json` after it. */
  find: [before: string, after: string];
};

export function buildAuthors(edition: Edition): AuthorsView {
  const { digest, routes } = edition;
  const byInitial = Map.groupBy(digest.people, initialOf);
  const isParted = digest.people.length > mostPeople;
  const [before = '', after = ''] = routes.peopleFacts('*').split('*');
  return {
    page: { title: text.list.authors, description: text.list.authorsIntro, path: routes.authors() },
    title: text.list.authors,
    intro: isParted
      ? text.linking.people.parted(count(digest.people.length, 'person', 'people'))
      : text.list.authorsIntro,
    find: [before, after],
    groups: isParted
      ? [
          {
            id: 'letters',
            title: text.linking.people.letters,
            entries: [...byInitial].map(([initial, people]) => ({
              ...buildPartEntry(edition, letterOf(initial), people),
              id: `letter-${initial}`,
            })),
          },
        ]
      : [...byInitial].map(([initial, people]) => ({
          id: `letter-${initial}`,
          title: initial,
          entries: people.map((person) => buildPersonEntry(edition, person)),
        })),
  };
}

/**
 * The beginnings of names that have a page of their own, as an address has them: none where one page lists all; each
 * letter, and of a letter with too many people, its next ones, `s` and `sch`. What was published once stays.
 */
export function listLetters(edition: Edition): string[] {
  const { digest, recorded, routes } = edition;
  const letters = new Set<string>();
  const visit = (people: readonly Person[], begun: string) => {
    for (const [letter, own] of Map.groupBy(people, (person) => beginningOf(person, begun))) {
      if (letter === begun) continue;
      letters.add(letter);
      if (own.length > mostPeople) visit(own, letter);
    }
  };
  if (digest.people.length > mostPeople) visit(digest.people, '');
  const folder = routes.authorsOf('*').slice(routes.base.length - 1, -'*/'.length);
  for (const letter of recorded.within(folder)) letters.add(letter);
  return [...letters];
}

export function buildAuthorsOf(edition: Edition, letter: string): IndexView {
  const all = edition.digest.people.filter((person) => isBegun(person, letter));
  const name = nameOf(letter);
  const title = text.linking.people.lettersOf(name);
  const parts =
    all.length > mostPeople
      ? Map.groupBy(all, (person) => beginningOf(person, letter))
      : new Map([[letter, all]]);
  const { [letter]: own = [], ...more } = Object.fromEntries(parts);
  return {
    page: { title, description: title, path: edition.routes.authorsOf(letter) },
    title,
    intro: count(all.length, 'person', 'people'),
    groups: [
      {
        id: 'letters',
        title: text.linking.people.letters,
        entries: Object.entries(more).map(([one, people]) => buildPartEntry(edition, one, people)),
      },
      { id: 'people', title: name, entries: own.map((one) => buildPersonEntry(edition, one)) },
    ].filter(({ entries }) => entries.length > 0),
  };
}

function buildPartEntry(
  { routes }: Edition,
  letter: string,
  people: readonly Person[],
): IndexEntry {
  return {
    href: routes.authorsOf(letter),
    text: nameOf(letter),
    count: count(people.length, 'person', 'people'),
  };
}

/** Names of other letters are told apart by the code of the first, `other-u674e`. */
const OTHER = 'other';

function letterOf(initial: string): string {
  return initial === '#' ? OTHER : initial.toLowerCase();
}

/** How a name begins: one letter more than was begun, or as it was, where the name ends there. */
function beginningOf(person: Person, begun: string): string {
  const { initial, letters } = spell(person);
  if (begun === '') return initial;
  if (initial !== OTHER) return letters.slice(0, begun.length + 1);
  const code = letters.codePointAt(0);
  return begun === OTHER && code !== undefined ? `${OTHER}-u${code.toString(16)}` : begun;
}

function isBegun(person: Person, letter: string): boolean {
  const { initial, letters } = spell(person);
  if (letter.length === 1 || letter === OTHER) return initial === letter;
  if (initial === OTHER) return beginningOf(person, OTHER) === letter;
  return letters.startsWith(letter);
}

type Spelt = { initial: string; letters: string };

// Each page asks for everybody.
const spelt = new WeakMap<Person, Spelt>();

/** The letters of a name as it stands in the index, family name first; of one in Latin letters, those that an address may have. */
function spell(person: Person): Spelt {
  const known = spelt.get(person);
  if (known) return known;
  const initial = letterOf(initialOf(person));
  const all = foldWords(`${person.family} ${person.given}`).join('');
  const letters = initial === OTHER ? all : all.replace(/[^a-z0-9]/g, '');
  spelt.set(person, { initial, letters });
  return { initial, letters };
}

function nameOf(letter: string): string {
  if (letter === OTHER) return text.linking.people.other;
  const [, code] = /^other-u([0-9a-f]+)$/.exec(letter) ?? [];
  if (code !== undefined) return String.fromCodePoint(Number.parseInt(code, 16));
  return letter.charAt(0).toUpperCase() + letter.slice(1);
}

function buildPersonEntry({ routes }: Edition, person: Person): IndexEntry {
  const lang = languageOf(person.name);
  const isShared = person.notes !== undefined && person.namesakes.length > 0;
  return {
    href: routes.author(person.id),
    text: nameInIndex(person),
    ...(lang && { lang }),
    count: countWork(person).join(', '),
    ...(isShared && person.notes && { notes: person.notes }),
  };
}

/** As a list by family name has it: `Quill, Ada`. */
export function nameInIndex({ name, family, given, collective }: Person): string {
  return given && !collective ? `${family}, ${given}` : name;
}
