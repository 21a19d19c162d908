import { closeSync, openSync, readdirSync, readSync, type Dirent } from 'node:fs';
import path from 'node:path';
import { hashOf } from './cache.ts';

/** Files and folders as one run sees them: each folder is listed once, and each file is read once for its hash. */
export class Disk {
  readonly #folders = new Map<string, readonly Dirent[]>();
  readonly #hashes = new Map<string, string>();
  // One for all files: to make one for each takes longer than to read most of them.
  #bytes = Buffer.allocUnsafe(1 << 16);

  /** What lies in a folder, by code units: a locale's order differs from machine to machine. */
  list(folder: string): readonly Dirent[] {
    const at = path.resolve(folder);
    const known = this.#folders.get(at);
    if (known) return known;
    const entries = readdirSync(at, { withFileTypes: true });
    entries.sort((a, b) => (a.name < b.name ? -1 : 1));
    this.#folders.set(at, entries);
    return entries;
  }

  /** The hash of what a file holds. */
  hashOf(file: string): string {
    const at = path.resolve(file);
    const known = this.#hashes.get(at);
    if (known !== undefined) return known;
    const made = hashOf(this.#read(at));
    this.#hashes.set(at, made);
    return made;
  }

  #read(file: string): Buffer {
    const opened = openSync(file, 'r');
    try {
      let end = 0;
      for (let read = -1; read !== 0; end += read) {
        if (end === this.#bytes.length)
          this.#bytes = Buffer.concat([this.#bytes, Buffer.allocUnsafe(end)]);
        read = readSync(opened, this.#bytes, end, this.#bytes.length - end, null);
      }
      return this.#bytes.subarray(0, end);
    } finally {
      closeSync(opened);
    }
  }
}
