import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { contentFolder } from '../digest/folders.ts';
import { newIssue } from '../scaffold/issue.ts';
import { newPaper } from '../scaffold/paper.ts';
import { newPerson } from '../scaffold/person.ts';
import { Refusal } from '../scaffold/refusal.ts';
import type { World } from '../scaffold/world.ts';
import { readArguments, stop } from './arguments.ts';
import { CACHE } from './folders.ts';
import { readInput } from './input.ts';
import { createProgress } from './progress.ts';

const usage = [
  'npm run new -- paper 2501.00663 [--issue 2026-03] [--slug titans]',
  'npm run new -- paper paper.bib     (or -, for BibTeX that is piped in)',
  'npm run new -- issue 2026-04 [--title "…"]',
  'npm run new -- person "Paul Balança" [--orcid …] [--github …] [--id …]',
];
const text = { type: 'string' } as const;
const options = {
  ...{ content: text, issue: text, slug: text, title: text, orcid: text, github: text, id: text },
};
const allowed: Record<string, readonly string[]> = {
  paper: ['issue', 'slug'],
  issue: ['title'],
  person: ['orcid', 'github', 'id'],
};

const { values, positionals } = readArguments(
  options,
  usage[0] ?? '',
  true,
  `Write one of:\n  ${usage.join('\n  ')}`,
);
const { content, ...rest } = values;
const [kind = '', given, ...more] = positionals;
const known = Object.hasOwn(allowed, kind) ? allowed[kind] : undefined;
if (known === undefined || given === undefined || more.length > 0) {
  const what =
    known === undefined
      ? `Say what is new: a paper, an issue or a person.`
      : given === undefined
        ? `Say which ${kind}.`
        : `One ${kind} at a time; a name with spaces goes in quotes.`;
  stop(`${what} Write one of:\n  ${usage.join('\n  ')}`);
}
const foreign = Object.keys(rest).find((option) => !known.includes(option));
if (foreign !== undefined)
  stop(
    `--${foreign} is not for ${kind === 'issue' ? 'an' : 'a'} ${kind}. Write one of:\n  ${usage.join('\n  ')}`,
  );

const progress = createProgress(process.stderr);
const world: World = {
  content: content === undefined ? contentFolder() : resolve(content),
  ...(content !== undefined && { given: content }),
  cache: join(CACHE, 'asked'),
  environment: process.env,
  now: Date.now,
  wait,
  readInput,
  during: (text, work) => progress.during(text, work),
};

try {
  console.log(await make(kind, given));
} catch (error) {
  // What the system says of a folder that cannot be written is a sentence too.
  const isOfSystem = error instanceof Error && 'syscall' in error;
  if (!(error instanceof Refusal) && !isOfSystem) throw error;
  console.error(error.message);
  process.exitCode = error instanceof Refusal ? error.code : 1;
}

async function make(what: string, name: string): Promise<string> {
  if (what === 'issue') return newIssue(name, rest, world);
  if (what === 'person') return newPerson(name, rest, world);
  return await newPaper(name, rest, world);
}
