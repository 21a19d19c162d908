import path from 'node:path';
import { Cache, hashFiles } from '../cache.ts';
import type { Edition } from '../digest/edition.ts';
import { cacheFolder } from '../digest/folders.ts';
import type { Paper } from '../digest/model.ts';
import { cutPapers } from './cutting.ts';
import { endIndexing, listWords, makeIndexFiles } from './index-files.ts';
import { canMerge, mergeIndexes, type IndexFiles, type Piece } from './merging.ts';
import { buildHead, completeRecord, type RecordHead } from './records.ts';

/** What decides how a paper is searched, besides its record's head and its tree. */
const MAKERS = ['src/search', 'src/body', 'src/digest'];

/**
 * The files that search the texts of an edition, by their path in one folder. Papers are indexed in parts, those parts
 * anew in which something has changed; no other tree is read.
 *
 * @param content folder whose cache keeps the parts
 * @param onRecord called after each paper that is indexed anew
 */
export async function loadIndexFiles(
  edition: Edition,
  content: string,
  onRecord: () => void,
): Promise<IndexFiles> {
  const { papers, site } = edition.digest;
  const cache = new Cache(path.join(cacheFolder(content), 'search'), hashFiles(MAKERS));
  const parts = cutPapers(papers).map((papers) => {
    const heads = papers.map((paper) => buildHead(edition, paper));
    const trees = papers.map((paper) => edition.treeKeyOf(paper) ?? '');
    return { papers, heads, key: cache.key(site.language, JSON.stringify([heads, trees])) };
  });
  const keep = async (key: string, make: () => Promise<IndexFiles>): Promise<IndexFiles> => {
    const kept = cache.readBytes(key);
    if (kept) return unpack(kept);
    const files = await make();
    cache.writeBytes(key, pack(files));
    return files;
  };
  const index = (papers: readonly Paper[], heads: readonly RecordHead[]) => {
    const records = heads.map((head, at) => completeRecord(head, edition.treeOf(papers[at]!)));
    return makeIndexFiles(records, site.language, onRecord);
  };
  const indexPart = async ({ papers, heads, key }: (typeof parts)[number]): Promise<Piece> => {
    const files = await keep(key, () => index(papers, heads));
    return { files, dates: papers.map(({ day }) => day) };
  };
  const indexAll = async (): Promise<IndexFiles> => {
    const pieces = await eachOfTwo(parts, indexPart);
    const all = pieces.map(({ files }) => files);
    if (all.length === 1) return listWords(all[0]!, all);
    if (all.every(canMerge)) return listWords(await mergeIndexes(pieces), all);
    const heads = parts.flatMap((part) => part.heads);
    const inParts = parts.flatMap((part) => part.papers);
    return listWords(await index(inParts, heads), all);
  };
  const keys = parts.map(({ key }) => key);
  const key = keys.length === 1 ? keys[0]! : cache.key(...keys);
  try {
    const files = keys.length === 1 ? await indexAll() : await keep(key, indexAll);
    cache.keepOnly(new Set([key, ...keys]));
    return files;
  } finally {
    await endIndexing();
  }
}

/** Two at a time: while Pagefind indexes one part, the records of another are made. */
async function eachOfTwo<Part, Made>(
  parts: readonly Part[],
  make: (part: Part) => Promise<Made>,
): Promise<Made[]> {
  const made: Made[] = [];
  const queue = parts.entries();
  const work = async () => {
    for (const [at, part] of queue) made[at] = await make(part);
  };
  await Promise.all([work(), work()]);
  return made;
}

/** A line of JSON with names and lengths, then the bytes of all. */
function pack(files: IndexFiles): Uint8Array {
  const list = [...files].map(([name, { length }]) => [name, length]);
  return Buffer.concat([Buffer.from(`${JSON.stringify(list)}\n`), ...files.values()]);
}

function unpack(bytes: Uint8Array): Map<string, Uint8Array> {
  const start = bytes.indexOf(0x0a) + 1;
  const list = JSON.parse(Buffer.from(bytes.subarray(0, start)).toString()) as [string, number][];
  let at = start;
  return new Map(list.map(([name, length]) => [name, bytes.subarray(at, (at += length))]));
}
