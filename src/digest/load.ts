import { getCollection } from 'astro:content';
import type { Problem } from '../problem.ts';
import { assemble } from './assemble.ts';
import { openPrinting } from './check.ts';
import type { Edition } from './edition.ts';
import { contentFolder, shownPath } from './folders.ts';
import { buildKnown, type Known } from './known.ts';
import { formatProblems } from './problems.ts';
import type { StoredEntry } from './read.ts';
import { salvageEntry, salvageTree } from './salvage.ts';

let built: Promise<Edition> | undefined;

/**
 * The edition from Astro's collections: once a build, anew for each page in `dev`, where a file may
 * have been saved. Throws with every problem in a build; `dev` prints them and goes on with what can be shown.
 */
export async function loadEdition(): Promise<Edition> {
  if (import.meta.env.DEV) return (await (latest = loadForDev())).edition;
  return await (built ??= load());
}

/** All problems, in `dev`, as the page that is being made has seen them; a build shows none. */
export async function loadProblems(): Promise<Problem[]> {
  return import.meta.env.DEV ? (await (latest ??= loadForDev())).problems : [];
}

/** What the preview of a summary asks of the digest. */
export async function loadKnown(): Promise<Known> {
  const content = contentFolder();
  const { site } = (await loadEdition()).digest;
  return buildKnown(await readCollections(), site, shownPath(content));
}

async function load(): Promise<Edition> {
  const options = { smallerPictures: true };
  const { edition, problems } = await assemble(contentFolder(), await readCollections(), options);
  if (edition && problems.every(isWarning)) return edition;
  throw new Error(formatProblems(problems, openPrinting()));
}

let latest: ReturnType<typeof loadForDev> | undefined;
let told = '';

async function loadForDev(): Promise<{ edition: Edition; problems: Problem[] }> {
  const content = contentFolder();
  const entries = await readCollections();
  const { edition, problems } = await assemble(content, entries);
  const report = problems.length > 0 ? formatProblems(problems, openPrinting()) : '';
  if (!edition) throw new Error(report);
  // Once for each state of the files rather than once a page.
  if (report !== told) console.warn(report || 'No problems');
  told = report;
  if (problems.every(isWarning)) return { edition, problems };
  const salvaged = await assemble(content, entries.map(salvageEntry));
  const shown = salvaged.edition ?? edition;
  const treeOf: Edition['treeOf'] = (entry) => {
    const tree = shown.treeOf(entry);
    return tree && salvageTree(tree);
  };
  return { edition: { ...shown, treeOf }, problems };
}

async function readCollections(): Promise<StoredEntry[]> {
  const collections = await Promise.all(
    (['papers', 'issues', 'people', 'tags', 'about'] as const).map((name) => getCollection(name)),
  );
  return collections.flat().map((entry) => entry.data);
}

function isWarning({ severity }: Problem): boolean {
  return severity === 'warning';
}
