import { Document, isSeq, type YAMLMap } from 'yaml';
import { shownPath } from '../digest/folders.ts';
import { compareTexts, lettersId, spellingKey, tidyName } from '../digest/people.ts';
import { github, orcid } from '../schemas/identifiers.ts';
import { asFault } from '../schemas/rule.ts';
import { judgeSlug } from '../schemas/slug.ts';
import { loadKnown, type Known } from './known.ts';
import { fittingLine } from './facts.ts';
import { shown } from './line.ts';
import { writeNew } from './place.ts';
import { Refusal } from './refusal.ts';
import type { World } from './world.ts';

export type PersonOptions = { id?: string; orcid?: string; github?: string };

/**
 * Makes the file of a person, with the spellings of the name that the digest prints. Returns what to print;
 * throws a refusal where nothing was written.
 */
export function newPerson(given: string, options: PersonOptions, world: World): string {
  const line = fittingLine(given, 120);
  if (line === undefined) {
    throw new Refusal(
      'A name has 1 to 120 characters. Write: npm run new -- person "Paul Balança"',
      2,
    );
  }
  const name = tidyName(line);
  const accounts = {
    ...(options.orcid !== undefined && {
      orcid: fit(orcid, '--orcid', options.orcid.replace(/^https?:\/\/orcid\.org\//, '')),
    }),
    ...(options.github !== undefined && { github: fit(github, '--github', options.github) }),
  };
  const id = options.id ?? idOf(name);
  const fault = judgeSlug(id);
  if (fault !== undefined)
    throw new Refusal(`\`${shown(id)}\` ${fault.says}. Write another with --id.`, 2);
  const known = loadKnown(world.content);
  refuseKnown(known, name, id);

  const spellings = findSpellings(known, name, id);
  const others = [...spellings.keys()].filter((spelling) => spelling !== name).sort(compareTexts);
  const document = new Document({ name, ...(others.length > 0 && { names: others }), ...accounts });
  const list = (document.contents as unknown as YAMLMap).get('names', true) as unknown;
  if (isSeq(list)) list.flow = true;
  const yaml = document.toString({
    lineWidth: 100,
    singleQuote: true,
    flowCollectionPadding: false,
  });
  const file = writeNew(world.content, `people/${id}.yaml`, yaml);
  const printed = [...spellings].map(([spelling, files]) => `  ${spelling}: ${files.join(', ')}`);
  return [
    `Wrote ${shownPath(file)}`,
    ...(printed.length === 0
      ? ['  Nothing in the digest names this person yet, which `npm run check` will say.']
      : [
          '',
          'Named already, and meant to be the same person:',
          ...printed.map((line) => line.slice(0, 400)),
        ]),
    '',
    'It may also hold affiliation, orcid, homepage, github, links, bio, family (where the family name is not',
    'the last word), notes (what tells the person from a namesake). Then:  npm run check',
  ].join('\n');
}

function fit(schema: typeof orcid, option: string, value: string): string {
  const outcome = schema.safeParse(value);
  if (outcome.success) return outcome.data;
  const [issue] = outcome.error.issues;
  const fault = issue?.code === 'custom' ? asFault(issue.params) : undefined;
  throw new Refusal(
    `${option}: \`${shown(value)}\` ${fault?.says ?? 'is empty'}. ${fault?.fix ?? 'Leave it out.'}`,
    2,
  );
}

function idOf(name: string): string {
  const { id, lost } = lettersId(name);
  if (id !== '' && lost === '') return id;
  throw new Refusal(
    `\`${shown(name)}\` has ${id === '' ? 'no Latin letters' : `letters that are not Latin: ${lost}`}. Write the id as the person writes the name in Latin letters: --id wen-li`,
    2,
  );
}

function refuseKnown({ people }: Known, name: string, id: string): void {
  const key = spellingKey(name);
  for (const { id: own, file, data } of people) {
    const claims = [...(data.name === undefined ? [] : [data.name]), ...(data.names ?? [])];
    if (own === id || data.aliases?.includes(id)) {
      throw new Refusal(
        `\`${id}\` ${own === id ? 'is' : 'was'} the address of a person already: ${file}${data.name === undefined ? '' : ` (${shown(data.name)})`}.\nEdit that file; for a namesake write another address: --id ${id}-2`,
      );
    }
    if (claims.some((claim) => spellingKey(claim) === key) && id === idOfLetters(name)) {
      throw new Refusal(
        `\`${shown(name)}\` is a name of ${file} already. Edit that file; for a namesake write an address of their own with --id, and \`notes\` in both files.`,
      );
    }
  }
}

function idOfLetters(name: string): string {
  return lettersId(name).id;
}

/** The spellings that the papers and issues print and that have the letters of this person, with their files. */
function findSpellings(
  { papers, issues, people }: Known,
  name: string,
  id: string,
): Map<string, string[]> {
  const claimed = new Set(
    people.flatMap(({ data }) => [data.name ?? '', ...(data.names ?? [])]).map(spellingKey),
  );
  const found = new Map<string, string[]>();
  const note = (written: string, file: string) => {
    const spelling = tidyName(written);
    if (lettersId(spelling).id !== id && spellingKey(spelling) !== spellingKey(name)) return;
    if (claimed.has(spellingKey(spelling)) || spelling === id) return;
    const files = found.get(spelling) ?? [];
    if (!files.includes(file)) found.set(spelling, [...files, file]);
  };
  for (const { file, data } of papers) {
    for (const author of data.authors ?? [])
      note(typeof author === 'string' ? author : author.name, file);
    for (const person of [...(data.writers ?? []), ...(data.reviewers ?? [])]) note(person, file);
  }
  for (const { file, data } of issues) for (const editor of data.editors ?? []) note(editor, file);
  return found;
}
