import path from 'node:path';
import { gatherSettings } from '../body/formulas/settings.ts';
import { hashFiles } from '../cache.ts';
import { Disk } from '../disk.ts';
import { KeyedFiles } from '../keyed-files.ts';
import {
  readAboutEntry,
  readIssueEntry,
  readPaperEntry,
  readPersonEntry,
  readTagsEntry,
  type Entry,
} from './entry.ts';
import { cacheFolder, shownPath } from './folders.ts';
import type { ContentFile } from './listing.ts';
import type { Location } from './locate.ts';
import { TREE_ENDING, writeTreeFile } from './tree-file.ts';

/** An entry as it is kept: its tree lies in a file of the cache. */
export type StoredEntry = Stored<Entry>;
type Stored<E> = E extends unknown ? Omit<E, 'tree'> & { treeFile?: string } : never;

/** A file as it was compiled: its key and the JSON of its entry as it is kept. */
export type Compiled = { key: string; json: string };

/**
 * What compiles and judges a file on its own. Another rule, schema or component, another version of a
 * library or of Node, and nothing that was kept before is found again.
 */
export const ENTRY_RULES = ['src/body', 'src/schemas', 'src/digest', 'src/folding.ts'];

/** Stands for all that decides an entry besides its source and its path. */
export function hashRules(): string {
  return hashFiles(ENTRY_RULES);
}

/** Reads and compiles the files of one content folder. */
export class Sources {
  readonly #content: string;
  readonly #shown: string;
  readonly #files: KeyedFiles;

  /** @param rules as `hashRules` gives them */
  constructor(content: string, rules: string, disk = new Disk()) {
    this.#content = content;
    this.#shown = shownPath(content);
    this.#files = new KeyedFiles(rules, disk);
  }

  /** What stands for all that the entry of a file depends on. */
  keyOf(file: ContentFile): string {
    return this.#files.keyOf(...this.#namesOf(file));
  }

  /** Compiles a file and keeps its tree, with the settings of its formulas. */
  compile(file: ContentFile): Compiled {
    const { key, bytes } = this.#files.read(...this.#namesOf(file));
    const source = bytes.toString();
    const { made: entry, settings } = gatherSettings(() =>
      readEntry(source, `${this.#shown}/${file.path}`, file.location),
    );
    if (!entry) throw new Error(`${file.path} is no entry.`);
    const { tree, ...rest } = { tree: undefined, ...entry };
    const treeFile = tree && `${file.location.kind}/${key}${TREE_ENDING}`;
    if (treeFile) writeTreeFile(path.join(entriesFolder(this.#content), treeFile), tree, settings);
    return { key, json: JSON.stringify({ ...rest, ...(treeFile && { treeFile }) }) };
  }

  #namesOf({ path: name }: ContentFile): [shown: string, path: string] {
    return [`${this.#shown}/${name}`, `${this.#content}/${name}`];
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
