import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { RouteData } from 'astro';
import type { Cache } from '../cache.ts';
import { freeze } from '../digest/collections.ts';
import type { Edition } from '../digest/edition.ts';
import { withHanded } from '../digest/handing.ts';
import { Cells, hashText, type Cell } from './cells.ts';
import type { Ledger } from './ledger.ts';
import type { Program } from './program.ts';
import { trackReads } from './tracked.ts';

/**
 * Makes what the site of an edition has and the last build has not, or has from things that have changed since, into a
 * folder; the ledger is brought up to it.
 *
 * @param options.folder where files are put that are made anew
 * @param options.parts where shared parts are kept
 * @param options.onFile called before each file
 * @returns the state of what they were made from
 */
export async function makeFiles(
  edition: Edition,
  program: Program,
  ledger: Ledger,
  options: { folder: string; parts: Cache; onFile: () => void },
): Promise<Cells> {
  const cells = new Cells(edition);
  const tracker = new Tracker(edition, ledger, cells, options.parts);
  const wanted = await listFiles(program, ledger, cells, tracker);
  ledger.keepOutputs(wanted);
  // Astro lists the addresses of a route again before it makes the first of them; what has been shared is at hand.
  const paths = tracker.open().edition;
  // A generator, which gives nothing more to the others once one of them has left it in the middle.
  const waiting = (function* () {
    yield* wanted;
  })();
  const work = async () => {
    for (const [file, { route, path }] of waiting) {
      if (ledger.hasCurrent(file, cells)) continue;
      options.onFile();
      const { edition: page, reads } = tracker.open();
      const bytes = await withHanded({ page, paths }, () => program.render(route, path));
      if (bytes === undefined) throw new Error(`Nothing was made for ${file}.`);
      writeInto(options.folder, file, bytes);
      ledger.setOutput(file, reads);
    }
  };
  const ends = await Promise.allSettled(Array.from({ length: AT_ONCE }, work));
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
  return cells;
}

/** Writes a file below a folder, and the folders that it lies in. */
export function writeInto(folder: string, file: string, bytes: string | Uint8Array): void {
  const target = join(folder, file);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, bytes);
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
      paths = await withHanded({ page: edition, paths: edition }, () => program.listPaths(route));
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

/** How many values of shared parts are held in memory. */
const RECENT = 20;

/** Gives each output an edition of its own that knows what was read of it, and makes what several share once. */
class Tracker {
  readonly #edition: Edition;
  readonly #ledger: Ledger;
  readonly #cells: Cells;
  readonly #kept: Cache;
  /** Parts that are being made: who else asks for one waits for it. */
  readonly #making = new Map<string, Promise<unknown>>();
  /** Values that were asked for last, by their hashes: of a large one, many others are made. */
  readonly #recent = new Map<string, unknown>();

  constructor(edition: Edition, ledger: Ledger, cells: Cells, kept: Cache) {
    this.#edition = edition;
    this.#ledger = ledger;
    this.#cells = cells;
    this.#kept = kept;
  }

  open(): { edition: Edition; reads: Set<Cell> } {
    const reads = new Set<Cell>();
    const onRead = (cell: Cell) => reads.add(cell);
    const share: NonNullable<Edition['share']> = async (name, make) => {
      const part = await this.#share(name, make);
      onRead(`share/${name}`);
      return part;
    };
    return { edition: trackReads(this.#edition, onRead, share), reads };
  }

  async #share<Part>(
    name: string,
    make: (edition: Edition) => Part | Promise<Part>,
  ): Promise<Part> {
    const current = this.#ledger.currentPart(name, this.#cells);
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
