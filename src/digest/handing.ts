import { AsyncLocalStorage } from 'node:async_hooks';
import type { Edition } from './edition.ts';
import type { SavedContent } from './saved-content.ts';

/*
 * How the process that makes the pages hands them what they show: in a build the edition, in `dev` the content. They are
 * bundled, or run by Vite, with copies of every module, so the two sides share nothing but the global object.
 */
const KEY = Symbol.for('digest.handed');
const CONTENT = Symbol.for('digest.content');
const shared = globalThis as {
  [KEY]?: AsyncLocalStorage<Edition> | undefined;
  [CONTENT]?: SavedContent | undefined;
};

/** Runs what makes a page, which finds the edition that it is handed; several at once do not get in each other's way. */
export function withHanded<Made>(edition: Edition, make: () => Promise<Made>): Promise<Made> {
  return (shared[KEY] ??= new AsyncLocalStorage()).run(edition, make);
}

export function handedEdition(): Edition {
  const edition = shared[KEY]?.getStore();
  if (edition === undefined) throw new Error('No edition was handed to the pages.');
  return edition;
}

/** Hands the content to all pages that `dev` makes from now on. What reads and judges it is not run by Vite then. */
export function handContent(content: SavedContent): void {
  shared[CONTENT] = content;
}

export function handedContent(): SavedContent {
  const content = shared[CONTENT];
  if (content === undefined) throw new Error('No content was handed to the pages.');
  return content;
}
