import { lookOf } from '../body/parsing/confusables.ts';
import type { Problem } from '../problem.ts';
import type { PaperEntry } from './entry.ts';
import { inReadingOrder, tidyName } from './people.ts';
import { problemAt, warning } from './problems.ts';
import { writeScalar } from '../schemas/yaml-syntax.ts';
import type { Roster } from './roster.ts';

/** Names that look like another person's, that hold more or less than a name, and two authors in one entry. */
export function judgeNames(papers: readonly PaperEntry[], roster: Roster): Problem[] {
  return [
    ...judgeEachName(papers, roster),
    ...papers.flatMap((paper) => judgeHalves(paper, roster)),
  ];
}

function judgeEachName(papers: readonly PaperEntry[], roster: Roster): Problem[] {
  const first = new Map<string, { name: string; person: string; file: string }>();
  const told = new Set<string>();
  const looks = new Map<string, string>();
  return papers.flatMap((paper) =>
    listNames(paper).flatMap(({ path, name }): Problem[] => {
      const found = roster.at(paper, path);
      if (found === undefined) return [];
      // Whose file claims it, has the name as it is.
      const wrong = found.file ? undefined : judgeForm(paper, path, name);
      if (wrong !== undefined) return [wrong];
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

function judgeForm(paper: PaperEntry, path: string, name: string): Problem | undefined {
  return (
    (path.startsWith('authors.') ? judgeJoined(paper, path, name) : undefined) ??
    judgeTitle(paper, path, name) ??
    judgeAffiliation(paper, path, name)
  );
}

function judgeJoined(paper: PaperEntry, path: string, name: string): Problem | undefined {
  if (!/^\S.{0,80},? (?:and|und|&) \S.{0,80}$/.test(name)) return undefined;
  const names = name.split(/,? (?:and|und|&) /).flatMap((piece) => {
    const words = piece.split(/\s*,\s*/);
    // `Ada Quill, Bo Finch` are two, `Quill, Ada` is one.
    return words.every((one) => one.includes(' ')) ? words : [inReadingOrder(piece)];
  });
  const message = `\`${name}\` is listed as one author.`;
  const count = names.length === 2 ? 'two' : String(names.length);
  const fix = `Make ${count} entries of it, \`${names.map(writeScalar).join(', ')}\`; a group of that name gets a file in \`people/\` with \`collective: true\`.`;
  return problemAt(paper, path, warning('joined-names', message, fix));
}

const titlesBefore = /^(?:(?:Dr|Prof|Mrs?|Ms)\.\s*|(?:Dr|Prof|Professor)\s+)+(?=\p{Lu})/u;
const titlesAfter =
  /(?:,\s*(?:Ph\.?\s?D|D\.?\s?Phil|M\.?\s?D|M\.?\s?Sc|B\.?\s?Sc|Prof)\.?|\sPh\.?\s?D\.?)+$/;

function judgeTitle(paper: PaperEntry, path: string, name: string): Problem | undefined {
  const plain = name.replace(titlesBefore, '').replace(titlesAfter, '');
  if (plain === name || plain === '') return undefined;
  const message = `\`${name}\` holds a title, and would be another person than \`${plain}\`.`;
  return problemAt(paper, path, warning('title-in-name', message, `Write \`${plain}\`.`));
}

// A nickname or the name in another script stands in parentheses too.
const institution =
  /^[A-Z]{3,}$|^(?:[A-Z]{2,}|[A-Z]{2,}-[A-Z]{2,}) \p{Lu}|\b(?:Univ|Instit|Colleg|School|Labs?\b|Laborator|Research|Centre|Center|Inc\b|Google|DeepMind|Microsoft|OpenAI|Stanford|Harvard|Berkeley|Princeton|Oxford|Cambridge)/u;

function judgeAffiliation(paper: PaperEntry, path: string, name: string): Problem | undefined {
  const [, plain = '', where = ''] = /^(\p{L}.*\S)\s*\(([^()]+)\)$/u.exec(name) ?? [];
  if (!institution.test(where)) return undefined;
  const message = `\`${name}\` holds an affiliation, and would be another person than \`${plain}\`.`;
  const [key, index = ''] = path.split('.');
  const isAlone = typeof paper.data.authors?.[Number(index)] === 'string';
  const facts = `name: ${writeScalar(plain)}, affiliation: ${writeScalar(where)}`;
  const fix =
    key !== 'authors'
      ? `Write \`${plain}\`.`
      : isAlone
        ? `Write \`{ ${facts} }\`.`
        : `Write \`${facts.replace(', affiliation', '` and `affiliation')}\`.`;
  return problemAt(paper, path, warning('affiliation-in-name', message, fix));
}

/** `[Smith, John, Doe, Jane]`: family and given names of which YAML has made an entry each. */
function judgeHalves(paper: PaperEntry, roster: Roster): Problem[] {
  const { authors = [] } = paper.data;
  const names = authors.map((author) =>
    tidyName(typeof author === 'string' ? author : author.name),
  );
  const isWritten = authors.every(
    (author, index) => typeof author === 'string' && !roster.at(paper, `authors.${index}`)?.file,
  );
  const inPairs = names.length % 2 === 0;
  const isHalf = (name: string, index: number) =>
    isOneWord(name) ||
    (inPairs &&
      index % 2 === 1 &&
      (initials.test(name) || isOneWord(name.replace(/(?: \p{Lu}\.?)+$/u, ''))));
  if (names.length < 2 || !isWritten || !names.every(isHalf)) return [];
  const [first = '', second = ''] = names;
  const message = `No author has more than one name: \`${first}\` and \`${second}\` are two people here.`;
  const fix = inPairs
    ? `If they are one, make one entry of them, \`${writeScalar(`${second} ${first}`)}\`, and so with the others; who has one name only gets a file in \`people/\`.`
    : 'Write the whole name of each as one entry; who has one name only gets a file in `people/`.';
  return [problemAt(paper, 'authors', warning('halved-names', message, fix))];
}

const initials = /^(?:\p{Lu}\.?[ -]?)+$/u;

/** Not `DeepSeek-AI`, `IBM` or `OpenAI`, which are whole, nor a name in a script that puts no spaces. */
function isOneWord(name: string): boolean {
  const plain = name.replace(/^(?:Mc|Mac|De|Di|La|Le)(?=\p{Lu}\p{Ll})/u, '');
  return /^\p{Lu}\p{Ll}*(?:['-]\p{Lu}?\p{Ll}+)*$/u.test(plain);
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
