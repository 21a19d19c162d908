import { AsyncLocalStorage } from 'node:async_hooks';
import type { Edition } from './edition.ts';

/**
 * How the process that makes the pages hands the edition to them. They are bundled, with copies of every module, so the
 * two sides share nothing but the global object.
 */
export type Handed = {
  /** For what a page or a file shows. */
  page: Edition;
  /** For the list of a page's addresses. */
  paths: Edition;
};

const KEY = Symbol.for('digest.handed');
const shared = globalThis as { [KEY]?: AsyncLocalStorage<Handed> | undefined };

/** Runs what makes a page, which finds the edition that it is handed; several at once do not get in each other's way. */
export function withHanded<Made>(handed: Handed, make: () => Promise<Made>): Promise<Made> {
  return (shared[KEY] ??= new AsyncLocalStorage()).run(handed, make);
}

export function handedEdition(use: keyof Handed): Edition {
  const handed = shared[KEY]?.getStore();
  if (handed === undefined) throw new Error('No edition was handed to the pages.');
  return handed[use];
}
