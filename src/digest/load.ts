import type { GetStaticPaths } from 'astro';
import { getLiveCollection } from 'astro:content';
import type { Problem } from '../problem.ts';
import { assemble } from './assemble.ts';
import { openPrinting } from './check.ts';
import type { Edition } from './edition.ts';
import { contentFolder } from './folders.ts';
import { handedEdition } from './handing.ts';
import { formatProblems } from './problems.ts';
import type { StoredEntry } from './read.ts';
import { salvageEntry, salvageTree } from './salvage.ts';

/**
 * The edition that a page shows: in a build the one that was judged before, which tells what the page reads of it; in
 * `dev` anew for each page, where a file may have been saved. `dev` prints the problems and goes on with what can be shown.
 */
export async function loadEdition(): Promise<Edition> {
  if (import.meta.env.DEV) return (await (latest = loadForDev())).edition;
  return handedEdition();
}

/** All problems, in `dev`, as the page that is being made has seen them; a build shows none. */
export async function loadProblems(): Promise<Problem[]> {
  return import.meta.env.DEV ? (await (latest ??= loadForDev())).problems : [];
}

/**
 * The addresses of a page by the parameters in its file's name. Nothing else goes with an address: a page looks up
 * what it shows, so that a build knows what it depends on.
 */
export function listPaths<Params extends Record<string, string>>(
  list: (edition: Edition) => readonly Params[] | Promise<Params[]>,
) {
  return (async () => {
    return (await list(await loadEdition())).map((params) => ({ params }));
  }) satisfies GetStaticPaths;
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
  if (problems.every(({ severity }) => severity === 'warning')) return { edition, problems };
  const salvaged = await assemble(content, entries.map(salvageEntry));
  const shown = salvaged.edition ?? edition;
  const treeOf: Edition['treeOf'] = (entry) => {
    const tree = shown.treeOf(entry);
    return tree && salvageTree(tree);
  };
  return { edition: { ...shown, treeOf }, problems };
}

async function readCollections(): Promise<StoredEntry[]> {
  const read = async (name: 'papers' | 'issues' | 'people' | 'tags' | 'about') => {
    const { entries, error } = await getLiveCollection(name);
    if (error) throw error;
    return (entries ?? []).map(({ data }) => data);
  };
  const kinds = [read('papers'), read('issues'), read('people'), read('tags'), read('about')];
  return (await Promise.all(kinds)).flat();
}
