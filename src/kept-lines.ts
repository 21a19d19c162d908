import {
  closeSync,
  fstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';
import { writeWhole } from './cache.ts';

/** Digits of a key, which stands for all that a value depends on. */
const KEY_LENGTH = 64;

/** Bytes of lines that nobody uses any more which stay, besides as many as are used. */
const SPARE = 1_000_000;

const LINE_END = 10;

/** Where the JSON of a line stands in its file. */
type Line = { start: number; end: number };

/**
 * Small values in one file: ten thousand small files take longer to open than to read. A line is a key and the JSON of
 * its value. Lines are only added, so a killed build leaves whole ones but perhaps for the last; of two with one key
 * the later counts. What of a value is large lies beside it in a file of its own, and is there before the line.
 */
export class KeptLines {
  readonly #folder: string;
  readonly #file: string;
  readonly #bytes: Buffer;
  readonly #lines: Map<string, Line>;
  readonly #ending: string;
  readonly #beside: ReadonlySet<string>;
  /** When the file was written last, before this process added to it: milliseconds of the file system. */
  readonly #written: number;
  #added = 0;

  /**
   * @param folder of these lines alone
   * @param ending of the files beside them, `.tree`; the name before it is the key
   */
  constructor(folder: string, ending: string) {
    this.#folder = folder;
    this.#ending = ending;
    this.#file = path.join(folder, 'lines');
    mkdirSync(folder, { recursive: true });
    this.#written = statSync(this.#file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
    this.#bytes = this.#written > 0 ? readFileSync(this.#file) : Buffer.alloc(0);
    this.#lines = findLines(this.#bytes);
    this.#beside = new Set(readdirSync(folder));
  }

  /** The value of a key; undefined where there is none, or where a disk has spoilt it. */
  find(key: string): unknown {
    const line = this.#lines.get(key);
    if (line === undefined) return undefined;
    try {
      return JSON.parse(this.#bytes.toString('utf8', line.start, line.end));
    } catch {
      return undefined;
    }
  }

  /** Whether a file lay beside the line of a key when this was opened. */
  hasFile(key: string): boolean {
    return this.#beside.has(key + this.#ending);
  }

  add(values: readonly { key: string; json: string }[]): void {
    const lines = Buffer.from(values.map(({ key, json }) => `${key} ${json}\n`).join(''));
    const file = openSync(this.#file, 'a+');
    try {
      const { size } = fstatSync(file);
      const last = Buffer.alloc(1);
      if (size > 0) readSync(file, last, 0, 1, size - 1);
      const isBroken = size > 0 && last[0] !== LINE_END;
      // At once, so that what another process adds meanwhile stands before it or behind it.
      writeSync(file, isBroken ? Buffer.concat([Buffer.of(LINE_END), lines]) : lines);
    } finally {
      closeSync(file);
    }
    this.#added += lines.length;
  }

  /**
   * Once there is more that is not used than there is that is, takes out what has not been used for longest, and
   * the files beside what is gone.
   */
  prune(used: ReadonlySet<string>): void {
    const sizeOf = ({ start, end }: Line) => KEY_LENGTH + 2 + end - start;
    let needed = this.#added;
    for (const key of used) {
      const line = this.#lines.get(key);
      if (line) needed += sizeOf(line);
    }
    const size = statSync(this.#file, { throwIfNoEntry: false })?.size ?? 0;
    if (size <= 2 * needed + SPARE) return;
    const bytes = readFileSync(this.#file);
    let left = (needed + SPARE) / 2;
    const kept = [...findLines(bytes)].reverse().filter(([key, line]) => {
      return used.has(key) || (left -= sizeOf(line)) > 0;
    });
    const lines = kept.reverse().map(([, { start, end }]) => {
      return bytes.subarray(start - KEY_LENGTH - 1, end + 1);
    });
    writeWhole(this.#file, Buffer.concat(lines));
    const beside = new Set(kept.map(([key]) => key + this.#ending));
    for (const name of readdirSync(this.#folder)) {
      if (!name.endsWith(this.#ending) || beside.has(name)) continue;
      const file = path.join(this.#folder, name);
      // A younger one may be of a process that has yet to add its line.
      const time = statSync(file, { throwIfNoEntry: false })?.mtimeMs;
      if (time !== undefined && time < this.#written) rmSync(file, { force: true });
    }
  }
}

/** The whole lines by key, the newest last. */
function findLines(bytes: Buffer): Map<string, Line> {
  const lines = new Map<string, Line>();
  for (let from = 0, end = bytes.indexOf(LINE_END); end !== -1;) {
    const start = from + KEY_LENGTH + 1;
    if (start < end) {
      const key = bytes.toString('latin1', from, from + KEY_LENGTH);
      lines.delete(key);
      lines.set(key, { start, end });
    }
    from = end + 1;
    end = bytes.indexOf(LINE_END, from);
  }
  return lines;
}
