import { readFileSync } from 'node:fs';
import { deserialize, serialize } from 'node:v8';
import { writeWhole } from '../cache.ts';
import { wholeOf, type Cell } from './cells.ts';

/** Something that was made. */
export type Made = {
  /** What is kept of it beside what it has read: the hash of a part, the addresses of a route. */
  readonly value: string;
  /** Numbers of the cells that it has read. */
  readonly reads: Uint32Array;
  /** What numbers them; `undefined` of what the present build has made. */
  readonly layer?: Layer;
};

/** What is made, each kind under names of its own: files, lists of addresses by their routes, what outputs share. */
export type Kinds<T> = { outputs: T; addresses: T; parts: T };

export type Kind = keyof Kinds<unknown>;

/** All that one build has made. */
export type Content = Kinds<ReadonlyMap<string, Made>> & {
  /** Key of the program that made it. */
  program: string;
  /** Name of the layer before; `''` where there is none. */
  follows: string;
  /** Each with its hash, by their numbers; the whole thing that a cell is a part of is among them. */
  cells: readonly (readonly [Cell, string])[];
  /** Files of the site that no page makes, with a hash of each. */
  extras: ReadonlyMap<string, string>;
  /** Outputs of earlier builds that the site does not have any more. */
  gone: readonly string[];
};

/** Many short texts as one: a site of ten thousand papers has a million, and a build looks at few. */
type Texts = { all: string; ends: Uint32Array };

type Table = { names: Texts; values: Texts; reads: Uint32Array; ends: Uint32Array };

type Written = Kinds<Table> & {
  program: string;
  follows: string;
  /** Of a cell that is a part of a thing, the number of its path in `paths`. */
  names: Texts;
  /** Of such a cell the number of the thing; of any other its own. */
  things: Uint32Array;
  paths: readonly string[];
  hashes: Texts;
  extras: ReadonlyMap<string, string>;
  gone: readonly string[];
};

/** What one build has made, as it was written to a file. */
export class Layer {
  readonly #written: Written;
  /** Of each cell whether it is as it was: 1 and 2 for yes and no, 0 where nobody has asked. */
  readonly #same: Uint8Array;

  constructor(written: Written) {
    this.#written = written;
    this.#same = new Uint8Array(written.things.length);
  }

  /** `undefined` where there is none, or a disk has spoilt it. */
  static read(file: string): Layer | undefined {
    try {
      return new Layer(deserialize(readFileSync(file)) as Written);
    } catch {
      return undefined;
    }
  }

  get program(): string {
    return this.#written.program;
  }

  get follows(): string {
    return this.#written.follows;
  }

  get extras(): ReadonlyMap<string, string> {
    return this.#written.extras;
  }

  get gone(): readonly string[] {
    return this.#written.gone;
  }

  *list(kind: Kind): Generator<[name: string, Made]> {
    const table = this.#written[kind];
    for (const number of table.ends.keys())
      yield [textAt(table.names, number), new Kept(this, table, number)];
  }

  cellAt(number: number): Cell {
    const { names, paths } = this.#written;
    const name = textAt(names, number);
    const thing = this.thingOf(number);
    return thing === undefined ? name : `${textAt(names, thing)}#${paths[Number(name)] ?? ''}`;
  }

  /** The number of the whole thing that a cell is a part of. */
  thingOf(number: number): number | undefined {
    const thing = this.#written.things[number];
    return thing === number ? undefined : thing;
  }

  hashAt(number: number): string {
    return textAt(this.#written.hashes, number);
  }

  /** Whether a cell is as it was, as far as that has been found out. */
  isSame(number: number): boolean | undefined {
    const same = this.#same[number];
    return same ? same === 1 : undefined;
  }

  setSame(number: number, isSame: boolean): void {
    this.#same[number] = isSame ? 1 : 2;
  }
}

/** Something in a layer, of which nothing is read before it is asked for. */
class Kept implements Made {
  readonly layer: Layer;
  readonly #table: Table;
  readonly #number: number;

  constructor(layer: Layer, table: Table, number: number) {
    this.layer = layer;
    this.#table = table;
    this.#number = number;
  }

  get value(): string {
    return textAt(this.#table.values, this.#number);
  }

  get reads(): Uint32Array {
    const { reads, ends } = this.#table;
    return reads.subarray(ends[this.#number - 1] ?? 0, ends[this.#number]);
  }
}

export function writeLayer(file: string, { cells, ...content }: Content): void {
  const numbers = new Map(cells.map(([cell], number) => [cell, number]));
  const paths = new Map<string, number>();
  const things = new Uint32Array(cells.length);
  const names = cells.map(([cell], number) => {
    const thing = wholeOf(cell);
    things[number] = thing === undefined ? number : (numbers.get(thing) ?? number);
    if (thing === undefined) return cell;
    const path = cell.slice(thing.length + 1);
    const known = paths.get(path) ?? paths.size;
    paths.set(path, known);
    return String(known);
  });
  const written: Written = {
    program: content.program,
    follows: content.follows,
    names: joinTexts(names),
    things,
    paths: [...paths.keys()],
    hashes: joinTexts(cells.map(([, hash]) => hash)),
    outputs: tabulate(content.outputs),
    addresses: tabulate(content.addresses),
    parts: tabulate(content.parts),
    extras: content.extras,
    gone: content.gone,
  };
  writeWhole(file, serialize(written));
}

function tabulate(all: ReadonlyMap<string, Made>): Table {
  const made = [...all.values()];
  let end = 0;
  const ends = Uint32Array.from(made, ({ reads }) => (end += reads.length));
  const reads = new Uint32Array(end);
  for (const [number, one] of made.entries()) reads.set(one.reads, ends[number - 1] ?? 0);
  return {
    names: joinTexts([...all.keys()]),
    values: joinTexts(made.map(({ value }) => value)),
    ends,
    reads,
  };
}

function joinTexts(texts: readonly string[]): Texts {
  let end = 0;
  return { all: texts.join(''), ends: Uint32Array.from(texts, (text) => (end += text.length)) };
}

function textAt({ all, ends }: Texts, number: number): string {
  return all.slice(ends[number - 1] ?? 0, ends[number]);
}
