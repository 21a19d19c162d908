import type { Problem } from '../problem.ts';
import type { Places } from '../schemas/yaml.ts';
import { compareCodes } from './people.ts';
import { error, problemAt } from './problems.ts';

/** Something with an address under one folder of the site, `/papers/` say. */
export type Addressed = {
  /** What it is called in a sentence. */
  kind: 'paper' | 'issue' | 'person' | 'tag';
  id: string;
  file: string;
  places: Places;
  /** Earlier ids, with the path of each in the file. */
  aliases: { alias: string; path: string }[];
};

/**
 * Finds ids and aliases of one kind that are, or were, somebody else's. Two things with one address
 * would silently lose a page; an alias with two readings would lead half of the readers astray.
 */
export function judgeAddresses(things: readonly Addressed[]): Problem[] {
  const problems: Problem[] = [];
  const sorted = [...things].sort(
    (a, b) => compareCodes(a.file, b.file) || compareCodes(a.id, b.id),
  );
  const owners = new Map<string, Addressed>();
  for (const thing of sorted) {
    const owner = owners.get(thing.id);
    if (owner === undefined) {
      owners.set(thing.id, thing);
      continue;
    }
    problems.push(
      problemAt(
        thing,
        '',
        error(
          'duplicate-address',
          `\`${thing.id}\` is the address of another ${thing.kind} too: ${owner.file}.`,
          `Rename the ${thing.kind === 'person' ? 'file' : 'folder'} of one of the two; if it was published, keep its old address as an alias.`,
        ),
      ),
    );
  }
  const former = new Map<string, Addressed>();
  for (const thing of sorted) {
    for (const { alias, path } of thing.aliases) {
      const owner = owners.get(alias) ?? former.get(alias);
      if (owner === undefined) {
        former.set(alias, thing);
      } else if (owner === thing) {
        problems.push(
          problemAt(
            thing,
            path,
            error(
              'alias-of-itself',
              `The alias \`${alias}\` is the present address of this ${thing.kind}.`,
              'Take the alias out.',
            ),
          ),
        );
      } else {
        problems.push(
          problemAt(
            thing,
            path,
            error(
              'alias-taken',
              `The alias \`${alias}\` ${owners.has(alias) ? 'is' : 'was'} the address of another ${thing.kind}: ${describe(owner)}.`,
              'Take the alias out; an address that is or was somebody else’s stays theirs.',
            ),
          ),
        );
      }
    }
  }
  return problems;
}

function describe({ kind, id, file }: Addressed): string {
  return kind === 'tag' ? `\`${id}\` in ${file}` : file;
}
