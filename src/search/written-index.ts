import { hashOf } from '../cache.ts';
import { writeChunks } from './chunks.ts';
import { compareText } from './code-points.ts';
import { encode, ENTRY, pathOf, VERSION, type Meta } from './pagefind-format.ts';
import type { Joined } from './segments.ts';

/** A file of an index, before it is compressed. */
export type WrittenFile = {
  path: string;
  /** Of its bytes. */
  hash: string;
  bytes: Buffer;
  /** Whether Pagefind has it compressed. */
  isCompressed: boolean;
};

/**
 * Writes the index that Pagefind would have made of all papers of some segments at once, file by file, so that nobody
 * need hold all of it: a browser loads one index, and ranks papers by what is frequent in all of them.
 *
 * @param fragments names of the texts, in the order of the papers
 * @param dates days of the papers
 */
export function* writeIndex(
  { language, entry, fields, papers, filters, postings }: Joined,
  fragments: readonly string[],
  dates: readonly string[],
): Generator<WrittenFile> {
  const named = (bytes: Buffer) => {
    const hash = hashOf(bytes);
    return { name: `${language}_${hash.slice(0, 10)}`, hash, bytes, isCompressed: true };
  };
  const chunks: Meta[2] = [];
  for (const { from, to, bytes } of writeChunks(postings)) {
    const { name, ...file } = named(bytes);
    chunks.push([from, to, name]);
    yield { path: pathOf.chunk(name), ...file };
  }
  const writtenFilters: Meta[3] = [];
  for (const filter of filters) {
    const { name, ...file } = named(encode(filter));
    writtenFilters.push([filter[0], name]);
    yield { path: pathOf.filter(name), ...file };
  }
  const listed = papers.map(([, words, group], at): Meta[1][number] => [
    fragments[at] ?? '',
    words,
    group,
  ]);
  const sorts: Meta[4] = [['date', sortByDate(dates)]];
  const meta: Meta = [VERSION, listed, chunks, writtenFilters, sorts, fields];
  const { name, ...file } = named(encode(meta));
  yield { path: pathOf.meta(name), ...file };
  const languages = {
    [language]: { ...entry.languages[language], hash: name, page_count: papers.length },
  };
  const bytes = Buffer.from(JSON.stringify({ ...entry, languages }));
  yield { path: ENTRY, hash: hashOf(bytes), bytes, isCompressed: false };
}

/** The numbers of papers by their days, the oldest first. */
function sortByDate(dates: readonly string[]): number[] {
  return [...dates.keys()].sort((a, b) => compareText(dates[a] ?? '', dates[b] ?? ''));
}
