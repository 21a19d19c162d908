import { promisify } from 'node:util';
import { gunzipSync, gzip } from 'node:zlib';
import { hashOf } from '../cache.ts';
import { CborReader, CborWriter, type Cbor } from './cbor.ts';
import { compareText, MergedWords } from './merged-words.ts';

/** One index as Pagefind makes it, and the days of its papers in the order in which they were indexed. */
export type Piece = { files: IndexFiles; dates: readonly string[] };
export type IndexFiles = ReadonlyMap<string, Uint8Array>;

/** The version of Pagefind whose format this is: it is not documented, and may be another with any version. */
const VERSION = '1.6.0';

/** What `pagefind.*.pf_meta` holds. */
type Meta = [
  version: string,
  papers: [fragment: string, words: number, group: string][],
  chunks: [from: string, to: string, name: string][],
  filters: [filter: string, name: string][],
  sorts: [sort: string, papers: number[]][],
  fields: string[],
];
/** What `filter/*.pf_filter` holds. */
type Filter = [filter: string, values: [value: string, papers: number[]][]];
type Entry = { version: string; languages: Record<string, { hash: string; page_count: number }> };

/** What stands before everything that Pagefind compresses. */
const SIGNATURE = Buffer.from('pagefind_dcd');
const ENTRY = 'pagefind-entry.json';

/** Whether an index is of the form that is known here. */
export function canMerge(files: IndexFiles): boolean {
  return readEntry(files).version === VERSION;
}

/**
 * The index that Pagefind would have made of all papers of these indexes at once, in their order; a browser loads
 * one index, and ranks papers by what is frequent in all of them.
 */
export async function mergeIndexes(pieces: readonly Piece[]): Promise<Map<string, Uint8Array>> {
  const [first] = pieces;
  if (!first) throw new Error('There is no index.');
  const merged = new Map([...first.files].filter(([file]) => !OF_PAPERS.test(file)));
  const entry = readEntry(first.files);
  const language = Object.keys(entry.languages)[0] ?? '';
  const packing: Promise<unknown>[] = [];
  const put = (pathOf: (name: string) => string, bytes: Buffer): string => {
    const name = `${language}_${hashOf(bytes).slice(0, 10)}`;
    packing.push(pack(bytes).then((packed) => merged.set(pathOf(name), packed)));
    return name;
  };

  const metas = pieces.map(({ files }) => readMeta(files));
  const fields = metas[0]![5];
  const words = new MergedWords();
  const filters = new Map<string, Map<string, number[]>>();
  const papers: Meta[1] = [];
  for (const [at, { files }] of pieces.entries()) {
    const [, own, chunks, ownFilters, , ownFields] = metas[at]!;
    // Words know their fields by number.
    if (String(ownFields) !== String(fields)) throw new Error('Two indexes have other fields.');
    const before = papers.length;
    for (const [, , name] of chunks) words.add(unpack(files, pathOf.chunk(name)), before);
    for (const [, name] of ownFilters)
      addFilter(filters, decode(unpack(files, pathOf.filter(name))) as Filter, before);
    for (const [fragment, count, group] of own) {
      const bytes = fileOf(files, pathOf.fragment(fragment));
      // Two papers of two indexes may have one name.
      const isTaken = merged.has(pathOf.fragment(fragment));
      const name = isTaken ? `${fragment}${hashOf(bytes).slice(0, 10)}` : fragment;
      merged.set(pathOf.fragment(name), bytes);
      papers.push([name, count, group]);
    }
  }
  const chunks = words.write(new CborWriter(), (bytes) => put(pathOf.chunk, bytes));
  const writtenFilters = inOrder(filters).map(([filter, values]): Meta[3][number] => {
    return [filter, put(pathOf.filter, encode([filter, inOrder(values)]))];
  });
  const sorted = sortByDate(pieces.flatMap(({ dates }) => dates));
  const meta: Meta = [VERSION, papers, chunks, writtenFilters, [['date', sorted]], fields];
  const hash = put(pathOf.meta, encode(meta));
  const languages = {
    [language]: { ...entry.languages[language], hash, page_count: papers.length },
  };
  merged.set(ENTRY, Buffer.from(JSON.stringify({ ...entry, languages })));
  await Promise.all(packing);
  return new Map([...merged].sort(([a], [b]) => (a < b ? -1 : 1)));
}

const pathOf = {
  meta: (name: string) => `pagefind.${name}.pf_meta`,
  chunk: (name: string) => `index/${name}.pf_index`,
  filter: (name: string) => `filter/${name}.pf_filter`,
  fragment: (name: string) => `fragment/${name}.pf_fragment`,
};

/** What is of some papers and not of the program. */
const OF_PAPERS = /\.pf_(?:meta|index|filter|fragment)$|^pagefind-entry\.json$/;

function addFilter(
  filters: Map<string, Map<string, number[]>>,
  [filter, values]: Filter,
  before: number,
): void {
  const known = filters.get(filter) ?? new Map<string, number[]>();
  filters.set(filter, known);
  for (const [value, papers] of values) {
    const all = known.get(value) ?? [];
    known.set(value, all);
    for (const paper of papers) all.push(before + paper);
  }
}

/** The numbers of papers by their days, the oldest first. */
function sortByDate(dates: readonly string[]): number[] {
  return [...dates.keys()].sort((a, b) => compareText(dates[a] ?? '', dates[b] ?? ''));
}

function inOrder<Value>(map: ReadonlyMap<string, Value>): [string, Value][] {
  return [...map].sort(([a], [b]) => compareText(a, b));
}

function readEntry(files: IndexFiles): Entry {
  return JSON.parse(Buffer.from(fileOf(files, ENTRY)).toString()) as Entry;
}

function readMeta(files: IndexFiles): Meta {
  const [only] = Object.values(readEntry(files).languages);
  return decode(unpack(files, pathOf.meta(only?.hash ?? ''))) as Meta;
}

function fileOf(files: IndexFiles, name: string): Uint8Array {
  const bytes = files.get(name);
  if (!bytes) throw new Error(`The index of Pagefind has no ${name}.`);
  return bytes;
}

function unpack(files: IndexFiles, name: string): Buffer {
  const bytes = gunzipSync(fileOf(files, name));
  if (!bytes.subarray(0, SIGNATURE.length).equals(SIGNATURE))
    throw new Error(`${name} does not begin as Pagefind's files do.`);
  return bytes.subarray(SIGNATURE.length);
}

const compress = promisify(gzip);

function pack(bytes: Buffer): Promise<Buffer> {
  return compress(Buffer.concat([SIGNATURE, bytes]), { level: 9 });
}

function decode(bytes: Buffer): Cbor {
  return new CborReader(bytes).value();
}

function encode(value: Cbor): Buffer {
  const writer = new CborWriter();
  writer.value(value);
  return writer.take();
}
