import { promisify } from 'node:util';
import { gunzipSync, gzip } from 'node:zlib';
import { CborReader, CborWriter, type Cbor } from './cbor.ts';

/** The files of an index, by their path in one folder. */
export type IndexFiles = ReadonlyMap<string, Uint8Array>;

/** The version of Pagefind whose format this is: it is not documented, and may be another with any version. */
export const VERSION = '1.6.0';

/** What `pagefind-entry.json` holds. */
export type Entry = {
  version: string;
  languages: Record<string, { hash: string; page_count: number }>;
};
/** What `pagefind.*.pf_meta` holds. */
export type Meta = [
  version: string,
  papers: [fragment: string, words: number, group: string][],
  chunks: [from: string, to: string, name: string][],
  filters: [filter: string, name: string][],
  sorts: [sort: string, papers: number[]][],
  fields: string[],
];
/** What `filter/*.pf_filter` holds. */
export type Filter = [filter: string, values: [value: string, papers: number[]][]];

export const ENTRY = 'pagefind-entry.json';

export const pathOf = {
  meta: (name: string) => `pagefind.${name}.pf_meta`,
  chunk: (name: string) => `index/${name}.pf_index`,
  filter: (name: string) => `filter/${name}.pf_filter`,
  fragment: (name: string) => `fragment/${name}.pf_fragment`,
};

/** Whether a file is of some papers, and not of the program that searches. */
export function isOfPapers(file: string): boolean {
  return file === ENTRY || /\.pf_(?:meta|index|filter|fragment)$/.test(file);
}

/** What stands before everything that Pagefind compresses. */
const SIGNATURE = Buffer.from('pagefind_dcd');
const compressBytes = promisify(gzip);

/** The default level, which is 6, saves a hundredth of it and takes twice as long. */
const LEVEL = 5;
/** More than most files have, each of which is made in one piece then. */
const PIECE = 2 ** 17;

export function compress(bytes: Uint8Array): Promise<Buffer> {
  return compressBytes(Buffer.concat([SIGNATURE, bytes]), { level: LEVEL, chunkSize: PIECE });
}

export function fileOf(files: IndexFiles, name: string): Uint8Array {
  const bytes = files.get(name);
  if (!bytes) throw new Error(`The index of Pagefind has no ${name}.`);
  return bytes;
}

export function decompress(files: IndexFiles, name: string): Buffer {
  const bytes = gunzipSync(fileOf(files, name));
  if (!bytes.subarray(0, SIGNATURE.length).equals(SIGNATURE))
    throw new Error(`${name} does not begin as Pagefind's files do.`);
  return bytes.subarray(SIGNATURE.length);
}

export function readEntry(files: IndexFiles): Entry {
  return JSON.parse(Buffer.from(fileOf(files, ENTRY)).toString()) as Entry;
}

export function decode(bytes: Buffer): Cbor {
  return new CborReader(bytes).value();
}

export function encode(value: Cbor): Buffer {
  const writer = new CborWriter();
  writer.value(value);
  return writer.take();
}
