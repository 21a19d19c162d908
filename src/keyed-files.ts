import { hash } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';

/** The key of a file as it was read, and its bytes, which are to be asked for before the next file is read. */
export type KeyedFile = { key: string; bytes: () => Buffer };

/** Reads files whose results are kept, each under a key of what it holds, its name, and the rules that judge it. */
export class KeyedFiles {
  readonly #rules: string;
  // One for all files: to make one for each takes longer than to read most of them.
  #bytes = Buffer.allocUnsafe(1 << 16);

  /** @param rules stands for all that decides a result besides the file: our code, and what it runs on */
  constructor(rules: string) {
    this.#rules = rules;
  }

  /** @param name as the result shows it */
  read(name: string, path: string): KeyedFile {
    const start = this.#bytes.write(`${this.#rules}\0${name}\0`);
    const file = openSync(path, 'r');
    let end = start;
    try {
      for (let read = -1; read !== 0; end += read) {
        if (end === this.#bytes.length) {
          this.#bytes = Buffer.concat([this.#bytes, Buffer.allocUnsafe(end)]);
        }
        read = readSync(file, this.#bytes, end, this.#bytes.length - end, null);
      }
    } finally {
      closeSync(file);
    }
    return {
      key: hash('sha256', this.#bytes.subarray(0, end)),
      bytes: () => this.#bytes.subarray(start, end),
    };
  }
}
