import type { Digest, Person } from '../digest/model.ts';
import { spellingKey, tidyName } from '../digest/people.ts';
import { error, warning, type Detail } from '../digest/problems.ts';
import type { Problem } from '../problem.ts';
import { isAccount, problemOf, type Submission } from './sides.ts';

/** What files of people, new or changed, take that was somebody else's before: a name, an ORCID, an account, an address. */
export function judgeClaims({ base, changed, login }: Submission, head: Digest): Problem[] {
  const before = base.digest;
  if (before === undefined) return [];
  const owners = indexPeople(before.people);
  return head.people.flatMap((person) => {
    const file = `content/people/${person.id}.yaml`;
    if (person.file === undefined || !changed.includes(file)) return [];
    const details = [
      ...judgeAccount(before.personById.get(person.id), person, login),
      ...listClaims(person).flatMap(({ key, told }) => {
        const known = owners.get(key) ?? [];
        // Who had it before may give it to another file, and what two had is nobody's alone.
        const isFree = known.some(({ id, github }) => id === person.id || isAccount(github, login));
        return isFree ? [] : known.slice(0, 1).map((owner) => told(owner.id));
      }),
    ];
    return details.map((detail) => problemOf(file, detail));
  });
}

/** An account makes a signature: it changes by the hand of who had it. */
function judgeAccount(before: Person | undefined, after: Person, login: string): Detail[] {
  const { id, github } = after;
  if (before === undefined || isAccount(before.github, github ?? '')) return [];
  if (before.github === undefined) {
    if (github === undefined) return [];
    const message = `\`${id}\` was there before, and is now said to be \`${github}\` at the forge.`;
    return [warning('account-added', message, 'An owner makes sure that this is so.')];
  }
  if (isAccount(before.github, login)) return [];
  const change =
    github === undefined
      ? `\`${before.github}\` is taken out`
      : `\`${before.github}\` becomes \`${github}\``;
  const message = `The account of \`${id}\` changes: ${change}, and this pull request comes from \`${login}\`.`;
  const fix = `\`${before.github}\` sends this change, or says in this pull request that it is right.`;
  return [error('account-changed', message, fix)];
}

/** Something that one person alone can have. `key` is equal for equal things. */
type Claim = { key: string; told: (owner: string) => Detail };

function listClaims({ id, name, names, orcid, github, aliases }: Person): Claim[] {
  const file = `\`people/${id}.yaml\``;
  const claim = (key: string, code: string, what: string, fix: string): Claim => ({
    key,
    told: (owner) => error(code, `${file} claims ${what} of \`${owner}\`.`, fix),
  });
  const spellings = new Map([name, ...names].map((one) => [spellingKey(one), tidyName(one)]));
  return [
    ...[...spellings].map(([key, spelling]) => {
      const fix = `Take the name out; where two people have it, papers write \`{ name: ${spelling}, id: ${id} }\` for this one.`;
      return claim(`name ${key}`, 'name-of-another', `\`${spelling}\`, a name`, fix);
    }),
    ...(orcid === undefined
      ? []
      : [
          claim(
            `orcid ${orcid}`,
            'orcid-of-another',
            `\`${orcid}\`, the ORCID`,
            'Write the one that is yours, or none.',
          ),
        ]),
    ...(github === undefined
      ? []
      : [
          claim(
            `github ${github.toLowerCase()}`,
            'account-of-another',
            `\`${github}\`, the account`,
            'Write the one that is yours; one person has one file.',
          ),
        ]),
    ...aliases.map((alias) =>
      claim(
        `id ${alias}`,
        'address-of-another',
        `\`${alias}\`, the address`,
        'Take it out of `aliases`.',
      ),
    ),
  ];
}

function indexPeople(people: readonly Person[]): Map<string, Person[]> {
  const index = new Map<string, Person[]>();
  for (const person of people) {
    const { id, name, names, orcid, github, aliases } = person;
    const keys = [
      ...[name, ...names].map((one) => `name ${spellingKey(one)}`),
      ...(orcid === undefined ? [] : [`orcid ${orcid}`]),
      ...(github === undefined ? [] : [`github ${github.toLowerCase()}`]),
      ...[id, ...aliases].map((one) => `id ${one}`),
    ];
    for (const key of new Set(keys)) index.set(key, [...(index.get(key) ?? []), person]);
  }
  return index;
}
