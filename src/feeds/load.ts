import { loadEdition } from '../digest/load.ts';
import type { Edition } from '../digest/edition.ts';
import { loadEditionFormulas } from '../formula-pictures/load.ts';
import { buildFeedFiles } from './build.ts';
import type { FeedFile } from './feed.ts';
import { buildTrialFiles } from './trial.ts';

const loaded = new WeakMap<Edition, Promise<FeedFile[]>>();

/** Every document of every feed, by its path from the base path on without the slash. */
export async function loadFeedFiles(): Promise<Map<string, FeedFile>> {
  const edition = await loadEdition();
  let files = loaded.get(edition);
  if (!files) {
    files = build(edition);
    loaded.set(edition, files);
  }
  const { base } = edition.routes;
  return new Map((await files).map((file) => [file.path.slice(base.length), file]));
}

async function build(edition: Edition): Promise<FeedFile[]> {
  const formulas = await loadEditionFormulas(edition);
  return [...buildFeedFiles(edition, formulas), ...buildTrialFiles(edition, formulas)];
}
