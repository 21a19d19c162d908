import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { hashFiles, hashOf, writeWhole } from '../cache.ts';
import type { Disk } from '../disk.ts';
import { KeptLines } from '../kept-lines.ts';
import { KeyedFiles, type KeyedFile } from '../keyed-files.ts';
import type { Fault } from './fault.ts';
import type { KeptFile, KeptPictures } from './kept.ts';
import { hashIn } from './name.ts';
import { describe, type Picture, type PictureFacts } from './facts.ts';

/** What decides a picture besides its bytes and its name: a change there, and nothing is found again. */
export const PICTURE_RULES = ['src/pictures', 'src/encoder.ts', 'src/cache.ts'];

/** Of the files beside the lines: the bytes of a drawing, as they are published. */
const ENDING = '.drawing';
/** Readings that are kept at once: a killed build has lost no more. */
const BATCH = 50;

/** A picture that was made, and where its bytes lie if it was encoded. */
export type MadePicture = { picture: Picture; file?: KeptFile };
type Line = { pictures: (PictureFacts & { file?: KeptFile })[]; problems: Fault[] };

// Once a process: who changes a rule starts again.
let rules: string | undefined;

/**
 * What the pictures of a content folder were found to be, kept between runs under their bytes, their names, and what
 * judges them, so that a second run reads each and does nothing more. What is published is read when somebody asks for it.
 */
export class KeptReadings {
  readonly encoded: KeptPictures;
  readonly disk: Disk;
  readonly #folder: string;
  readonly #lines: KeptLines;
  readonly #files: KeyedFiles;
  readonly #used = new Set<string>();
  #waiting: { key: string; json: string }[] = [];

  /** @param folder can be deleted at any time when nothing runs */
  constructor(folder: string, encoded: KeptPictures, disk: Disk) {
    rules ??= hashFiles(PICTURE_RULES) + process.platform + process.arch;
    this.#folder = folder;
    this.encoded = encoded;
    this.disk = disk;
    this.#files = new KeyedFiles(rules, disk);
    this.#lines = new KeptLines(folder, ENDING);
  }

  /** @param name the file's own, as messages show it */
  keyOf(name: string, file: string): string {
    return this.#files.keyOf(name, file);
  }

  /** The file as it is now, which may have changed since its key was taken. */
  readFile(name: string, file: string): KeyedFile {
    return this.#files.read(name, file);
  }

  /** What was kept under a key; undefined where there is nothing, or not all of its bytes. */
  find(key: string): { pictures: Picture[]; problems: Fault[] } | undefined {
    this.#used.add(key);
    const line = this.#lines.find(key) as Line | undefined;
    const isWhole = line?.pictures.every(({ file }) =>
      file === undefined ? this.#lines.hasFile(key) : this.encoded.has(file),
    );
    if (!line || isWhole !== true) return undefined;
    return { pictures: line.pictures.map((one) => this.#open(key, one)), problems: line.problems };
  }

  /** Keeps pictures, and returns them as they are found again: without their bytes. Of drawings there is one at most. */
  add(key: string, made: readonly MadePicture[], problems: Fault[] = []): Picture[] {
    const pictures = made.map(({ picture, file }) => {
      if (file === undefined) writeWhole(this.#fileOf(key), picture.bytes);
      const { name, width, height, type, opaque } = picture;
      return { name, width, height, type, opaque, ...(file !== undefined && { file }) };
    });
    this.#used.add(key);
    this.#waiting.push({ key, json: JSON.stringify({ pictures, problems } satisfies Line) });
    if (this.#waiting.length === BATCH) this.#flush();
    return pictures.map((one) => this.#open(key, one));
  }

  /** To be called when all were asked for: what was not may go, once it is more than what was. */
  finish(keys: Iterable<string> = []): void {
    this.#flush();
    this.#lines.prune(new Set([...this.#used, ...keys]));
  }

  #flush(): void {
    if (this.#waiting.length > 0) this.#lines.add(this.#waiting);
    this.#waiting = [];
  }

  #open(key: string, { file, ...facts }: Line['pictures'][number]): Picture {
    return describe(facts, () => {
      const at = file === undefined ? this.#fileOf(key) : this.encoded.pathOf(file);
      const bytes = readWhole(at);
      if (bytes && hashIn(facts.name) === hashOf(bytes).slice(0, hashIn(facts.name).length))
        return bytes;
      rmSync(at, { force: true });
      throw new Error(`The picture ${facts.name} is gone from the cache; build again.`);
    });
  }

  #fileOf(key: string): string {
    return path.join(this.#folder, key + ENDING);
  }
}

function readWhole(file: string): Uint8Array | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}
