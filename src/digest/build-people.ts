import { collect, unique } from './collections.ts';
import { textAt } from './build-paper.ts';
import type { PersonEntry } from './entry.ts';
import type { Issue, Paper, Person } from './model.ts';
import { findNamesakes } from './namesakes.ts';
import { compareCodes, comparePeople, compareTexts, spellingKey, splitName } from './people.ts';
import type { Roster } from './roster.ts';

/** Everybody who has a file or is named, sorted by family name. */
export function buildPeople(
  files: readonly PersonEntry[],
  roster: Roster,
  papers: readonly Paper[],
  issues: readonly Issue[],
): Person[] {
  const fileOf = new Map(files.map((entry) => [entry.id, entry]));
  const byPublished = [...papers].sort(
    (a, b) => compareCodes(b.published, a.published) || compareCodes(a.slug, b.slug),
  );
  const works = collect(byPublished, ({ authors }) => authors.map(({ person }) => person));
  const summaries = collect(papers, ({ writers }) => writers);
  const reviews = collect(papers, ({ reviewers }) => reviewers);
  const edited = collect(issues, ({ editors }) => editors);
  const ids = unique([...fileOf.keys(), ...roster.mentioned.keys()]);
  const sorted = ids
    .map((id): Omit<Person, 'namesakes'> => {
      const entry = fileOf.get(id);
      const data = entry?.data ?? {};
      const printed = [...(roster.mentioned.get(id) ?? [])].sort(
        // Of spellings that differ in spaces and full stops, the fullest.
        (a, b) => b.length - a.length || compareCodes(a, b),
      );
      const name = data.name ?? printed[0] ?? id;
      const { affiliation, orcid, homepage, github, family } = data;
      const slugs = (lists: Map<string, Paper[]>) => (lists.get(id) ?? []).map(({ slug }) => slug);
      return {
        id,
        name,
        ...splitName(name, { collective: data.collective ?? false, ...(family && { family }) }),
        names: otherSpellings(name, [...(data.names ?? []), ...printed]),
        collective: data.collective ?? false,
        ...(affiliation && { affiliation }),
        ...(orcid && { orcid }),
        ...(homepage && { homepage }),
        ...(github && { github }),
        links: data.links ?? [],
        ...(entry && data.bio && { bio: textAt(entry, 'bio') }),
        ...(data.notes && { notes: data.notes }),
        aliases: data.aliases ?? [],
        ...(entry && { file: entry.file }),
        papers: unique(slugs(works)),
        summaries: slugs(summaries),
        reviews: slugs(reviews),
        issues: (edited.get(id) ?? []).map((issue) => issue.id),
      };
    })
    .sort(comparePeople);
  return findNamesakes(sorted);
}

function otherSpellings(name: string, spellings: readonly string[]): string[] {
  const seen = new Set([spellingKey(name)]);
  return spellings
    .filter((spelling) => {
      const key = spellingKey(spelling);
      return seen.has(key) ? false : seen.add(key);
    })
    .sort(compareTexts);
}
