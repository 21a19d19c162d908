import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { shownPath } from '../digest/folders.ts';
import { listContent } from '../digest/listing.ts';
import { readSiteFile } from '../digest/site-file.ts';
import { localDay } from '../scaffold/day.ts';
import { shown } from '../scaffold/line.ts';
import { Refusal } from '../scaffold/refusal.ts';
import { count } from '../text.ts';
import { questions, readAnswer, type Answers, type Key, type Question } from './answers.ts';
import { buildContent } from './content.ts';
import { renderHues } from './hues.ts';
import { isTaken, nameBeside, placeContent } from './place.ts';
import { pageOfRemote } from './suggest.ts';

/** What the command touches besides its options. */
export type World = {
  /** The content folder, absolute. */
  content: string;
  /** The program's own folder, absolute. */
  root: string;
  now: () => number;
  /** The address of the repository that git sends to, where there is one. */
  remote?: string;
  /** Asks on a terminal; absent where nobody answers. */
  ask?: (words: string) => Promise<string>;
  tell: (line: string) => void;
  /** Whether what is told may have colours. */
  colour: boolean;
};

export type Options = Partial<Record<Key, string>> & { replace: boolean };

/**
 * Makes a content folder for a group. Returns what to print at the end; throws a refusal where nothing was written.
 */
export async function found({ replace, ...given }: Options, outside: World): Promise<string> {
  judgeFolder(outside);
  const world = withoutUpstream(outside);
  const fixed = readGiven(given);
  const { ask } = world;
  if (ask === undefined) judgeMissing(fixed, world);
  if (isTaken(world.content) && !replace) await allowReplacing(world);
  const answers = await answerAll(fixed, world);
  const today = localDay(world.now());
  const files = buildContent(answers, today);
  const { aside } = placeContent(world.content, files);
  return describeEnd(world.content, aside, today.slice(0, 7), answers);
}

function judgeFolder({ content, root }: World): void {
  if (existsSync(content) && !statSync(content).isDirectory()) {
    throw new Refusal(`${shownPath(content)} is a file, where a folder belongs.`, 2);
  }
  if (root === content || root.startsWith(content + path.sep)) {
    throw new Refusal(
      'The content folder would hold the program itself; name a folder of its own.',
      2,
    );
  }
}

/** A clone of somebody else's site is not to send its readers' corrections there. */
function withoutUpstream({ remote, ...world }: World): World {
  const theirs = readSiteFile(world.content).site?.repository;
  const isTheirs = remote === undefined || pageOfRemote(remote) === theirs;
  return { ...world, ...(!isTheirs && { remote }) };
}

/** The options, judged as a check would; all that is wrong is told at once. */
function readGiven(given: Partial<Record<Key, string>>): Answers {
  const faults: string[] = [];
  const answers: Answers = {};
  for (const { key } of questions) {
    const written = given[key];
    if (written === undefined) continue;
    const read = readAnswer(key, written);
    if ('fault' in read) faults.push(`--${key}: ${read.fault}`);
    else Object.assign(answers, read.value);
  }
  if (faults.length > 0) throw new Refusal(faults.join('\n'), 2);
  return answers;
}

/** What nobody can be asked for. */
function judgeMissing(answers: Answers, { remote }: World): void {
  const missing = questions.filter(
    ({ key, isRequired, suggest }) =>
      isRequired &&
      answers[key] === undefined &&
      suggest(withRemote(answers, remote), remote) === undefined,
  );
  if (missing.length === 0) return;
  const names = missing.map(({ key }) => `--${key}`).join(' and ');
  throw new Refusal(
    `Nobody can be asked here: this is no terminal, or --yes was given. Say ${names} too: npm run init -- --name "Our Notes" --url https://example.org/notes/`,
    2,
  );
}

function withRemote(answers: Answers, remote: string | undefined): Answers {
  const found = questions.find(({ key }) => key === 'repository')?.suggest(answers, remote);
  return { ...(found !== undefined && { repository: found }), ...answers };
}

