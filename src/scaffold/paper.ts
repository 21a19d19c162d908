import { shownPath } from '../digest/folders.ts';
import { judgeIssueId, judgeSlug } from '../schemas/slug.ts';
import { localDay } from './day.ts';
import type { Facts } from './facts.ts';
import { buildFrontmatter } from './frontmatter.ts';
import { isTakenSlug, listIssueIds, loadKnown, type Known } from './known.ts';
import { findFacts, refuseKnown } from './lookup.ts';
import { shown } from './line.ts';
import { writeNew } from './place.ts';
import { Refusal } from './refusal.ts';
import { paperSections } from './sections.ts';
import { freeSlug, slugOfTitle } from './slug.ts';
import { readSource } from './source.ts';
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
  // Begun after the line is shown: it does not give way.
  const reading = Promise.resolve().then(() => loadKnown(world.content));
  const known = await world.during('Reading the digest', reading);
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
    world,
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
  world: World;
  note: string | undefined;
  missing: string[];
  issue: string;
  slug: string;
  isGuessed: boolean;
  hasIssue: boolean;
};

function sayDone(file: string, done: Done): string {
  const { world, note, missing, issue, slug, isGuessed, hasIssue } = done;
  const folder = file.replace(/\/index\.mdx$/, '');
  const option = world.given === undefined ? '' : `--content ${world.given} `;
  const variable = world.given === undefined ? '' : `DIGEST_CONTENT=${world.given} `;
  return [
    ...(note === undefined ? [] : [note, '']),
    `Wrote ${file}`,
    ...(isGuessed
      ? [`  Its address will be /papers/${slug}/: rename the folder now if you know a better word.`]
      : []),
    ...(hasIssue
      ? []
      : [
          `  There is no issue ${issue} yet, which npm run check will say: move the folder to one that there is,`,
          `  or make it with  npm run new -- issue ${issue}`,
        ]),
    '',
    'What is left to you:',
    `  1. In the file fill in ${listWords([...missing, 'the text'])}. The comments there say how.`,
    `  2. See what is wrong:  npm run check -- ${option}${folder}`,
    `  3. See the page:       ${variable}npm run dev`,
    '  4. Send it:            commit that folder, and open a pull request.',
  ].join('\n');
}

function listWords(words: string[]): string {
  return words.length < 2
    ? words.join('')
    : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
}
