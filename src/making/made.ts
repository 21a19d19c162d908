import type { Layer } from './layer.ts';

/** Something that was made, and what it has read. */
export class Made {
  /** What is kept of it: the hash of a part, the addresses of a route. */
  readonly value: string;
  /** What numbers the cells that it has read; `undefined` of what the present build has made. */
  readonly layer: Layer | undefined;
  readonly #lists: Lists;
  readonly #place: Place;

  constructor(value: string, lists: Lists, place: Place, layer?: Layer) {
    this.value = value;
    this.layer = layer;
    this.#lists = lists;
    this.#place = place;
  }

  /** Numbers of the cells that it has read. */
  get reads(): Uint32Array {
    return this.#lists.at(this.#place);
  }
}

/** Where a list begins and ends. */
type Place = readonly [start: number, end: number];

/** Lists of numbers one after another: a large site has 300,000, each of a few. */
export class Lists {
  #all: Uint32Array;
  #end: number;

  constructor(all: Uint32Array = new Uint32Array()) {
    this.#all = all;
    this.#end = all.length;
  }

  at([start, end]: Place): Uint32Array {
    return this.#all.subarray(start, end);
  }

  add(list: ArrayLike<number>): Place {
    const start = this.#end;
    this.#end += list.length;
    if (this.#end > this.#all.length) {
      const longer = new Uint32Array(2 * this.#end);
      longer.set(this.#all);
      this.#all = longer;
    }
    this.#all.set(list, start);
    return [start, this.#end];
  }
}
