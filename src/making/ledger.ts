import { combine, wholeOf, type Cell, type Cells } from './cells.ts';
import type { Kind, Kinds, Layer } from './layer.ts';
import { addLayer, areMany, readLayers, replaceLayers } from './layers.ts';
import { Lists, Made } from './made.ts';

/**
 * What every output of a site has read when it was made, and the state of it then. An output whose cells are all as they
 * were would be made the same again.
 *
 * A build adds a layer with what it has made, which hides what earlier ones have under the same names: so a build that
 * makes little writes little.
 */
export class Ledger {
  readonly program: string;
  /** Whether no build is known that this one could go on from. */
  readonly isEmpty: boolean;
  readonly #known: Kinds<Map<string, Made>> = {
    outputs: new Map(),
    addresses: new Map(),
    parts: new Map(),
  };
  /** Of the cells that were read for what this build has made. */
  readonly #numbers = new Map<Cell, number>();
  /** Hashes of those that were taken out of layers, where they were as they are. */
  readonly #taken = new Map<Cell, string>();
  readonly #lists = new Lists();
  /** Files that no page makes, with a hash of each: of this build, and of the last. */
  readonly #extras = new Map<string, string>();
  readonly #extrasBefore: Map<string, string>;
  /** Outputs of earlier builds that are not wanted any more, or are not there. */
  readonly #gone = new Set<string>();

  /**
   * @param program its key
   * @param layers of the builds before, the oldest first
   */
  constructor(program: string, layers: readonly Layer[] = []) {
    this.program = program;
    this.isEmpty = layers.length === 0;
    this.#extrasBefore = new Map(layers.at(-1)?.extras);
    for (const layer of layers) {
      for (const output of layer.gone) this.#known.outputs.delete(output);
      for (const kind of Object.keys(this.#known) as Kind[])
        for (const [name, made] of layer.list(kind)) this.#known[kind].set(name, made);
    }
  }

  /**
   * The ledger of the last build; an empty one where another program made it, or it is not there whole.
   *
   * @param newest what the last build was given when it wrote the ledger
   */
  static read(folder: string, program: string, newest: string): Ledger {
    return new Ledger(program, readLayers(folder, program, newest));
  }

  /**
   * @param cells of the edition that this ledger has been brought up to
   * @returns the name of the newest layer
   */
  write(folder: string, cells: Cells): string {
    const isWhole = this.isEmpty || areMany(folder);
    if (isWhole) this.#takeAll();
    // So that a whole thing that is as it was need not be looked at cell by cell.
    for (const cell of this.#numbers.keys()) this.#number(wholeOf(cell) ?? cell);
    const { outputs, addresses, parts } = this.#known;
    const hashOf = (cell: Cell) =>
      this.#taken.get(cell) ?? parts.get(partOf(cell) ?? '')?.value ?? cells.hashOf(cell);
    const content = {
      program: this.program,
      numbers: this.#numbers,
      hashOf,
      outputs: withoutLayer(outputs),
      addresses: withoutLayer(addresses),
      parts: withoutLayer(parts),
      extras: this.#extras,
    };
    if (isWhole) return replaceLayers(folder, content);
    const gone = [...this.#gone].filter((file) => !outputs.has(file));
    return addLayer(folder, { ...content, gone });
  }

  /** Forgets the files of the last build that lie in its folder no more: somebody has taken them out. */
  forgetMissing(there: ReadonlySet<string>): void {
    this.keepOutputs(there);
    for (const file of this.#extrasBefore.keys())
      if (!there.has(file)) this.#extrasBefore.delete(file);
  }

  /** All files of the site as it is now. */
  listFiles(): Set<string> {
    return new Set([...this.#known.outputs.keys(), ...this.#extras.keys()]);
  }

  /** Files of the last build that are not of the site any more. */
  listGone(): string[] {
    const before = [...this.#gone, ...this.#extrasBefore.keys()];
    return before.filter((file) => !this.#known.outputs.has(file) && !this.#extras.has(file));
  }

  /** Takes outputs out that are not wanted any more. */
  keepOutputs(wanted: { has(output: string): boolean }): void {
    const { outputs } = this.#known;
    for (const output of outputs.keys()) {
      if (wanted.has(output)) continue;
      outputs.delete(output);
      this.#gone.add(output);
    }
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

  /** Whether an output was made already, and would be the same now. */
  hasCurrent(output: string, cells: Cells): boolean {
    return this.#current('outputs', output, cells) !== undefined;
  }

  setOutput(output: string, reads: Iterable<Cell>): void {
    this.#set('outputs', output, '', reads);
  }

  /** The addresses of a route, where they would be listed the same now. */
  currentPaths(route: string, cells: Cells): string[] | undefined {
    const paths = this.#current('addresses', route, cells);
    return paths === undefined ? undefined : (JSON.parse(paths) as string[]);
  }

  setPaths(route: string, paths: string[], reads: Iterable<Cell>): void {
    this.#set('addresses', route, JSON.stringify(paths), reads);
  }

  /** The hash of a shared part that would be made the same now. */
  currentPart(name: string, cells: Cells): string | undefined {
    return this.#current('parts', name, cells);
  }

  setPart(name: string, hash: string, reads: Iterable<Cell>): void {
    this.#set('parts', name, hash, reads);
  }

  /** The hashes of the values of all shared parts. */
  listParts(): Set<string> {
    return new Set([...this.#known.parts.values()].map(({ value }) => value));
  }

  /** What is kept of something, where it would be made the same now. */
  #current(kind: Kind, name: string, cells: Cells): string | undefined {
    const made = this.#known[kind].get(name);
    if (made === undefined) return undefined;
    const { layer, reads, value } = made;
    const isCurrent =
      layer === undefined || reads.every((number) => this.#isSame(layer, number, cells));
    return isCurrent ? value : undefined;
  }

  #set(kind: Kind, name: string, value: string, reads: Iterable<Cell>): void {
    const numbers = combine(reads).map((cell) => this.#number(cell));
    this.#known[kind].set(name, new Made(value, this.#lists, this.#lists.add(numbers)));
  }

  #isSame(layer: Layer, number: number, cells: Cells): boolean {
    const known = layer.isSame(number);
    if (known !== undefined) return known;
    const part = partOf(layer.cellAt(number));
    const isSame =
      part === undefined
        ? this.#compare(layer, number, cells)
        : this.currentPart(part, cells) === layer.hashAt(number);
    // A part that would be made anew may turn out the same: that is known once an output has asked for it.
    if (isSame || part === undefined) layer.setSame(number, isSame);
    return isSame;
  }

  #compare(layer: Layer, number: number, cells: Cells): boolean {
    const thing = layer.thingOf(number);
    if (thing !== undefined && this.#isSame(layer, thing, cells)) return true;
    return cells.hashOf(layer.cellAt(number)) === layer.hashAt(number);
  }

  /** Takes all that is used out of its layers, as if this build had made it. */
  #takeAll(): void {
    const { outputs, addresses, parts } = this.#known;
    const numbers = new Map<Layer, Map<number, number>>();
    const take = (all: Map<string, Made>, name: string) => {
      const made = all.get(name);
      const { layer } = made ?? {};
      if (!made || !layer) return;
      const known = numbers.get(layer) ?? new Map<number, number>();
      numbers.set(layer, known);
      const reads = made.reads.map((old) => {
        const taken = known.get(old);
        if (taken !== undefined) return taken;
        const cell = layer.cellAt(old);
        const number = this.#number(cell);
        this.#taken.set(cell, layer.hashAt(old));
        known.set(old, number);
        return number;
      });
      all.set(name, new Made(made.value, this.#lists, this.#lists.add(reads)));
    };
    for (const all of [outputs, addresses]) for (const name of all.keys()) take(all, name);
    // A part that is taken has read others, which come to the end of this list.
    for (const cell of this.#numbers.keys()) take(parts, partOf(cell) ?? '');
    for (const [name, { layer }] of parts) if (layer) parts.delete(name);
  }

  #number(cell: Cell): number {
    const number = this.#numbers.get(cell) ?? this.#numbers.size;
    this.#numbers.set(cell, number);
    return number;
  }
}

/** The name of the shared part that a cell is, if it is one. */
function partOf(cell: Cell): string | undefined {
  return cell.startsWith('share/') ? cell.slice('share/'.length) : undefined;
}

function withoutLayer(all: ReadonlyMap<string, Made>): Map<string, Made> {
  return new Map([...all].filter(([, { layer }]) => layer === undefined));
}
