import type { Cache } from '../cache.ts';
import { freeze } from '../digest/collections.ts';
import type { Edition, Making, Share } from '../digest/edition.ts';
import { combine, hashText, type Cell, type Cells } from './cells.ts';
import type { Crew } from './crew.ts';
import type { Ledger } from './ledger.ts';
import { trackReads } from './tracked.ts';

type NamedPart<Part> = { name: string; make: Making<Part> };

/** How many values of shared parts are held in memory. */
const RECENT = 20;

/** Gives each output an edition of its own that knows what was read of it, and makes what several share once. */
export class Tracker {
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

  /**
   * @param isCurrent whether the output is known by now to be the same as in the last build: a part that was made anew
   *   may have turned out as it was. Whoever asked for it is then given nothing any more, and `left` resolves.
   */
  open(isCurrent = () => false): { edition: Edition; reads: Set<Cell>; left: Promise<undefined> } {
    const reads = new Set<Cell>();
    const onRead = (cell: Cell) => reads.add(cell);
    const { promise: left, resolve: leave } = Promise.withResolvers<undefined>();
    const read = async <Part>({ name, make }: NamedPart<Part>) => {
      const part = await this.#share(name, make);
      onRead(`share/${name}`);
      return part;
    };
    const goOn = async <Part>(part: Part): Promise<Part> => {
      if (!isCurrent()) return part;
      leave(undefined);
      return await new Promise<never>(() => undefined);
    };
    const one: Share['one'] = async (name, make) => goOn(await read({ name, make }));
    const all: Share['all'] = async <Part>(parts: readonly NamedPart<Part>[]) => {
      await this.#divide(parts);
      const made: Part[] = [];
      for (const part of parts) made.push(await read(part));
      return goOn(made);
    };
    return { edition: trackReads(this.#edition, onRead, { one, all }), reads, left };
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
