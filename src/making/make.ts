import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { RouteData } from 'astro';
import type { Cache } from '../cache.ts';
import { freeze } from '../digest/collections.ts';
import type { Edition, Making, Share } from '../digest/edition.ts';
import { withHanded } from '../digest/handing.ts';
import { Cells, combine, hashText, type Cell } from './cells.ts';
import { Crew } from './crew.ts';
import type { Ledger } from './ledger.ts';
import type { Program } from './program.ts';
import { trackReads } from './tracked.ts';

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
      if (ledger.hasCurrent(file, cells)) continue;
      onFile();
      const { edition: page, reads } = tracker.open();
      const bytes = await withHanded(page, () => program.render(route, path));
      if (bytes === undefined) throw new Error(`Nothing was made for ${file}.`);
      writeInto(folder, file, bytes);
      ledger.setOutput(file, reads);
      if (crew.number === 0) continue;
      crew.tell({ kind: 'output', file, reads: combine(reads), faults: program.faults });
    }
  };
  const ends = await Promise.allSettled(Array.from({ length: AT_ONCE }, work));
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
  if (crew.number === 0) await crew.waitUntil(() => ended === wanted.length);
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

type NamedPart<Part> = { name: string; make: Making<Part> };

/** How many values of shared parts are held in memory. */
const RECENT = 20;

/** Gives each output an edition of its own that knows what was read of it, and makes what several share once. */
class Tracker {
  readonly #edition: Edition;
  readonly #ledger: Ledger;
  readonly #cells: Cells;
  readonly #kept: Cache;
  readonly #crew: Crew;
  /** Parts that are being made: who else asks for one waits for it. */
  readonly #making = new Map<string, Promise<unknown>>();
  /** Values that were asked for last, by their hashes: of a large one, many others are made. */
  readonly #recent = new Map<string, unknown>();
  #isListing = true;

  constructor(of: { edition: Edition; ledger: Ledger; cells: Cells; parts: Cache; crew: Crew }) {
    this.#edition = of.edition;
    this.#ledger = of.ledger;
    this.#cells = of.cells;
    this.#kept = of.parts;
    this.#crew = of.crew;
  }

  open(): { edition: Edition; reads: Set<Cell> } {
    const reads = new Set<Cell>();
    const onRead = (cell: Cell) => reads.add(cell);
    const one: Share['one'] = async (name, make) => {
      const part = await this.#share(name, make);
      onRead(`share/${name}`);
      return part;
    };
    const all: Share['all'] = async <Part>(parts: readonly NamedPart<Part>[]) => {
      await this.#divide(parts);
      const made: Part[] = [];
      for (const { name, make } of parts) made.push(await one(name, make));
      return made;
    };
    return { edition: trackReads(this.#edition, onRead, { one, all }), reads };
  }

  /** A part that another thread has made. */
  hear({ name, hash, reads }: { name: string; hash: string; reads: readonly Cell[] }): void {
    if (this.#current(name) === undefined) this.#ledger.setPart(name, hash, reads);
  }

  /** From now on threads do different things, and none comes to where another waits for it. */
  endListing(): void {
    this.#isListing = false;
  }

  /** Makes this thread's share of parts that every thread asks for, and waits for the others to have made theirs. */
  async #divide(parts: readonly NamedPart<unknown>[]): Promise<void> {
    const { number, size } = this.#crew;
    if (!this.#isListing || size === 1) return;
    for (const [index, { name, make }] of parts.entries())
      if (index % size === number) await this.#share(name, make);
    await this.#crew.waitUntil(() => parts.every(({ name }) => this.#current(name) !== undefined));
  }

  #current(name: string): string | undefined {
    return this.#ledger.currentPart(name, this.#cells);
  }

  async #share<Part>(name: string, make: Making<Part>): Promise<Part> {
    const current = this.#current(name);
    const known = current === undefined ? undefined : this.#read(current);
    if (known !== undefined) return known as Part;
    const making = this.#making.get(name) ?? this.#make(name, make);
    this.#making.set(name, making);
    try {
      return (await making) as Part;
    } finally {
      this.#making.delete(name);
    }
  }

  async #make(name: string, make: (edition: Edition) => unknown): Promise<unknown> {
    const { edition, reads } = this.open();
    const json = JSON.stringify(await make(edition));
    const hash = hashText(json);
    this.#kept.writeBytes(hash, json);
    this.#ledger.setPart(name, hash, reads);
    this.#crew.tell({ kind: 'part', name, hash, reads: combine(reads) });
    return this.#remember(hash, JSON.parse(json));
  }

  #read(hash: string): unknown {
    const value = this.#recent.get(hash) ?? this.#kept.read(hash);
    return value === undefined ? undefined : this.#remember(hash, value);
  }

  #remember(hash: string, value: unknown): unknown {
    // The last in the map is the one that was asked for last.
    this.#recent.delete(hash);
    // Several outputs have the same value in their hands.
    this.#recent.set(hash, freeze(value));
    if (this.#recent.size > RECENT) this.#recent.delete(this.#recent.keys().next().value ?? '');
    return value;
  }
}
