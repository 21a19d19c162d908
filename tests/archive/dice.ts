/** Chance that can be repeated: mulberry32, https://gist.github.com/tommyettinger/46a874533244883189143505d203312c. */
export class Dice {
  #state: number;

  constructor(seed: number) {
    this.#state = seed;
  }

  /** From 0 on, below 1. */
  #next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** A whole number from 0 on. */
  below(limit: number): number {
    return Math.floor(this.#next() * limit);
  }

  pick<T>(list: readonly T[]): T {
    return list[this.below(list.length)]!;
  }

  /** The first of a list often, the last seldom. */
  skewed<T>(list: readonly T[]): T {
    return list[Math.floor(list.length * this.#next() ** 3)]!;
  }

  /** Different ones, the first of the list more often than the last. */
  several<T>(list: readonly T[], count: number): T[] {
    return this.#draw(list, count, () => this.skewed(list));
  }

  /** Different ones, each as often. */
  different<T>(list: readonly T[], count: number): T[] {
    return this.#draw(list, count, () => this.pick(list));
  }

  #draw<T>(list: readonly T[], count: number, draw: () => T): T[] {
    const drawn = new Set<T>();
    while (drawn.size < Math.min(count, list.length)) drawn.add(draw());
    return [...drawn];
  }
}
