import { AsyncLocalStorage } from 'node:async_hooks';
import type { Edition } from './edition.ts';

/*
 * How the process that makes the pages hands the edition to them. They are bundled, with copies of every module, so the
 * two sides share nothing but the global object.
 */
const KEY = Symbol.for('digest.handed');
const shared = globalThis as { [KEY]?: AsyncLocalStorage<Edition> | undefined };

/** Runs what makes a page, which finds the edition that it is handed; several at once do not get in each other's way. */
export function withHanded<Made>(edition: Edition, make: () => Promise<Made>): Promise<Made> {
  return (shared[KEY] ??= new AsyncLocalStorage()).run(edition, make);
}

export function handedEdition(): Edition {
  const edition = shared[KEY]?.getStore();
  if (edition === undefined) throw new Error('No edition was handed to the pages.');
  return edition;
}
