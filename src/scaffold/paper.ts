import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { shownPath } from '../digest/folders.ts';
import { judgeIssueId, judgeSlug } from '../schemas/slug.ts';
import { readArxiv } from './arxiv.ts';
import { ask } from './ask.ts';
import { readBibtex } from './bibtex.ts';
import { readCrossref } from './crossref.ts';
import { localDay } from './day.ts';
import type { Facts } from './facts.ts';
import { buildFrontmatter } from './frontmatter.ts';
import { findPaper, isTakenSlug, listIssueIds, loadKnown, sayPaper, type Known } from './known.ts';
import { shown } from './line.ts';
import { readOpenreview } from './openreview.ts';
import { keepPause } from './pause.ts';
import { writeNew } from './place.ts';
import { Refusal } from './refusal.ts';
import { paperSections } from './sections.ts';
import { buildRequests, buildUserAgent, type Identified } from './services.ts';
import { freeSlug, slugOfTitle } from './slug.ts';
import { readSource, type Source } from './source.ts';
import type { World } from './world.ts';

export type PaperOptions = { issue?: string; slug?: string };

/**
 * Makes the file of a paper from its id, address or BibTeX file. Returns what to print; throws a refusal
 * where nothing was written.
 */
export async function newPaper(
  given: string,
  { issue: wantedIssue, slug: wantedSlug }: PaperOptions,
  world: World,
): Promise<string> {
  const source = readSource(given);
  const known = loadKnown(world.content);
  // What was asked for is judged before anybody is asked.
  if (wantedIssue !== undefined) judgeGiven('--issue', wantedIssue, judgeIssueId(wantedIssue));
  if (wantedSlug !== undefined) {
    judgeGiven('--slug', wantedSlug, judgeSlug(wantedSlug));
    if (isTakenSlug(known, wantedSlug)) {
      throw new Refusal(
        `\`${wantedSlug}\` is, or was, the address of another paper. Write another --slug.`,
        2,
      );
    }
  }
  const today = localDay(world.now());
  const { facts, note } = await findFacts(source, known, world);
  refuseKnown(known, facts);

  const issue = wantedIssue ?? chooseIssue(known, today);
  const slug =
    wantedSlug ??
    freeSlug(slugOfTitle(facts.title ?? []) || slugOfSource(facts), (one) =>
      isTakenSlug(known, one),
    );
  const { yaml, missing } = buildFrontmatter(facts, { tags: known.tags, today });
  const name = `papers/${issue}/${slug}/index.mdx`;
  const file = writeNew(world.content, name, `---\n${yaml}---\n${paperSections}`);
  return sayDone(shownPath(file), {
    note,
    missing,
    issue,
    slug,
    isGuessed: wantedSlug === undefined,
    hasIssue: known.issues.some(({ id }) => id === issue),
  });
}

function judgeGiven(
  option: string,
  value: string,
  fault: { says: string; fix: string } | undefined,
): void {
  if (fault !== undefined)
    throw new Refusal(`${option}: \`${shown(value)}\` ${fault.says}. ${fault.fix}`, 2);
}

function refuseKnown(known: Known, facts: Pick<Facts, 'arxiv' | 'doi' | 'openreview'>): void {
  const paper = findPaper(known, facts);
  if (paper !== undefined) throw new Refusal(sayPaper(known, paper));
}

async function findFacts(
  source: Source,
  known: Known,
  world: World,
): Promise<{ facts: Facts; note?: string }> {
  if (source.kind === 'bibtex') return { facts: await readFile(source.file, world) };
  refuseKnown(known, { [source.kind]: source.id });
  return await askServices(source, known, world);
}

