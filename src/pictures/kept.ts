import { readFileSync } from 'node:fs';
import sharp from 'sharp';
import { Cache, hashOf } from '../cache.ts';
import type { Encoded } from './raster.ts';

type Facts = Omit<Encoded, 'bytes'> & { file: string; size: number };

/** What encodes: when another part of the program changes, no picture is encoded again. */
const ENCODERS = ['src/pictures/raster.ts', 'src/pictures/smaller.ts'];

/**
 * Encoded pictures, kept between runs under what they were made from and what makes them, so that
 * a second run encodes nothing. Their bytes are read when somebody asks for them.
 */
export class KeptPictures {
  readonly #cache: Cache;

  /** @param folder can be deleted at any time when nothing runs */
  constructor(folder: string) {
    const code = ENCODERS.map((file) => readFileSync(file, 'utf8'));
    this.#cache = new Cache(folder, JSON.stringify([sharp.versions, ...code]));
  }

  /** @param source what it is made from; `what` tells apart what is made from the same bytes */
  async keep(
    what: string,
    source: Uint8Array,
    make: () => Promise<readonly Encoded[]>,
  ): Promise<Encoded[]> {
    const name = `${this.#cache.key(what, hashOf(source))}.json`;
    const known = this.#read(name);
    if (known) return known.map((facts) => this.#open(facts));
    const made = (await make()).map(({ bytes, ...facts }): Facts => {
      const file = `${hashOf(bytes)}.${facts.format}`;
      this.#cache.writeBytes(file, bytes);
      return { ...facts, file, size: bytes.length };
    });
    // Last, so that a list in the cache always has its files there.
    this.#cache.write(name, made);
    return made.map((facts) => this.#open(facts));
  }

  #read(name: string): Facts[] | undefined {
    const list = this.#cache.read(name) as Facts[] | undefined;
    return list?.every(({ file, size }) => this.#cache.sizeOf(file) === size) ? list : undefined;
  }

  #open({ file, format, width, height, opaque }: Facts): Encoded {
    const cache = this.#cache;
    return {
      ...{ format, width, height, opaque },
      get bytes() {
        const bytes = cache.readBytes(file);
        if (!bytes) throw new Error(`The picture ${file} is gone from the cache; build again.`);
        return bytes;
      },
    };
  }
}
