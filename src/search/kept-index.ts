import path from 'node:path';
import { hashFiles, hashOf } from '../cache.ts';
import type { Edition } from '../digest/edition.ts';
import { cacheFolder } from '../digest/folders.ts';
import { cutPapers } from './cutting.ts';
import { eachOf } from './each-of.ts';
import { endIndexing, makeIndexFiles } from './index-files.ts';
import { groupParts, loadGroups, type IndexedGroup } from './kept-groups.ts';
import {
  keepKnown,
  knownKey,
  programKey,
  textName,
  type Indexing,
  type Part,
} from './kept-parts.ts';
import { Packs, Spoilt } from './packs.ts';
import { compress, pathOf } from './pagefind-format.ts';
import { buildHead, completeRecord } from './records.ts';
import { joinSegments } from './segments.ts';
import { buildVocabulary, mergeVocabularies } from './vocabulary.ts';
import { writeIndex, type WrittenFile } from './written-index.ts';

/** What decides how a paper is searched, besides its record's head and its tree. */
const MAKERS = ['src/search', 'src/body', 'src/digest'];

/** Where the words are of which a slip of the keys may have meant one. */
const WORDS = 'words.json';

/** A file of the search. */
export type IndexFile = {
  /** In one folder. */
  path: string;
  /** Stands for what it holds. */
  hash: string;
  read: () => Uint8Array;
};
/** The same by where it is kept. */
type Kept = { path: string; hash: string; key: string; name: string };
type DatedPart = Part & { dates: readonly string[] };

/**
 * Tells the files that search the texts of an edition. A paper is indexed when its record is another than the last index
 * had of it, and no other tree is read.
 *
 * @param content folder whose cache keeps all that was made
 * @param onRecord called after each paper that is indexed anew
 * @param onFile called with each file, which need not be read; once more with all where one turns out to be spoilt
 */
export async function loadIndexFiles(
  edition: Edition,
  content: string,
  onRecord: () => void,
  onFile: (file: IndexFile) => void,
): Promise<void> {
  const { digest } = edition;
  const { language } = digest.site;
  const packs = new Packs(path.join(cacheFolder(content), 'search'), hashFiles(MAKERS) + language);
  const parts = cutPapers(digest.papers).map((papers): DatedPart => {
    const keyed = papers.map((paper) => {
      const head = buildHead(edition, paper);
      return {
        key: hashOf(JSON.stringify([head, edition.treeKeyOf(paper)])),
        makeRecord: () => completeRecord(head, edition.treeOf(paper)),
      };
    });
    return {
      key: packs.key('part', ...keyed.map(({ key }) => key)),
      papers: keyed,
      dates: papers.map(({ day }) => day),
    };
  });
  const tell = async () => {
    const index: Indexing = (records) => makeIndexFiles(records, language, onRecord);
    for (const { path, hash, key, name } of await keepIndex(packs, parts, index))
      onFile({ path, hash, read: () => packs.readFile(key, name) });
  };
  try {
    await tell().catch(async (error: unknown) => {
      if (!(error instanceof Spoilt)) throw error;
      packs.keepOnly(new Set());
      await tell();
    });
  } finally {
    await endIndexing();
  }
}

/** Lists the files of an index, after making those that are not kept. */
async function keepIndex(
  packs: Packs,
  parts: readonly DatedPart[],
  index: Indexing,
): Promise<Kept[]> {
  const groups = groupParts(packs, parts);
  const key = packs.key('index', ...groups.map((group) => group.key));
  const known = packs.read(key)?.get(LIST);
  if (known) return JSON.parse(Buffer.from(known).toString()) as Kept[];
  const indexed = await loadGroups(packs, groups, index);
  const [list, others] = indexed
    ? [await joinIndex(packs, parts, indexed), new Map<string, Uint8Array>()]
    : await indexAtOnce(key, parts, index);
  packs.write(key, new Map([[LIST, Buffer.from(JSON.stringify(list))], ...others]));
  keepKnown(packs, parts);
  const used = [...parts, ...groups, ...list].map((kept) => kept.key);
  packs.keepOnly(new Set([key, knownKey(packs), ...used]));
  return list;
}

const LIST = 'list';

/** Joins groups into one index, and keeps those of its files that are new. */
async function joinIndex(
  packs: Packs,
  parts: readonly DatedPart[],
  groups: readonly IndexedGroup[],
): Promise<Kept[]> {
  const joined = joinSegments(groups.map(({ segment }) => segment));
  const texts = parts.flatMap(({ key, papers }) =>
    papers.map((_, number) => ({ key, name: textName(number) })),
  );
  const names = nameTexts(joined.language, joined.hashes);
  const list = texts.map((text, at): Kept => {
    return { path: pathOf.fragment(names[at] ?? ''), hash: joined.hashes[at] ?? '', ...text };
  });
  const put = async (file: WrittenFile) => {
    list.push(await keepFile(packs, file));
  };
  const dates = parts.flatMap((part) => part.dates);
  // Other threads compress them, of which Node has four.
  await eachOf(4, writeIndex(joined, names, dates), put);
  const { known } = mergeVocabularies(groups.map(({ vocabulary }) => vocabulary));
  const words = Buffer.from(JSON.stringify(known));
  await put({ path: WORDS, hash: hashOf(words), bytes: words, isCompressed: false });
  return [...list, ...listPrograms(packs)];
}

/** Names texts by their hashes, as far as these tell them apart; that far only, since the first file has all names. */
function nameTexts(language: string, hashes: readonly string[]): string[] {
  const taken = new Set<string>();
  return hashes.map((hash) => {
    let length = 7;
    while (taken.has(hash.slice(0, length))) length += 1;
    taken.add(hash.slice(0, length));
    return `${language}_${hash.slice(0, length)}`;
  });
}

function listPrograms(packs: Packs): Kept[] {
  const key = programKey(packs);
  return [...packs.readAll(key)].map(([path, bytes]) => {
    return { path, hash: hashOf(bytes), key, name: path };
  });
}

async function keepFile(packs: Packs, file: WrittenFile): Promise<Kept> {
  const { path, hash, bytes, isCompressed } = file;
  const key = packs.key(isCompressed ? 'compressed' : 'plain', hash);
  if (!packs.has(key))
    packs.write(key, new Map([[ALL, isCompressed ? await compress(bytes) : bytes]]));
  return { path, hash: key, key, name: ALL };
}

const ALL = 'all';

/** The files as Pagefind makes them, where they cannot be joined. */
async function indexAtOnce(
  key: string,
  parts: readonly Part[],
  index: Indexing,
): Promise<[Kept[], Map<string, Uint8Array>]> {
  const records = parts.flatMap(({ papers }) => papers.map(({ makeRecord }) => makeRecord()));
  const words = Buffer.from(JSON.stringify(buildVocabulary(records).known));
  const files = new Map([...(await index(records)), [WORDS, words]]);
  const list = [...files].map(([path, bytes]) => ({ path, hash: hashOf(bytes), key, name: path }));
  return [list, files];
}
