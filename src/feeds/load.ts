import type { Edition } from '../digest/edition.ts';
import { loadFormulas, loadSpecimen } from '../formula-pictures/load.ts';
import { buildFeedFile, listMainFiles } from './build.ts';
import type { FeedFile } from './feed.ts';
import { buildTrialFiles, listTrialFiles } from './trial.ts';

/** The paths of all documents below `feeds/`, from the base path on without the slash. */
export async function listFeedFiles(edition: Edition): Promise<string[]> {
  const paths = [...(await listMainFiles(edition)), ...listTrialFiles(edition)];
  return paths.map((path) => path.slice(edition.routes.base.length));
}

/** @param path of any document of a feed, from the base path on without the slash */
export async function loadFeedFile(edition: Edition, path: string): Promise<FeedFile> {
  const full = edition.routes.base + path;
  const file = listTrialFiles(edition).includes(full)
    ? buildTrialFiles(edition, await loadSpecimen()).find((one) => one.path === full)
    : await buildFeedFile(edition, loadFormulas, full);
  if (!file) throw new Error(`There is no feed ${path}.`);
  return file;
}
