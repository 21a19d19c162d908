import { sharePart, type Edition } from '../digest/edition.ts';
import type { Person } from '../digest/model.ts';
import { languageOf } from '../digest/scripts.ts';
import { foldWords } from '../folding.ts';
import { partOf, type PeopleFile, type PersonFacts } from '../reader/facts.ts';
import { nameInIndex } from '../views/people.ts';
import { countWork } from '../views/work.ts';

/** The people by the parts in which each of their words is looked for: whoever is sought, one small file has them. */
export function buildPeopleParts(edition: Edition): Map<string, PeopleFile> {
  const parts = new Map<string, PeopleFile>();
  for (const person of edition.digest.people) {
    const facts = buildFacts(edition, person);
    const words = facts.words.split(/[ |]/);
    // An initial finds nobody, unless it is all that there is.
    const sought = words.filter((word) => word.length > 1 || !/^[a-z0-9]/.test(word));
    for (const name of new Set((sought.length > 0 ? sought : words).map(partOf))) {
      const part = parts.get(name);
      if (part) part.people.push(facts);
      else parts.set(name, { people: [facts] });
    }
  }
  return parts;
}

/** The names of all parts. A build knows then which of them are as they were. */
export async function listPeopleParts(edition: Edition): Promise<string[]> {
  const names = Object.keys(await loadAll(edition));
  for (const name of names) await loadPeoplePart(edition, name);
  return names;
}

/** One part of `buildPeopleParts`, apart from the others. */
export function loadPeoplePart(edition: Edition, name: string): Promise<PeopleFile> {
  return sharePart(edition, `people/part/${name}`, async (own) => {
    const part = (await loadAll(own))[name];
    if (!part) throw new Error(`Nobody has a word that begins with ${name}.`);
    return part;
  });
}

function loadAll(edition: Edition): Promise<Record<string, PeopleFile>> {
  return sharePart(edition, 'people/all', (own) => Object.fromEntries(buildPeopleParts(own)));
}

function buildFacts({ routes }: Edition, person: Person): PersonFacts {
  const spellings = [person.name, ...person.names].flatMap((name) => [name, transcribe(name)]);
  const words = spellings.map((spelling) => foldWords(spelling).join(' '));
  const lang = languageOf(person.name);
  const isShared = person.notes !== undefined && person.namesakes.length > 0;
  return {
    href: routes.author(person.id),
    name: nameInIndex(person),
    ...(lang && { lang }),
    words: [...new Set(words)].filter((word) => word !== '').join('|'),
    work: countWork(person).join(', '),
    ...(isShared && person.notes && { notes: person.notes }),
  };
}

const TRANSCRIBED: Readonly<Record<string, string>> = {
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  å: 'aa',
  ø: 'oe',
};

/** As who has no such keys writes it: `Müller` is found as `Mueller` too, besides as `Muller`. */
function transcribe(name: string): string {
  return name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[äöüåø]/g, (letter) => TRANSCRIBED[letter] ?? letter);
}
