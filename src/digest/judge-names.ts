import { lookOf } from '../body/parsing/confusables.ts';
import type { Problem } from '../problem.ts';
import type { PaperEntry } from './entry.ts';
import { tidyName } from './people.ts';
import { problemAt, warning } from './problems.ts';
import type { Roster } from './roster.ts';

/** Names that look like another person's, and two authors in one entry. */
export function judgeNames(papers: readonly PaperEntry[], roster: Roster): Problem[] {
  const first = new Map<string, { name: string; person: string; file: string }>();
  const told = new Set<string>();
  const looks = new Map<string, string>();
  return papers.flatMap((paper) =>
    listNames(paper).flatMap(({ path, name }): Problem[] => {
      const found = roster.at(paper, path);
      if (found === undefined) return [];
      const joined = judgeJoined(paper, path, name);
      if (joined && !found.file) return [joined];
      const { person } = found;
      let look = looks.get(name);
      if (look === undefined) looks.set(name, (look = lookOf(name)));
      const other = first.get(look);
      if (other === undefined) first.set(look, { name, person, file: paper.file });
      if (!other || other.person === person || other.name === name || told.has(person)) return [];
      told.add(person);
      const message = `\`${name}\` looks like \`${other.name}\` in ${other.file}, letter for letter, and is another person here.`;
      const fix = `Write \`${other.name}\`, if that is who it is.`;
      return [problemAt(paper, path, warning('lookalike-name', message, fix))];
    }),
  );
}

function judgeJoined(paper: PaperEntry, path: string, name: string): Problem | undefined {
  const [, before, after] = /^(\S.{0,80}) (?:and|und|&) (\S.{0,80})$/.exec(name) ?? [];
  if (before === undefined || after === undefined || !path.startsWith('authors.')) return undefined;
  const message = `\`${name}\` is listed as one author.`;
  const fix = `Make two entries of it, \`${before}, ${after}\`; a group of that name gets a file in \`people/\` with \`collective: true\`.`;
  return problemAt(paper, path, warning('joined-names', message, fix));
}

/** Authors, writers and reviewers by their names; who is named by an id is left out. */
function listNames({ data }: PaperEntry): { path: string; name: string }[] {
  const authors = (data.authors ?? []).map((author, index) => ({
    path: `authors.${index}`,
    name: tidyName(typeof author === 'string' ? author : author.name),
  }));
  const others = (['writers', 'reviewers'] as const).flatMap((key) =>
    (data[key] ?? []).map((name, index) => ({ path: `${key}.${index}`, name: tidyName(name) })),
  );
  return [...authors, ...others.filter(({ name }) => /[ \p{Lu}]/u.test(name))];
}
