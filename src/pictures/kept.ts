import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import type { Encoded } from './raster.ts';

type Facts = Omit<Encoded, 'bytes'> & { file: string; size: number };

/**
 * Encoded pictures, kept between runs under what they were made from and what makes them, so that
 * a second run encodes nothing. Their bytes are read when somebody asks for them.
 */
export class KeptPictures {
  readonly #folder: string;
  readonly #rules: string;

  /** @param folder can be deleted at any time when nothing runs */
  constructor(folder: string) {
    this.#folder = folder;
    const hash = createHash('sha256').update(JSON.stringify(sharp.versions));
    for (const name of ['raster', 'smaller'])
      hash.update(readFileSync(path.join('src/pictures', `${name}.ts`)));
    this.#rules = hash.digest('hex');
    mkdirSync(folder, { recursive: true });
  }

  /** @param source what it is made from; `what` tells apart what is made from the same bytes */
  async keep(
    what: string,
    source: Uint8Array,
    make: () => Promise<readonly Encoded[]>,
  ): Promise<Encoded[]> {
    const name = hashOf(`${this.#rules} ${what} ${hashOf(source)}`);
    const known = this.#read(name);
    if (known) return known.map((facts) => this.#open(facts));
    const made = (await make()).map(({ bytes, ...facts }): Facts => {
      const file = `${hashOf(bytes)}.${facts.format}`;
      this.#write(file, bytes);
      return { ...facts, file, size: bytes.length };
    });
    // Last, so that a list in the cache always has its files there.
    this.#write(`${name}.json`, JSON.stringify(made));
    return made.map((facts) => this.#open(facts));
  }

  #read(name: string): Facts[] | undefined {
    try {
      const list = JSON.parse(readFileSync(this.#path(`${name}.json`), 'utf8')) as Facts[];
      const whole = list.every(({ file, size }) => statSync(this.#path(file)).size === size);
      return whole ? list : undefined;
    } catch {
      return undefined;
    }
  }

  #open({ file, format, width, height, opaque }: Facts): Encoded {
    const at = this.#path(file);
    return {
      ...{ format, width, height, opaque },
      get bytes() {
        return readFileSync(at);
      },
    };
  }

  /** Beside its place and renamed into it, as two builds may write the same. */
  #write(name: string, content: Uint8Array | string): void {
    const draft = this.#path(`${name}.${process.pid}`);
    writeFileSync(draft, content);
    renameSync(draft, this.#path(name));
  }

  #path(name: string): string {
    return path.join(this.#folder, name);
  }
}

function hashOf(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex');
}
