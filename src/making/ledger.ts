import { combine, wholeOf, type Cell, type Cells } from './cells.ts';
import { readLedgerFile, writeLedgerFile, type Reads } from './ledger-file.ts';

/** What several outputs show a part of. */
type Part = {
  reads: Reads;
  /** Of its value. */
  hash: string;
  /** Whether it was made in this build. */
  isNew: boolean;
};

/**
 * What every output of a site has read when it was made, and the state of it then. An output whose cells are all as they
 * were would be made the same again.
 */
export class Ledger {
  readonly program: string;
  readonly #cells: Cell[] = [];
  readonly #numbers = new Map<Cell, number>();
  /** At the end of the build that wrote the ledger; `undefined` of a cell that is new. */
  readonly #hashes: (string | undefined)[] = [];
  readonly #outputs = new Map<string, Reads>();
  /** Files that no page makes, with a hash of each. */
  readonly #extras = new Map<string, string>();
  /** The files of the last build, and the extras among them. */
  readonly #before = new Set<string>();
  readonly #extrasBefore = new Map<string, string>();
  readonly #paths = new Map<string, { reads: Reads; paths: string[] }>();
  readonly #parts = new Map<string, Part>();
  /** By the number of a cell whether it is as it was; found out when it is asked for. */
  readonly #same: (boolean | undefined)[] = [];

  constructor(program: string) {
    this.program = program;
  }

