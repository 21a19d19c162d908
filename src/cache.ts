import { createHash, hash } from 'node:crypto';
import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { threadId } from 'node:worker_threads';

/**
 * Files named by everything that they depend on: one that is there is right and never changes.
 */
export class Cache {
  readonly #folder: string;
  readonly #rules: string;

  /** @param rules stands for all that decides an output besides the input: our code, and what it runs on */
  constructor(folder: string, rules: string) {
    this.#folder = folder;
    this.#rules = rules;
    mkdirSync(folder, { recursive: true });
  }

  key(...inputs: string[]): string {
    const hash = createHash('sha256').update(this.#rules);
    for (const input of inputs) hash.update(`\0${input.length}\0${input}`);
    return hash.digest('hex').slice(0, 32);
  }

  /** The JSON kept under a name; `undefined` where there is none, or where a disk has spoilt it. */
  read(name: string): unknown {
    try {
      return JSON.parse(readFileSync(path.join(this.#folder, name), 'utf8'));
    } catch {
      return undefined;
    }
  }

  /** The bytes kept under a name; where a disk has spoilt them, that is not noticed. */
  readBytes(name: string): Uint8Array | undefined {
    try {
      return readFileSync(path.join(this.#folder, name));
    } catch {
      return undefined;
    }
  }

  /** In bytes; `undefined` where nothing is kept under the name. */
  sizeOf(name: string): number | undefined {
    return statSync(path.join(this.#folder, name), { throwIfNoEntry: false })?.size;
  }

  write(name: string, value: unknown): void {
    this.writeBytes(name, JSON.stringify(value));
  }

  /** Written beside its place and renamed into it: a killed build leaves no half file under a good name. */
  writeBytes(name: string, bytes: string | Uint8Array): void {
    writeWhole(path.join(this.#folder, name), bytes);
  }

  /** Takes out all that is kept under other names. */
  keepOnly(names: ReadonlySet<string>): void {
    for (const name of readdirSync(this.#folder))
      if (!names.has(name)) rmSync(path.join(this.#folder, name), { force: true });
  }
}

/**
 * Writes a file beside its place and renames it into it: at every moment the old or the new one is there whole.
 *
 * @param mode of the file, as `stat` tells it; that of any new file unless told
 */
export function writeWhole(file: string, bytes: string | Uint8Array, mode?: number): void {
  const draft = path.join(path.dirname(file), `.${path.basename(file)}.${process.pid}.${threadId}`);
  // What stands there was left by a process that was killed, or may be a link, which `wx` does not follow.
  const write = () => {
    writeFileSync(draft, bytes, { flag: 'wx' });
  };
  try {
    write();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    rmSync(draft, { force: true });
    write();
  }
  if (mode !== undefined) chmodSync(draft, mode);
  renameSync(draft, file);
}

/** A hash of some bytes or of a text, as hexadecimal digits. */
export function hashOf(content: Uint8Array | string): string {
  return hash('sha256', content);
}

/** Hash of some files of code and of all in some folders, of the packages and of the Node that run it. */
export function hashFiles(paths: readonly string[]): string {
  const hash = createHash('sha256').update(process.version);
  for (const file of [...paths.flatMap(filesAt), 'package-lock.json']) {
    hash.update(`\0${file}\0`).update(readFileSync(file));
  }
  return hash.digest('hex');
}

function filesAt(at: string): string[] {
  if (statSync(at).isFile()) return [at];
  return readdirSync(at, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}
