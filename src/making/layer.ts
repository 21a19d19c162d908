import { readFileSync } from 'node:fs';
import { deserialize, serialize } from 'node:v8';
import { writeWhole } from '../cache.ts';
import { wholeOf, type Cell } from './cells.ts';
import { Lists, Made } from './made.ts';

/** What is made, each kind under names of its own: files, lists of addresses by their routes, what outputs share. */
export type Kinds<T> = { outputs: T; addresses: T; parts: T };

export type Kind = keyof Kinds<unknown>;

/** All that one build has made. */
export type Content = Kinds<ReadonlyMap<string, Made>> & {
  /** Key of the program that made it. */
  program: string;
  /** Name of the layer before; `''` where there is none. */
  follows: string;
  /** From 0 on; the whole thing that a cell is a part of is among them. */
  numbers: ReadonlyMap<Cell, number>;
  hashOf: (cell: Cell) => string;
  /** Files of the site that no page makes, with a hash of each. */
  extras: ReadonlyMap<string, string>;
  /** Outputs of earlier builds that the site does not have any more. */
  gone: readonly string[];
};

/** Many short texts, as UTF-8, and where each ends: a site of ten thousand papers has a million, and a build looks at few. */
type Texts = { bytes: Buffer; ends: Uint32Array };

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

  /** `undefined` where there is none, or one that was cut off or written in another form. */
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
    const { names, values, reads, ends } = this.#written[kind];
    const lists = new Lists(reads);
    let start = 0;
    for (const [number, end] of ends.entries()) {
      const value = textAt(values, number);
      yield [textAt(names, number), new Made(value, lists, [start, end], this)];
      start = end;
    }
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

export function writeLayer(file: string, content: Content): void {
  const { numbers } = content;
  const paths = new Map<string, number>();
  const things = new Uint32Array(numbers.size);
  const names: string[] = [];
  for (const [cell, number] of numbers) {
    const thing = wholeOf(cell);
    things[number] = numbers.get(thing ?? cell) ?? number;
    if (thing === undefined) {
      names.push(cell);
      continue;
    }
    const path = cell.slice(thing.length + 1);
    const known = paths.get(path) ?? paths.size;
    paths.set(path, known);
    names.push(String(known));
  }
  const written: Written = {
    program: content.program,
    follows: content.follows,
    names: joinTexts(names),
    things,
    paths: [...paths.keys()],
    hashes: joinTexts(Array.from(numbers.keys(), content.hashOf)),
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
  const names = joinTexts([...all.keys()]);
  const values = joinTexts(made.map(({ value }) => value));
  let end = 0;
  const ends = Uint32Array.from(made, ({ reads }) => (end += reads.length));
  const reads = new Uint32Array(end);
  for (const [number, one] of made.entries()) reads.set(one.reads, ends[number - 1] ?? 0);
  return { names, values, ends, reads };
}

function joinTexts(texts: readonly string[]): Texts {
  let end = 0;
  const ends = Uint32Array.from(texts, (text) => (end += Buffer.byteLength(text)));
  return { bytes: Buffer.from(texts.join('')), ends };
}

function textAt({ bytes, ends }: Texts, number: number): string {
  return bytes.toString('utf8', ends[number - 1] ?? 0, ends[number]);
}
