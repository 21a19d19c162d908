import { existsSync, readdirSync, readFileSync, statSync, type Dirent } from 'node:fs';
import path from 'node:path';
import type { Tree } from '../body/tree.ts';
import { Cache, hashFiles } from '../cache.ts';
import type { Problem } from '../problem.ts';
import {
  readAboutEntry,
  readIssueEntry,
  readPaperEntry,
  readPersonEntry,
  readTagsEntry,
  type Entry,
} from './entry.ts';
import { linkFault, sizeFault } from './file-faults.ts';
import { cacheFolder, shownPath } from './folders.ts';
import { locate, type Location } from './locate.ts';

/** A file of the content folder: its path in it with `/`, and what it is there for. */
export type ContentFile = { path: string; location: Location };

/** An entry as it is kept: its tree lies in a file of the cache. */
export type StoredEntry = Stored<Entry>;
type Stored<E> = E extends unknown ? Omit<E, 'tree'> & { treeFile?: string } : never;

/** What is read as an entry: every kind of text. */
export const entryKinds = ['paper', 'issue', 'person', 'tags', 'about'] as const;

/** Everything in a content folder, told by path alone; a file that is nowhere expected is a problem. */
export function listContent(content: string): { files: ContentFile[]; problems: Problem[] } {
  const files: ContentFile[] = [];
  const problems: Problem[] = [];
  for (const { path: name, entry } of walk(content, '')) {
    const location = locate(name, shownPath(content));
    const fault =
      'code' in location || location.kind === 'ignored'
        ? undefined
        : !entry.isFile()
          ? linkFault(name, entry)
          : location.kind === 'picture'
            ? undefined
            : sizeFault(
                name,
                statSync(path.join(content, name)).size,
                location.kind === 'record' || location.kind === 'versions',
              );
    if ('code' in location) problems.push(location);
    else if (!fault) files.push({ path: name, location });
    else if (location.kind !== 'site') {
      // What is wrong with the site's own file is told by who reads it.
      const file = `${shownPath(content)}/${name}`;
      problems.push({ file, line: 1, column: 1, severity: 'error', ...fault });
    }
  }
  return { files, problems };
}

/**
 * Reads and judges the files of some kinds, each by itself; from the cache where nothing changed.
 *
 * @param onFile called before each file, with how many were read of how many
 */
export function readEntries(
  content: string,
  kinds: readonly Location['kind'][],
  onFile?: (read: number, of: number) => void,
): StoredEntry[] {
  const cache = openCache(content);
  return listContent(content)
    .files.filter(({ location }) => kinds.includes(location.kind))
    .flatMap(({ path: name, location }, index, { length }) => {
      onFile?.(index, length);
      const file = path.join(content, name);
      const source = readFileSync(file, 'utf8');
      const key = cache.key(shownPath(file), source);
      const stored = cache.read(key) as StoredEntry | undefined;
      if (stored && (!stored.treeFile || cache.sizeOf(stored.treeFile) !== undefined))
        return [stored];
      const entry = readEntry(source, shownPath(file), location);
      return entry ? [store(cache, key, entry)] : [];
    });
}

/** A tree as `readEntries` stored it. */
export function readTree(content: string, name: string): Tree {
  const tree = openCache(content).read(name) as Tree | undefined;
  if (!tree) throw new Error(`The compiled body ${name} is gone from the cache; build again.`);
  return tree;
}

/**
 * What compiles and judges a file on its own. Another rule, schema or component, another version of a
 * library or of Node, and nothing that was stored before is found again.
 */
const RULES = ['src/body', 'src/schemas', 'src/digest'];

const caches = new Map<string, Cache>();
// Once a process: who changes a rule starts again.
let rules: string | undefined;

function openCache(content: string): Cache {
  const cache =
    caches.get(content) ??
    new Cache(path.join(cacheFolder(content), 'entries'), (rules ??= hashFiles(RULES)));
  caches.set(content, cache);
  return cache;
}

function store(cache: Cache, key: string, read: Entry): StoredEntry {
  const { tree, ...entry } = { tree: undefined, ...read };
  const treeFile = tree && `${key}.tree`;
  // First, so that an entry in the cache always has its tree there.
  if (treeFile) cache.write(treeFile, tree);
  const stored = { ...entry, ...(treeFile && { treeFile }) };
  cache.write(key, stored);
  return stored;
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

function* walk(root: string, folder: string): Generator<{ path: string; entry: Dirent }> {
  const entries = existsSync(root)
    ? readdirSync(path.join(root, folder), { withFileTypes: true })
    : [];
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const name = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) yield* walk(root, name);
    else yield { path: name, entry };
  }
}
