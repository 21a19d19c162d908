import { hashOf } from '../cache.ts';
import { compareText } from './code-points.ts';
import { JoinedPostings } from './joined-postings.ts';
import {
  decode,
  decompress,
  fileOf,
  pathOf,
  readEntry,
  VERSION,
  type Entry,
  type Filter,
  type IndexFiles,
  type Meta,
} from './pagefind-format.ts';
import { readPostings, takePostings, type Postings } from './postings.ts';

/**
 * The index of some papers, by numbers in their order: what Pagefind has made of them, or of several segments what it
 * would have made of their papers at once. Their texts, as results show them, lie elsewhere.
 */
export type Segment = {
  /** As Pagefind calls it, `en`. */
  language: string;
  entry: Entry;
  /** Which words of a paper are in which field. */
  fields: string[];
  papers: Meta[1];
  /** Hashes of their texts. */
  hashes: string[];
  filters: Filter[];
  postings: Postings;
};

/** Whether an index is of the form that is known here. */
export function canRead(files: IndexFiles): boolean {
  const { version, languages } = readEntry(files);
  return version === VERSION && Object.keys(languages).length === 1;
}

/** Reads an index as Pagefind makes it. */
export function readSegment(files: IndexFiles): Segment {
  const entry = readEntry(files);
  const [[language, { hash }] = ['', { hash: '' }]] = Object.entries(entry.languages);
  const meta = decode(decompress(files, pathOf.meta(hash))) as Meta;
  const [, papers, chunks, filters, , fields] = meta;
  return {
    language,
    entry,
    fields,
    papers,
    hashes: papers.map(([name]) => hashOf(fileOf(files, pathOf.fragment(name)))),
    filters: filters.map(([, name]) => decode(decompress(files, pathOf.filter(name))) as Filter),
    postings: readPostings(chunks.map(([, , name]) => decompress(files, pathOf.chunk(name)))),
  };
}

/** Segments as one, in their order. Their postings are joined and not copied. */
export type Joined = Omit<Segment, 'postings'> & { postings: JoinedPostings };

export function joinSegments(segments: readonly Segment[]): Joined {
  const [first] = segments;
  if (!first) throw new Error('There is no index.');
  const { language, entry, fields } = first;
  // Words know their fields by number.
  if (segments.some((segment) => String(segment.fields) !== String(fields)))
    throw new Error('Two indexes have other fields.');
  let papers = 0;
  const placed = segments.map((segment) => {
    const before = papers;
    papers += segment.papers.length;
    return { ...segment, before };
  });
  return {
    language,
    entry,
    fields,
    papers: segments.flatMap((segment) => segment.papers),
    hashes: segments.flatMap(({ hashes }) => hashes),
    filters: joinFilters(placed),
    postings: new JoinedPostings(placed),
  };
}

/** Segments as one with bytes of its own. */
export function mergeSegments(segments: readonly Segment[]): Segment {
  const [first] = segments;
  if (first && segments.length === 1) return first;
  const { postings, ...facts } = joinSegments(segments);
  return { ...facts, postings: postings.toPostings() };
}

/** The segment of the papers with the numbers from `from` to the one before `to`. */
export function takeSegment(segment: Segment, from: number, to: number): Segment {
  const { papers, hashes, filters, postings } = segment;
  if (from === 0 && to === papers.length) return segment;
  return {
    ...segment,
    papers: papers.slice(from, to),
    hashes: hashes.slice(from, to),
    filters: filters.flatMap(([filter, values]): Filter[] => {
      const taken = values.flatMap(([value, numbers]): Filter[1] => {
        const own = numbers.filter((paper) => paper >= from && paper < to);
        return own.length > 0 ? [[value, own.map((paper) => paper - from)]] : [];
      });
      return taken.length > 0 ? [[filter, taken]] : [];
    }),
    postings: takePostings(postings, from, to),
  };
}

function joinFilters(parts: readonly { filters: readonly Filter[]; before: number }[]): Filter[] {
  const all = new Map<string, Map<string, number[]>>();
  for (const { filters, before } of parts) {
    for (const [filter, values] of filters) {
      const known = all.get(filter) ?? new Map<string, number[]>();
      all.set(filter, known);
      for (const [value, papers] of values) {
        const numbers = known.get(value) ?? [];
        known.set(value, numbers);
        for (const paper of papers) numbers.push(before + paper);
      }
    }
  }
  return inOrder(all).map(([filter, values]) => [filter, inOrder(values)]);
}

function inOrder<Value>(map: ReadonlyMap<string, Value>): [string, Value][] {
  return [...map].sort(([a], [b]) => compareText(a, b));
}

/** A segment as files, without names of its own. */
export function packSegment({ postings, ...facts }: Segment): Map<string, Uint8Array> {
  const { terms, numbers, places } = postings;
  return new Map([
    ['facts', Buffer.from(JSON.stringify({ ...facts, terms }))],
    ['numbers', Buffer.from(numbers.buffer, numbers.byteOffset, numbers.byteLength)],
    ['places', places],
  ]);
}

export function unpackSegment(files: IndexFiles): Segment {
  const { terms, ...facts } = JSON.parse(Buffer.from(fileOf(files, 'facts')).toString()) as Omit<
    Segment,
    'postings'
  > &
    Pick<Postings, 'terms'>;
  // Copied, since they begin at any byte.
  const numbers = new Uint32Array(Uint8Array.from(fileOf(files, 'numbers')).buffer);
  const { buffer, byteOffset, byteLength } = fileOf(files, 'places');
  const places = Buffer.from(buffer, byteOffset, byteLength);
  return { ...facts, postings: { terms, numbers, places } };
}