async function allowReplacing(world: World): Promise<void> {
  const { ask } = world;
  if (ask === undefined) throw new Refusal(`${holdsText(world)} Say --replace to do so.`);
  world.tell(holdsText(world));
  const answer = await ask('Go on? [y/N] ');
  if (!/^y(?:es)?$/i.test(answer.trim())) throw new Refusal('Nothing was written.');
}

/** `content holds 8 papers and 4 issues of Shore Notes. …` */
function holdsText({ content }: World): string {
  const { files } = listContent(content);
  const of = (kind: string) => files.filter(({ location }) => location.kind === kind).length;
  const parts = [
    ...(of('paper') > 0 ? [count(of('paper'), 'paper')] : []),
    ...(of('issue') > 0 ? [count(of('issue'), 'issue')] : []),
  ];
  const name = readSiteFile(content).site?.name;
  const what = parts.length > 0 ? parts.join(' and ') : 'something';
  return (
    `${shownPath(content)} holds ${what} already${name === undefined ? '' : `, of ${shown(name)}`}. ` +
    `It would be moved to ${shownPath(nameBeside(content, 'old'))}, whole, and a new folder be made in its place. Nothing is deleted.`
  );
}

async function answerAll(fixed: Answers, world: World): Promise<Answers> {
  let answers = fixed;
  if (world.ask !== undefined) {
    world.tell(
      'Return takes what stands in brackets, - leaves out, Ctrl-C leaves all as it was.\n',
    );
  }
  for (const question of questions) {
    const { key } = question;
    if (answers[key] === undefined)
      answers = { ...answers, ...(await answer(question, answers, world)) };
    else if (key === 'hues' && answers.hues) world.tell(renderHues(answers.hues, world.colour));
  }
  return answers;
}

/** Asks until the answer is right. */
async function answer(question: Question, answers: Answers, world: World): Promise<Answers> {
  const { key, silent, words, isRequired, suggest, note } = question;
  const suggested = suggest(answers, world.remote);
  if (world.ask === undefined || silent) {
    const read = suggested === undefined ? undefined : readAnswer(key, suggested);
    return read !== undefined && 'value' in read ? read.value : {};
  }
  const without = key === 'hues' ? "the program's own" : isRequired ? undefined : 'none';
  const offer = suggested ?? without;
  for (;;) {
    const written = (
      await world.ask(`${words}${offer === undefined ? '' : ` [${offer}]`}: `)
    ).trim();
    if (!isRequired && (written === '-' || (written === '' && suggested === undefined))) return {};
    const text = written === '' ? (suggested ?? '') : written;
    const read = readAnswer(key, text);
    if ('fault' in read) {
      world.tell(`  ${read.fault}`);
      continue;
    }
    if (read.value.hues) {
      world.tell(renderHues(read.value.hues, world.colour));
      if (/^n/i.test((await world.ask('Take these? [Y/n] ')).trim())) continue;
    }
    const remark = note?.(text);
    if (remark !== undefined) world.tell(`  ${remark}`);
    return read.value;
  }
}

function describeEnd(
  content: string,
  aside: string | undefined,
  month: string,
  answers: Answers,
): string {
  const folder = shownPath(content) || '.';
  const paper = `${folder}/papers/${month}/example`;
  return [
    `Wrote ${folder}: site.yaml, tags.yaml, LICENSE.md, the issue ${month} and an example paper in it.`,
    ...(aside === undefined ? [] : [`What was there is ${shownPath(aside)} now, whole.`]),
    '',
    'What to do next:',
    '  1. See it:               npm start',
    '  2. Begin a real paper:   npm run new -- paper 2501.00663',
    `     The text of ${paper} says how to write one; then delete that folder.`,
    '  3. See what is wrong:    npm run check',
    `  4. Put it online: commit ${folder}, push, and turn on the pages of your forge. README.md has the steps.`,
    ...(answers.repository === undefined
      ? ['     With `repository` in site.yaml every page has a link to mend it.']
      : []),
  ].join('\n');
}
