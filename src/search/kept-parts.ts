import { eachOf } from './each-of.ts';
import type { Packs } from './packs.ts';
import { fileOf, isOfPapers, pathOf, type IndexFiles } from './pagefind-format.ts';
import type { SearchRecord } from './records.ts';
import {
  canRead,
  mergeSegments,
  packSegment,
  readSegment,
  takeSegment,
  unpackSegment,
  type Segment,
} from './segments.ts';
import { buildVocabulary, type Vocabulary } from './vocabulary.ts';

/** Papers whose index is kept together. */
export type Part = {
  /** Stands for the records of all. */
  key: string;
  papers: readonly {
    /** Stands for its record. */
    key: string;
    makeRecord: () => SearchRecord;
  }[];
};

/** Makes an index with Pagefind. */
export type Indexing = (records: readonly SearchRecord[]) => Promise<IndexFiles>;

/** What is kept of a part: besides its segment, of each paper its text and its own words. */
export type IndexedPart = {
  segment: Segment;
  texts: readonly Uint8Array[];
  vocabularies: readonly Vocabulary[];
};

/**
 * Makes and keeps the parts that are not kept. What the last index has known of their papers is taken from there; the
 * other papers are indexed.
 *
 * @returns whether what Pagefind writes could be read
 */
export async function makeParts(
  packs: Packs,
  parts: readonly Part[],
  index: Indexing,
): Promise<boolean> {
  const stale = parts.filter(({ key }) => !packs.read(key));
  const known = stale.length > 0 ? readKnown(packs) : new Map<string, Place>();
  let canBeRead = true;
  // While Pagefind indexes one part, the records of another are made.
  await eachOf(2, stale, async (part) => {
    if (canBeRead) canBeRead = await makePart(packs, part, known, index);
  });
  return canBeRead;
}

export function readPart(packs: Packs, key: string): IndexedPart | undefined {
  const files = packs.read(key);
  if (!files) return undefined;
  const segment = unpackSegment(files);
  const vocabularies = Buffer.from(fileOf(files, VOCABULARIES)).toString();
  return {
    segment,
    texts: segment.papers.map((_, at) => fileOf(files, textName(at))),
    vocabularies: JSON.parse(vocabularies) as Vocabulary[],
  };
}

const VOCABULARIES = 'vocabularies';

/** Name of the text of a paper, by its number in its part. */
export function textName(number: number): string {
  return `text ${number}`;
}

/** Where the programs are kept that search an index: they are the same for any. */
export function programKey(packs: Packs): string {
  return packs.key('program');
}

/** Where it is kept which papers the parts have. */
export function knownKey(packs: Packs): string {
  return packs.key('known');
}

/** Keeps for the next index which papers are in these parts. */
export function keepKnown(packs: Packs, parts: readonly Part[]): void {
  const list = parts.map(({ key, papers }) => [key, papers.map((paper) => paper.key)]);
  packs.write(knownKey(packs), new Map([['list', Buffer.from(JSON.stringify(list))]]));
}

/** Number of a paper in a part. */
type Place = { part: string; number: number };

/** By the keys of papers. */
function readKnown(packs: Packs): Map<string, Place> {
  const list = packs.read(knownKey(packs))?.get('list');
  const parts = JSON.parse(list ? Buffer.from(list).toString() : '[]') as [string, string[]][];
  return new Map(
    parts.flatMap(([part, papers]) =>
      papers.map((paper, number): [string, Place] => [paper, { part, number }]),
    ),
  );
}

/** Some papers in a row in what is kept or was made. */
type Run = { of: IndexedPart; from: number; to: number };

async function makePart(
  packs: Packs,
  { key, papers }: Part,
  known: ReadonlyMap<string, Place>,
  index: Indexing,
): Promise<boolean> {
  const sources = new Map<string, IndexedPart | undefined>();
  const places = papers.map((paper) => {
    const place = known.get(paper.key);
    if (!place) return undefined;
    const { part, number } = place;
    if (!sources.has(part)) sources.set(part, readPart(packs, part));
    const of = sources.get(part);
    return of && { of, number };
  });
  const records = papers.flatMap(({ makeRecord }, at) => (places[at] ? [] : [makeRecord()]));
  const isKnown = papers.length > 0 && records.length === 0;
  const fresh = isKnown ? undefined : await indexRecords(packs, records, index);
  if (!isKnown && !fresh) return false;
  const runs: Run[] = [];
  let indexed = 0;
  for (const place of places) {
    const { of, number } = place ?? { of: fresh!, number: indexed++ };
    const last = runs.at(-1);
    if (last?.of === of && last.to === number) last.to += 1;
    else runs.push({ of, from: number, to: number + 1 });
  }
  const segment = mergeSegments(runs.map(({ of, from, to }) => takeSegment(of.segment, from, to)));
  const texts = runs.flatMap(({ of, from, to }) => of.texts.slice(from, to));
  const vocabularies = runs.flatMap(({ of, from, to }) => of.vocabularies.slice(from, to));
  packs.write(
    key,
    new Map([
      ...packSegment(segment),
      [VOCABULARIES, Buffer.from(JSON.stringify(vocabularies))],
      ...texts.map((text, at) => [textName(at), text] as const),
    ]),
  );
  return true;
}

/** `undefined` where it cannot be read. */
async function indexRecords(
  packs: Packs,
  records: readonly SearchRecord[],
  index: Indexing,
): Promise<IndexedPart | undefined> {
  const files = await index(records);
  if (!canRead(files)) return undefined;
  const key = programKey(packs);
  if (!packs.has(key)) packs.write(key, new Map([...files].filter(([file]) => !isOfPapers(file))));
  const segment = readSegment(files);
  if (segment.papers.length !== records.length) throw new Error('Pagefind has left a paper out.');
  return {
    segment,
    texts: segment.papers.map(([name]) => fileOf(files, pathOf.fragment(name))),
    vocabularies: records.map((record) => buildVocabulary([record])),
  };
}