  /** The ledger of the last build, an empty one where another program made it or none is there. */
  static read(file: string, program: string): Ledger {
    const ledger = new Ledger(program);
    const written = readLedgerFile(file);
    if (written?.program !== program) return ledger;
    for (const [number, [cell, hash]] of written.cells.entries()) {
      ledger.#cells.push(cell);
      ledger.#hashes.push(hash);
      ledger.#numbers.set(cell, number);
    }
    for (const [path, reads] of Object.entries(written.outputs)) ledger.#outputs.set(path, reads);
    for (const [path, hash] of Object.entries(written.extras)) ledger.#extrasBefore.set(path, hash);
    for (const path of [...ledger.#outputs.keys(), ...ledger.#extrasBefore.keys()])
      ledger.#before.add(path);
    for (const [route, list] of Object.entries(written.addresses)) ledger.#paths.set(route, list);
    for (const [name, part] of Object.entries(written.parts))
      ledger.#parts.set(name, { ...part, isNew: false });
    return ledger;
  }

  /** @param cells of the edition that this ledger has been brought up to */
  write(file: string, cells: Cells): void {
    const used = new Set<number>();
    const parts = new Map<string, Part>();
    const use = (reads: Reads) => {
      for (const number of reads) {
        if (used.has(number)) continue;
        used.add(number);
        const cell = this.#cells[number] ?? '';
        const part = this.#parts.get(partOf(cell) ?? '');
        if (part) {
          parts.set(partOf(cell) ?? '', part);
          use(part.reads);
        }
        // So that a whole thing that is as it was need not be looked at cell by cell.
        const thing = wholeOf(cell);
        if (thing !== undefined) used.add(this.#number(thing));
      }
    };
    for (const reads of this.#outputs.values()) use(reads);
    for (const { reads } of this.#paths.values()) use(reads);
    const numbers = new Map([...used].map((number, index) => [number, index]));
    const renumber = (reads: Reads) => reads.map((number) => numbers.get(number) ?? -1);
    const each = <T, U>(map: ReadonlyMap<string, T>, change: (value: T) => U) =>
      Object.fromEntries([...map].map(([key, value]) => [key, change(value)]));
    writeLedgerFile(file, {
      program: this.program,
      cells: [...used].map((number) => {
        const cell = this.#cells[number] ?? '';
        const hash = this.#isSame(number, cells) ? this.#hashes[number] : undefined;
        return [cell, hash ?? this.#parts.get(partOf(cell) ?? '')?.hash ?? cells.hashOf(cell)];
      }),
      outputs: each(this.#outputs, renumber),
      extras: Object.fromEntries(this.#extras),
      addresses: each(this.#paths, ({ reads, paths }) => ({ reads: renumber(reads), paths })),
      parts: each(parts, ({ reads, hash }) => ({ reads: renumber(reads), hash })),
    });
  }

  /** Whether no build is known that this one could go on from. */
  get isEmpty(): boolean {
    return this.#before.size === 0;
  }

  /** Forgets the files of the last build that lie in its folder no more: somebody has taken them out. */
  forgetMissing(there: ReadonlySet<string>): void {
    for (const files of [this.#outputs, this.#extrasBefore])
      for (const file of files.keys()) if (!there.has(file)) files.delete(file);
  }

  /** All files of the site as it is now. */
  listFiles(): Set<string> {
    return new Set([...this.#outputs.keys(), ...this.#extras.keys()]);
  }

  /** Files of the last build that are not of the site any more. */
  listGone(): string[] {
    return [...this.#before].filter((file) => !this.#outputs.has(file) && !this.#extras.has(file));
  }

  /** Takes outputs out that are not wanted any more. */
  keepOutputs(wanted: ReadonlyMap<string, unknown>): void {
    for (const output of this.#outputs.keys())
      if (!wanted.has(output)) this.#outputs.delete(output);
  }

  /**
   * Adds a file that no page makes.
   *
   * @param hash of what it holds
   * @returns whether it was not there before, or was another
   */
  setExtra(file: string, hash: string): boolean {
    this.#extras.set(file, hash);
    return this.#extrasBefore.get(file) !== hash;
  }

  /** Whether an output was made by the last build, and would be the same now. */
  hasCurrent(output: string, cells: Cells): boolean {
    const reads = this.#outputs.get(output);
    return reads !== undefined && this.#areSame(reads, cells);
  }

  setOutput(output: string, reads: Iterable<Cell>): void {
    this.#outputs.set(output, this.#numbersOf(reads));
  }

  /** The addresses of a route, where they would be listed the same now. */
  currentPaths(route: string, cells: Cells): string[] | undefined {
    const known = this.#paths.get(route);
    return known && this.#areSame(known.reads, cells) ? known.paths : undefined;
  }

  setPaths(route: string, paths: string[], reads: Iterable<Cell>): void {
    this.#paths.set(route, { reads: this.#numbersOf(reads), paths });
  }

  /** The hash of a shared part that would be made the same now. */
  currentPart(name: string, cells: Cells): string | undefined {
    const part = this.#parts.get(name);
    return part && this.#isCurrent(part, cells) ? part.hash : undefined;
  }

  /** The hashes of the values of all shared parts. */
  listParts(): Set<string> {
    return new Set([...this.#parts.values()].map(({ hash }) => hash));
  }

  setPart(name: string, hash: string, reads: Iterable<Cell>): void {
    this.#parts.set(name, { hash, reads: this.#numbersOf(reads), isNew: true });
    // What was said of it before it was made is not true any more.
    this.#same[this.#number(`share/${name}`)] = undefined;
  }

  #isCurrent(part: Part, cells: Cells): boolean {
    return part.isNew || this.#areSame(part.reads, cells);
  }

  #areSame(reads: Reads, cells: Cells): boolean {
    return reads.every((number) => this.#isSame(number, cells));
  }

  #isSame(number: number, cells: Cells): boolean {
    return (this.#same[number] ??= this.#compare(number, cells));
  }

  #compare(number: number, cells: Cells): boolean {
    const before = this.#hashes[number];
    if (before === undefined) return false;
    const cell = this.#cells[number] ?? '';
    const name = partOf(cell);
    // A part that would be made anew may turn out the same: that is known once an output has asked for it.
    if (name !== undefined) return this.currentPart(name, cells) === before;
    const thing = this.#numbers.get(wholeOf(cell) ?? '');
    if (thing !== undefined && this.#isSame(thing, cells)) return true;
    return cells.hashOf(cell) === before;
  }

  #numbersOf(reads: Iterable<Cell>): number[] {
    return combine(reads).map((cell) => this.#number(cell));
  }

  #number(cell: Cell): number {
    let number = this.#numbers.get(cell);
    if (number === undefined) {
      number = this.#cells.push(cell) - 1;
      this.#hashes.push(undefined);
      this.#numbers.set(cell, number);
    }
    return number;
  }
}

/** The name of the shared part that a cell is, if it is one. */
function partOf(cell: Cell): string | undefined {
  return cell.startsWith('share/') ? cell.slice('share/'.length) : undefined;
}
