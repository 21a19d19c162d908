import { hash } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';
import path from 'node:path';
import { hashFiles, writeWhole } from '../cache.ts';
import {
  readAboutEntry,
  readIssueEntry,
  readPaperEntry,
  readPersonEntry,
  readTagsEntry,
  type Entry,
} from './entry.ts';
import { cacheFolder, shownPath } from './folders.ts';
import { treeName } from './kept-entries.ts';
import type { ContentFile } from './listing.ts';
import type { Location } from './locate.ts';

/** An entry as it is kept: its tree lies in a file of the cache. */
export type StoredEntry = Stored<Entry>;
type Stored<E> = E extends unknown ? Omit<E, 'tree'> & { treeFile?: string } : never;

/** A file as it was compiled: its key and the JSON of its entry as it is kept. */
export type Compiled = { key: string; json: string };

/**
 * What compiles and judges a file on its own. Another rule, schema or component, another version of a
 * library or of Node, and nothing that was kept before is found again.
 */
const RULES = ['src/body', 'src/schemas', 'src/digest'];

/** Stands for all that decides an entry besides its source and its path. */
export function hashRules(): string {
  return hashFiles(RULES);
}

/** Reads and compiles the files of one content folder. */
export class Sources {
  readonly #content: string;
  readonly #shown: string;
  readonly #rules: string;
  // One for all files: to make one for each takes longer than to read most of them.
  #bytes = Buffer.allocUnsafe(1 << 16);

  /** @param rules as `hashRules` gives them */
  constructor(content: string, rules: string) {
    this.#content = content;
    this.#shown = shownPath(content);
    this.#rules = rules;
  }

  /** What stands for all that the entry of a file depends on. */
  keyOf(file: ContentFile): string {
    return this.#read(file).key;
  }

  /** Compiles a file and keeps its tree. */
  compile(file: ContentFile): Compiled {
    const { key, source } = this.#read(file);
    const entry = readEntry(source(), `${this.#shown}/${file.path}`, file.location);
    if (!entry) throw new Error(`${file.path} is no entry.`);
    const { tree, ...rest } = { tree: undefined, ...entry };
    const treeFile = tree && `${file.location.kind}/${treeName(key)}`;
    if (treeFile)
      writeWhole(path.join(entriesFolder(this.#content), treeFile), JSON.stringify(tree));
    return { key, json: JSON.stringify({ ...rest, ...(treeFile && { treeFile }) }) };
  }

  /** `source` is to be called before the next file is read. */
  #read({ path: name }: ContentFile): { key: string; source: () => string } {
    const start = this.#bytes.write(`${this.#rules}\0${this.#shown}/${name}\0`);
    const file = openSync(`${this.#content}/${name}`, 'r');
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
      source: () => this.#bytes.toString('utf8', start, end),
    };
  }
}

/** What is kept of the entries of a content folder, in a folder for each kind. */
export function entriesFolder(content: string): string {
  return path.join(cacheFolder(content), 'entries');
}

/** A file by itself, from its text; undefined for a kind that is no entry. */
export function readEntry(source: string, file: string, location: Location): Entry | undefined {
  switch (location.kind) {
    case 'paper':
      return readPaperEntry(source, file, location);
    case 'issue':
      return readIssueEntry(source, file, location);
    case 'person':
      return readPersonEntry(source, file, location);
    case 'tags':
      return readTagsEntry(source, file);
    case 'about':
      return readAboutEntry(source, file);
    default:
      return undefined;
  }
}
