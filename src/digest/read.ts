import path from 'node:path';
import { offerSettings } from '../body/formulas/settings.ts';
import type { Tree } from '../body/tree.ts';
import { KeptLines } from '../kept-lines.ts';
import {
  entriesFolder,
  hashRules,
  Sources,
  type Compiled,
  type StoredEntry,
} from './compile-file.ts';
import { compileFiles } from './compile-files.ts';
import { listContent, type ContentFile, type Listing } from './listing.ts';
import type { Location } from './locate.ts';
import { readTreeFile, TREE_ENDING } from './tree-file.ts';

export type { StoredEntry } from './compile-file.ts';

/** What is read as an entry: every kind of text. */
export const entryKinds = ['paper', 'issue', 'person', 'tags', 'about'] as const;

/** Entries that are kept at once: a killed build has lost no more. */
const BATCH = 50;

// Once a process: who changes a rule starts again.
let rules: string | undefined;

/**
 * Reads and judges the files of some kinds, each by itself; from the cache where nothing changed.
 *
 * @param onFile called now and then, with how many were read of how many
 * @param listing what lies in the folder, where that is known already
 */
export function readEntries(
  content: string,
  kinds: readonly Location['kind'][],
  onFile?: (read: number, of: number) => void,
  { files: all, disk }: Listing = listContent(content),
): StoredEntry[] {
  rules ??= hashRules();
  const sources = new Sources(content, rules, disk);
  const entries = new Map<ContentFile, StoredEntry | undefined>();
  for (const file of all) if (kinds.includes(file.location.kind)) entries.set(file, undefined);
  const { size } = entries;
  let count = 0;
  for (const kind of entryKinds) {
    const files = [...entries.keys()].filter(({ location }) => location.kind === kind);
    if (files.length === 0) continue;
    const kept = new KeptLines(path.join(entriesFolder(content), kind), TREE_ENDING);
    const used = new Set<string>();
    const missing = files.filter((file) => {
      const key = sources.keyOf(file);
      const found = kept.find(key) as StoredEntry | undefined;
      const entry = found?.treeFile === undefined || kept.hasFile(key) ? found : undefined;
      entries.set(file, entry);
      used.add(key);
      return entry === undefined;
    });
    count += files.length - missing.length;
    onFile?.(count, size);
    const made: Compiled[] = [];
    compileFiles(content, rules, missing, (file, compiled) => {
      used.add(compiled.key);
      // From its JSON, so that what comes of a clean build and of the cache is the same.
      entries.set(file, JSON.parse(compiled.json) as StoredEntry);
      made.push(compiled);
      if (made.length === BATCH) kept.add(made.splice(0));
      onFile?.((count += 1), size);
    });
    if (made.length > 0) kept.add(made);
    kept.prune(used);
  }
  return [...entries.values()].filter((entry) => entry !== undefined);
}

/** A tree as `readEntries` kept it. Who renders it next finds the settings of its formulas. */
export function readTree(content: string, name: string): Tree {
  try {
    const { tree, settings } = readTreeFile(path.join(entriesFolder(content), name));
    offerSettings(settings);
    return tree;
  } catch (error) {
    throw new Error(`The compiled body ${name} is gone from the cache; build again.`, {
      cause: error,
    });
  }
}