async function readFile(file: string, world: World): Promise<Facts> {
  if (file === '-') return readBibtex(await world.readInput(), 'What was piped in');
  const size = statSync(file, { throwIfNoEntry: false });
  if (!size?.isFile()) throw new Refusal(`There is no file ${shown(file)}.`, 2);
  if (size.size > 5_000_000)
    throw new Refusal(`${shown(file)} has more than 5 MB. Keep the one entry that is meant.`);
  return readBibtex(readFileSync(file, 'utf8'), shown(path.basename(file)));
}

async function askServices(
  source: Identified,
  known: Known,
  world: World,
): Promise<{ facts: Facts; note?: string }> {
  const requests = buildRequests(source, world.environment);
  const userAgent = buildUserAgent(known.site);
  const names = requests.map(({ service }) => service).join(' nor ');
  for (const request of requests) {
    const { service, pause, url } = request;
    await world.during(
      `Keeping the pause of ${pause} seconds that ${service} asks for`,
      keepPause(world.cache, new URL(url).host, pause, world),
    );
    const asking = ask(request, {
      userAgent,
      ...(world.limit !== undefined && { limit: world.limit }),
    });
    const answer = await world.during(`Asking ${service} for ${source.id}`, asking);
    if (answer === 'offline') {
      return {
        facts: { authors: [], [source.kind]: source.id },
        note: `${service} cannot be reached from here, so the file holds only what you gave. Fill the rest in by hand, or delete it and try again online.`,
      };
    }
    if (answer !== 'unknown') return { facts: readAnswer(source, answer.text, service) };
  }
  throw new Refusal(
    requests.length > 1
      ? `Neither ${names} knows ${source.id}. Look the DOI up, or give a BibTeX file.`
      : `${names} knows no paper ${source.id}. Look it up, or give a BibTeX file.`,
  );
}

function readAnswer({ kind, id }: Identified, text: string, service: string): Facts {
  if (kind === 'arxiv') return readArxiv(text, id);
  return kind === 'doi' ? readCrossref(text, id, service) : readOpenreview(text, id);
}

/** The newest issue that is not over yet, by its month or its day; else that of this month. */
function chooseIssue(known: Known, today: string): string {
  const month = today.slice(0, 7);
  const isOpen = (id: string) => {
    if (/^\d{4}-\d\d$/.test(id)) return id >= month;
    const date = known.issues.find((issue) => issue.id === id)?.data.date;
    return date !== undefined && date >= today;
  };
  const open = listIssueIds(known).filter((id) => judgeIssueId(id) === undefined && isOpen(id));
  return open.at(-1) ?? month;
}

/** Where a title makes no address, the identifier does. */
function slugOfSource({ arxiv, doi, openreview }: Facts): string {
  const id = arxiv === undefined ? (doi ?? openreview) : `arxiv-${arxiv.replace(/v\d+$/, '')}`;
  const letters = (id ?? '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return `paper-${letters}`
    .replace(/^paper-arxiv/, 'arxiv')
    .slice(0, 60)
    .replace(/-+$/, '');
}

type Done = {
  note: string | undefined;
  missing: string[];
  issue: string;
  slug: string;
  isGuessed: boolean;
  hasIssue: boolean;
};

function sayDone(file: string, { note, missing, issue, slug, isGuessed, hasIssue }: Done): string {
  const folder = file.replace(/\/index\.mdx$/, '');
  return [
    ...(note === undefined ? [] : [note, '']),
    `Wrote ${file}`,
    ...(isGuessed
      ? [`  Its address will be /papers/${slug}/: rename the folder now if you know a better word.`]
      : []),
    ...(hasIssue
      ? []
      : [
          `  There is no issue ${issue} yet. Write --issue with one that there is, or make it: npm run new -- issue ${issue}`,
        ]),
    '',
    'What is left to you:',
    `  1. In the file fill in ${listWords([...missing, 'the text'])}. The comments there say how.`,
    `  2. See what is wrong:  npm run check -- ${folder}`,
    '  3. See the page:       npm run dev',
  ].join('\n');
}

function listWords(words: string[]): string {
  return words.length < 2
    ? words.join('')
    : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
}
