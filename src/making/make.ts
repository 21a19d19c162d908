import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { RouteData } from 'astro';
import type { Cache } from '../cache.ts';
import type { Edition } from '../digest/edition.ts';
import { withHanded } from '../digest/handing.ts';
import { Cells, combine } from './cells.ts';
import { Crew } from './crew.ts';
import type { Ledger } from './ledger.ts';
import type { Program } from './program.ts';
import { Tracker } from './tracker.ts';

/**
 * Makes what the site of an edition has and the last build has not, or has from things that have changed since, into a
 * folder; the ledger is brought up to it. Of several threads, the first ends when all is made, the others when nothing
 * is left for them.
 *
 * @param options.folder where files are put that are made anew
 * @param options.parts where shared parts are kept
 * @param options.onFile called for each file
 * @param options.crew this thread among those that make the site; of several, all begin with an empty ledger
 * @returns the state of what they were made from, and what the program went on without
 */
export async function makeFiles(
  edition: Edition,
  program: Program,
  ledger: Ledger,
  options: { folder: string; parts: Cache; onFile: () => void; crew?: Crew },
): Promise<{ cells: Cells; faults: readonly string[] }> {
  const { folder, parts, onFile, crew = new Crew() } = options;
  const cells = new Cells(edition);
  const tracker = new Tracker({ edition, ledger, cells, parts, crew });
  const faults = new Set<string>();
  let ended = 0;
  crew.listen((news) => {
    if (news.kind === 'part') tracker.hear(news);
    if (news.kind !== 'output') return;
    onFile();
    for (const fault of news.faults) faults.add(fault);
    ledger.setOutput(news.file, news.reads);
    ended += 1;
  });
  const wanted = [...(await listFiles(program, ledger, cells, tracker))];
  tracker.endListing();
  ledger.keepOutputs(new Map(wanted));
  // A generator, which gives nothing more to the others once one of them has left it in the middle.
  const waiting = (function* () {
    for (let one = wanted[crew.take()]; one; one = wanted[crew.take()]) yield one;
  })();
  const work = async () => {
    for (const [file, { route, path }] of waiting) {
      ended += 1;
      const isCurrent = () => ledger.hasCurrent(file, cells);
      if (isCurrent()) continue;
      const { edition: page, reads, left } = tracker.open(isCurrent);
      const making = withHanded(page, () => program.render(route, path));
      const bytes = await Promise.race([making, left]);
      if (isCurrent()) continue;
      if (bytes === undefined) throw new Error(`Nothing was made for ${file}.`);
      onFile();
      writeInto(folder, file, bytes);
      if (crew.number === 0) ledger.setOutput(file, reads);
      else crew.tell({ kind: 'output', file, reads: combine(reads), faults: program.faults });
    }
  };
  const ends = await Promise.allSettled(Array.from({ length: AT_ONCE }, work));
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
  if (crew.number === 0) {
    await crew.waitUntil(() => ended === wanted.length);
    const made = ledger.listFiles();
    const lost = wanted.find(([file]) => !made.has(file));
    if (lost) throw new Error(`${lost[0]} was not made: two threads have listed different files.`);
  }
  for (const fault of program.faults) faults.add(fault);
  return { cells, faults: [...faults] };
}

/** Writes a file below a folder, and the folders that it lies in. */
export function writeInto(folder: string, file: string, bytes: string | Uint8Array): void {
  const target = join(folder, file);
  try {
    writeFileSync(target, bytes);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, bytes);
  }
}

type Wanted = Map<string, { route: RouteData; path: string }>;

/** Every file of the site with what makes it. */
async function listFiles(
  program: Program,
  ledger: Ledger,
  cells: Cells,
  tracker: Tracker,
): Promise<Wanted> {
  const wanted: Wanted = new Map();
  for (const route of program.routes) {
    let paths = ledger.currentPaths(route.component, cells);
    if (paths === undefined) {
      const { edition, reads } = tracker.open();
      paths = await withHanded(edition, () => program.listPaths(route));
      ledger.setPaths(route.component, paths, reads);
    }
    for (const path of paths) {
      const file = fileOf(route, path);
      const other = wanted.get(file);
      if (other) {
        const pages = [other.route.component, route.component].join(' and ');
        throw new Error(`Two things would stand at /${path}: of ${pages}.`);
      }
      wanted.set(file, { route, path });
    }
  }
  return wanted;
}

/** Where the page or the file at an address lies in the folder of a site. */
function fileOf({ type }: RouteData, path: string): string {
  if (type !== 'page') return path;
  // Hosts look for the page about errors by this name.
  if (path === '404') return '404.html';
  return path === '' ? 'index.html' : `${path}/index.html`;
}

/** So many files are made at once: while the pixels of one picture are encoded, another is drawn. */
const AT_ONCE = 4;
