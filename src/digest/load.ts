import type { GetStaticPaths } from 'astro';
import { getLiveCollection } from 'astro:content';
import type { Problem } from '../problem.ts';
import type { Edition } from './edition.ts';
import { handedContent, handedEdition } from './handing.ts';
import type { StoredEntry } from './read.ts';
import type { Saved, Shown } from './saved-content.ts';

/**
 * The edition that a page shows: in a build the one that was judged before, which tells what the page reads of it; in
 * `dev` one of what is saved now, as far as it can be shown.
 */
export async function loadEdition(): Promise<Edition> {
  if (import.meta.env.DEV) return (await loadForDev()).edition;
  return handedEdition();
}

/** All problems, in `dev`, as the page that is being made has seen them; a build shows none. */
export async function loadProblems(): Promise<Problem[]> {
  return import.meta.env.DEV ? (await (latest?.shown ?? loadForDev())).problems : [];
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

/** Reads everything anew for the next page: what was kept of it may be gone. */
export function forgetContent(): void {
  handedContent().forget();
}

let latest: { saved: Saved; shown: Promise<Shown> } | undefined;

function loadForDev(): Promise<Shown> {
  const saved = handedContent().latest;
  if (latest?.saved !== saved) {
    const shown = readCollections(saved).then(saved.assemble);
    shown.catch(forgetContent);
    latest = { saved, shown };
  }
  return latest.shown;
}

async function readCollections(saved: Saved): Promise<StoredEntry[]> {
  const read = async (name: 'papers' | 'issues' | 'people' | 'tags' | 'about') => {
    const { entries, error } = await getLiveCollection(name, { saved });
    if (error) throw error;
    return (entries ?? []).map(({ data }) => data);
  };
  const kinds = [read('papers'), read('issues'), read('people'), read('tags'), read('about')];
  return (await Promise.all(kinds)).flat();
}
