import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Cache } from '../cache.ts';
import { assemble } from '../digest/assemble.ts';
import { cacheFolder } from '../digest/folders.ts';
import { entryKinds, readEntries } from '../digest/read.ts';
import { makeIndexFiles } from './index-files.ts';
import { buildRecords } from './records.ts';

/** How records become files; with another version of it, or of what is below it, nothing kept is found again. */
const MAKERS = ['src/search/index-files.ts', 'src/search/vocabulary.ts', 'package-lock.json'];

/**
 * The files that search a content folder's texts, by their path in one folder; from the cache where no text has
 * changed.
 *
 * @param onRecord called after each paper that is indexed anew
 */
export async function loadIndexFiles(
  content: string,
  onRecord: () => void,
): Promise<Map<string, Uint8Array>> {
  const entries = readEntries(content, entryKinds);
  const { edition } = await assemble(content, entries, { drawings: false });
  if (!edition) throw new Error('There is no site.yaml that could be read.');
  const records = buildRecords(edition);
  const { language } = edition.digest.site;
  const rules = MAKERS.map((file) => readFileSync(file, 'utf8')).join('\0');
  const cache = new Cache(path.join(cacheFolder(content), 'search'), rules);
  const key = cache.key(language, JSON.stringify(records));
  const kept = cache.readBytes(key);
  if (kept) return unpack(kept);
  const files = await makeIndexFiles(records, language, onRecord);
  cache.writeBytes(key, pack(files));
  return files;
}

/** Writes files below a folder, by their paths. */
export function writeIndexFiles(folder: string, files: ReadonlyMap<string, Uint8Array>): void {
  for (const [name, bytes] of files) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  }
}

/** A line of JSON with names and lengths, then the bytes of all. */
function pack(files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const list = [...files].map(([name, { length }]) => [name, length]);
  return Buffer.concat([Buffer.from(`${JSON.stringify(list)}\n`), ...files.values()]);
}

function unpack(bytes: Uint8Array): Map<string, Uint8Array> {
  const start = bytes.indexOf(0x0a) + 1;
  const list = JSON.parse(Buffer.from(bytes.subarray(0, start)).toString()) as [string, number][];
  let at = start;
  return new Map(list.map(([name, length]) => [name, bytes.subarray(at, (at += length))]));
}
