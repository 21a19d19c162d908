import { nearest } from '../body/nearest.ts';
import type { Problem } from '../problem.ts';
import { writeScalar } from '../schemas/yaml-syntax.ts';
import { judgeSlug, slugPattern } from '../schemas/slug.ts';
import type { IssueEntry, PaperEntry, PersonEntry } from './entry.ts';
import {
  compareCodes,
  inReadingOrder,
  lettersId,
  spellingKey,
  splitName,
  tidyName,
  type NameParts,
} from './people.ts';
import { problemAt } from './problems.ts';

/** A person written somewhere: by id, by name, or by both. */
type Mention = { entry: PaperEntry | IssueEntry; path: string; name?: string; id?: string };

/** The person that a mention leads to, under the name that is printed there, if one is, and its parts. */
export type Found = { person: string; name?: string; parts?: NameParts; file?: PersonEntry };

/** Who is who. Every mention leads to exactly one person, or to nobody and a problem. */
export type Roster = {
  /** The author, writer, reviewer or editor at a path of an entry, `authors.3`. */
  at(entry: PaperEntry | IssueEntry, path: string): Found | undefined;
  /** Ids of all people who are mentioned, with the spellings under which they are. */
  mentioned: ReadonlyMap<string, ReadonlySet<string>>;
  problems: Problem[];
};

/** @param people one entry for each id */
export function buildRoster(
  entries: readonly (PaperEntry | IssueEntry)[],
  people: readonly PersonEntry[],
): Roster {
  const problems: Problem[] = [];
  const mentions = [...entries].sort((a, b) => compareCodes(a.file, b.file)).flatMap(listMentions);
  const files = new Map(people.map((person) => [person.id, person]));
  const claims = claimNames(people);
  const letters = new Map<string, PersonEntry>();
  for (const [spelling, [first]] of claims) {
    const { id, lost } = lettersId(spelling);
    if (first !== undefined && lost === '') letters.set(id, first);
  }
  const aliases = new Map(
    people.flatMap((person) => (person.data.aliases ?? []).map((alias) => [alias, person.id])),
  );
  // Spellings that no file claims, by the letters that are their id, each with its first mention.
  const unclaimed = new Map<string, Map<string, Mention & { name: string }>>();
  // By file and path in it.
  const found = new Map<string, Map<string, Found>>(entries.map(({ file }) => [file, new Map()]));
  const mentioned = new Map<string, Set<string>>();
  const settle = ({ entry, path, name }: Mention, person: string): Found => {
    const file = files.get(person);
    const { family, collective = false } = file?.data ?? {};
    const one: Found = {
      person,
      ...(name !== undefined && {
        name,
        parts: splitName(name, { collective, ...(family && { family }) }),
      }),
      ...(file && { file }),
    };
    found.get(entry.file)?.set(path, one);
    let spellings = mentioned.get(person);
    if (!spellings) mentioned.set(person, (spellings = new Set()));
    if (name !== undefined) spellings.add(name);
    return one;
  };
  const refuse = ({ entry, path }: Mention, code: string, message: string, fix: string) => {
    problems.push(problemAt(entry, path, { severity: 'error', code, message, fix }));
  };

  // Whom a name without an id leads to: the same everywhere.
  const settled = new Map<string, Found>();
  for (const mention of mentions) {
    if (mention.name === undefined || mention.id !== undefined) continue;
    const before = settled.get(mention.name);
    if (before !== undefined) {
      found.get(mention.entry.file)?.set(mention.path, before);
      continue;
    }
    const written = spellingKey(mention.name);
    const name = claims.has(written) ? mention.name : inReadingOrder(mention.name);
    const key = name === mention.name ? written : spellingKey(name);
    const named = { ...mention, name };
    const claimants = claims.get(key) ?? [];
    const [only] = claimants;
    if (claimants.length > 1) {
      refuse(named, 'ambiguous-name', ...explainClaims(name, claimants));
    } else if (only !== undefined) {
      settled.set(mention.name, settle(named, only.id));
    } else {
      const { id, lost } = lettersId(name);
      const obstacle = findObstacle(name, id, lost, (twin) => {
        return files.get(twin) ?? files.get(aliases.get(twin) ?? '') ?? letters.get(twin);
      });
      if (obstacle !== undefined) {
        refuse(named, ...obstacle);
        continue;
      }
      const spellings = unclaimed.get(id) ?? new Map<string, Mention & { name: string }>();
      unclaimed.set(id, spellings);
      const [first] = spellings.values();
      if (first !== undefined && !spellings.has(key)) {
        refuse(
          named,
          'same-letters',
          `\`${name}\` has the same letters as \`${first.name}\` in ${first.entry.file}.`,
          `If they are one person, make \`people/${id}.yaml\` with \`name: ${first.name}\` and \`names: [${writeScalar(name)}]\`; if not, make a file for each.`,
        );
      }
      if (!spellings.has(key)) spellings.set(key, named);
      settled.set(mention.name, settle(named, id));
    }
  }
  // Where the authors of a file cannot be read, somebody may be missing by that fault alone.
  const complete = entries.every(({ kind, data }) =>
    kind === 'issue' ? 'editors' in data : 'authors' in data,
  );
  const ids = [...files.keys(), ...unclaimed.keys()];
  for (const mention of mentions) {
    if (mention.id === undefined) continue;
    const id = aliases.get(mention.id) ?? mention.id;
    if (files.has(id) || unclaimed.has(id)) {
      settle(mention, id);
    } else if (complete) {
      const near = nearest(id, ids);
      refuse(
        mention,
        'unknown-person',
        `There is no person \`${id}\`.`,
        near === undefined
          ? `Write the full name as it is printed, or make \`people/${id}.yaml\`.`
          : `Write \`${near}\`, or make \`people/${id}.yaml\`.`,
      );
    }
  }
  return { at: ({ file }, path) => found.get(file)?.get(path), mentioned, problems };
}

