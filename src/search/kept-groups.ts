import { makeParts, readPart, type Indexing, type Part } from './kept-parts.ts';
import { Spoilt, type Packs } from './packs.ts';
import { fileOf } from './pagefind-format.ts';
import { mergeSegments, packSegment, unpackSegment, type Segment } from './segments.ts';
import { mergeVocabularies, type Vocabulary } from './vocabulary.ts';

/** Parts that are joined before all groups are. */
export type Group = { key: string; parts: readonly Part[] };
export type IndexedGroup = { segment: Segment; vocabulary: Vocabulary };

/** So many parts are joined anew when a paper of one has changed. */
const MOST = 16;

/** @param parts newest first; they are counted from the oldest on, so that what is full hardly changes again */
export function groupParts(packs: Packs, parts: readonly Part[]): Group[] {
  const groups: Group[] = [];
  for (let to = parts.length; to > 0; to -= MOST) {
    const own = parts.slice(Math.max(0, to - MOST), to);
    groups.unshift({ parts: own, key: packs.key('group', ...own.map(({ key }) => key)) });
  }
  return groups;
}

/**
 * Groups in their order; what is not kept is made and kept. `undefined` where Pagefind writes a form that is not known.
 */
export async function loadGroups(
  packs: Packs,
  groups: readonly Group[],
  index: Indexing,
): Promise<IndexedGroup[] | undefined> {
  const kept = groups.map(({ key }) => packs.read(key));
  const stale = groups.filter((_, at) => !kept[at]).flatMap(({ parts }) => parts);
  if (!(await makeParts(packs, stale, index))) return undefined;
  return groups.map((group, at) => {
    const files = kept[at];
    return files ? unpackGroup(files) : joinParts(packs, group);
  });
}

function joinParts(packs: Packs, { key, parts }: Group): IndexedGroup {
  const indexed = parts.map((part) => {
    const own = readPart(packs, part.key);
    if (!own) throw new Spoilt(part.key);
    return own;
  });
  const segment = mergeSegments(indexed.map((part) => part.segment));
  const vocabulary = mergeVocabularies(indexed.flatMap(({ vocabularies }) => vocabularies));
  const words = Buffer.from(JSON.stringify(vocabulary));
  packs.write(key, new Map([...packSegment(segment), [VOCABULARY, words]]));
  return { segment, vocabulary };
}

function unpackGroup(files: ReadonlyMap<string, Uint8Array>): IndexedGroup {
  const words = Buffer.from(fileOf(files, VOCABULARY)).toString();
  return { segment: unpackSegment(files), vocabulary: JSON.parse(words) as Vocabulary };
}

const VOCABULARY = 'vocabulary';
