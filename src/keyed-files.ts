import { readFileSync } from 'node:fs';
import { hashOf } from './cache.ts';
import type { Disk } from './disk.ts';

/** A file as it was read, and the key of what it holds. */
export type KeyedFile = { key: string; bytes: Buffer };

/** Files whose results are kept, each under a key of what it holds, its name, and the rules that judge it. */
export class KeyedFiles {
  readonly #rules: string;
  readonly #disk: Disk;

  /** @param rules stands for all that decides a result besides the file: our code, and what it runs on */
  constructor(rules: string, disk: Disk) {
    this.#rules = rules;
    this.#disk = disk;
  }

  /**
   * The key of what a file held when this run first came to it.
   *
   * @param name as the result shows it
   */
  keyOf(name: string, path: string): string {
    return this.#key(name, this.#disk.hashOf(path));
  }

  /** A file as it is now, which may have changed meanwhile. */
  read(name: string, path: string): KeyedFile {
    const bytes = readFileSync(path);
    return { key: this.#key(name, hashOf(bytes)), bytes };
  }

  #key(name: string, held: string): string {
    return hashOf(`${this.#rules}\0${name}\0${held}`);
  }
}