function listMentions(entry: PaperEntry | IssueEntry): Mention[] {
  const byIdOrName = (path: string, list: readonly string[] = []): Mention[] =>
    list.map((text, index) => ({
      entry,
      path: `${path}.${index}`,
      // What has the form of an id is one: a name has a space or a capital.
      ...(slugPattern.test(text) ? { id: text } : { name: tidyName(text) }),
    }));
  if (entry.kind === 'issue') return byIdOrName('editors', entry.data.editors);
  const authors = (entry.data.authors ?? []).map((author, index): Mention => {
    const { name, id } = typeof author === 'string' ? { name: author, id: undefined } : author;
    return { entry, path: `authors.${index}`, name: tidyName(name), ...(id && { id }) };
  });
  return [
    ...authors,
    ...byIdOrName('writers', entry.data.writers),
    ...byIdOrName('reviewers', entry.data.reviewers),
  ];
}

function claimNames(people: readonly PersonEntry[]): Map<string, PersonEntry[]> {
  const claims = new Map<string, PersonEntry[]>();
  for (const person of [...people].sort((a, b) => compareCodes(a.id, b.id))) {
    const { name, names = [] } = person.data;
    const keys = [...(name === undefined ? [] : [name]), ...names].map(spellingKey);
    for (const key of new Set(keys)) claims.set(key, [...(claims.get(key) ?? []), person]);
  }
  return claims;
}

function explainClaims(name: string, claimants: PersonEntry[]): [message: string, fix: string] {
  const files = claimants.map(({ id }) => `people/${id}.yaml`);
  const told = claimants.map(({ id, data: { notes, affiliation } }) => {
    const note = notes ?? affiliation;
    return `\`{ name: ${writeScalar(name)}, id: ${id} }\`${note === undefined ? '' : ` (${note})`}`;
  });
  return [
    `\`${name}\` is the name of more than one person: ${files.join(' and ')} claim it.`,
    `Say who is meant: ${told.join(' or ')}.`,
  ];
}

/** Why the letters of a name cannot be the id of its person. */
function findObstacle(
  name: string,
  id: string,
  lost: string,
  twinOf: (id: string) => PersonEntry | undefined,
): [code: string, message: string, fix: string] | undefined {
  if (id === '' || lost !== '') {
    const which = id === '' ? 'no Latin letters' : `letters that are not Latin: ${lost}`;
    return [
      'name-without-letters',
      `\`${name}\` has ${which}, so no address can be made of it.`,
      `Make \`people/<id>.yaml\` with \`name: ${name}\`, the id in small Latin letters as the person writes it.`,
    ];
  }
  const fault = judgeSlug(id);
  if (fault !== undefined) {
    return [
      'name-without-address',
      `\`${name}\` would have the address \`${id}\`, which ${fault.says}.`,
      `Make \`people/<id>.yaml\` with \`name: ${name}\` and another id.`,
    ];
  }
  const twin = twinOf(id);
  if (twin === undefined) return undefined;
  const own = twin.data.name === undefined ? '' : ` (${twin.data.name})`;
  return [
    'unclaimed-spelling',
    `\`${name}\` has the letters of people/${twin.id}.yaml${own}, which does not claim this spelling.`,
    `If they are one person, add it there: \`names: [${[...(twin.data.names ?? []), name].map(writeScalar).join(', ')}]\`; if not, make another file with \`name: ${name}\`.`,
  ];
}
