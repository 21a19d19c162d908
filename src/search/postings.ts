import { CborReader, CborWriter } from './cbor.ts';
import { compareText } from './code-points.ts';

/**
 * In which papers the words of an index stand (https://nlp.stanford.edu/IR-book/html/htmledition/postings-file-merge-1.html):
 * each word, by code points, and after it its variants.
 */
export type Postings = {
  /** A word, or a word and a variant of it with `BETWEEN` between them. */
  terms: readonly string[];
  /**
   * Of each term how many papers have it, the numbers of the first and the last, its size as Pagefind counts it, papers
   * and places, and where its places end.
   */
  numbers: Uint32Array;
  /**
   * Of each term its papers as Pagefind writes them: lists of the distance from the paper before, the places in the
   * text, and those in fields. Of the first paper, whose number depends on what stands before it, only the places.
   */
  places: Buffer;
};

/** Stands in no word, and before all that does. */
export const BETWEEN = '\0';

/** Which of the numbers of a term is which, and how many it has. */
export const [PAPERS, FIRST, LAST, SIZE, END] = [0, 1, 2, 3, 4];
export const NUMBERS = 5;

/** Reads files of words: lists of `[word, papers, [variant, papers][]]`. */
export function readPostings(files: readonly Buffer[]): Postings {
  const found: [term: string, places: Places][] = [];
  for (const file of files) {
    const reader = new CborReader(file);
    expectLength(reader, 1);
    for (let left = reader.list(); left > 0; left -= 1) {
      expectLength(reader, 3);
      const word = reader.text();
      if (word.includes(BETWEEN)) throw new Error('A word has a character that none can have.');
      found.push([word, readPlaces(reader)]);
      for (let others = reader.list(); others > 0; others -= 1) {
        expectLength(reader, 2);
        found.push([`${word}${BETWEEN}${reader.text()}`, readPlaces(reader)]);
      }
    }
  }
  return collect(found.sort(([a], [b]) => compareText(a, b)));
}

/** Those of the papers with the numbers from `from` to the one before `to`, as an index of these would have them. */
export function takePostings(
  { terms, numbers, places }: Postings,
  from: number,
  to: number,
): Postings {
  const found: [term: string, places: Places][] = [];
  const reader = new CborReader(places);
  const dropBare = () => {
    if (found.at(-1)?.[1].papers === 0) found.pop();
  };
  for (const [at, term] of terms.entries()) {
    const own = at * NUMBERS;
    const isWord = !term.includes(BETWEEN);
    // A word without papers stands for its variants.
    if (isWord) dropBare();
    const taken = takePlaces(reader, numbers.subarray(own, own + NUMBERS), from, to);
    if (isWord || taken.papers > 0) found.push([term, taken]);
  }
  dropBare();
  return collect(found);
}

/** Of one term. */
function takePlaces(reader: CborReader, numbers: Uint32Array, from: number, to: number): Places {
  const taken = { papers: 0, first: 0, last: 0, size: 0, bytes: reader.bytes, from: 0, to: 0 };
  let paper = numbers[FIRST]!;
  for (let index = 0; index < numbers[PAPERS]!; index += 1) {
    if (index > 0) {
      expectLength(reader, 3);
      paper += reader.uint();
    }
    const start = reader.at;
    const size = 1 + reader.skipNumbers() + reader.skipNumbers();
    if (paper < from || paper >= to) continue;
    if (taken.papers === 0) Object.assign(taken, { first: paper - from, from: start });
    taken.papers += 1;
    taken.last = paper - from;
    taken.size += size;
    taken.to = reader.at;
  }
  return taken;
}

function collect(found: readonly [term: string, places: Places][]): Postings {
  const writer = new CborWriter();
  const numbers = new Uint32Array(found.length * NUMBERS);
  for (const [at, [, { papers, first, last, size, bytes, from, to }]] of found.entries()) {
    writer.copy(bytes, from, to);
    numbers.set([papers, first, last, size, writer.length], at * NUMBERS);
  }
  return { terms: found.map(([term]) => term), numbers, places: writer.take() };
}

type Places = {
  papers: number;
  first: number;
  last: number;
  size: number;
  bytes: Buffer;
  from: number;
  to: number;
};

function readPlaces(reader: CborReader): Places {
  const papers = reader.list();
  let [first, last, size, from] = [0, 0, papers, reader.at];
  for (let index = 0; index < papers; index += 1) {
    expectLength(reader, 3);
    last += reader.uint();
    if (index === 0) [first, from] = [last, reader.at];
    size += reader.skipNumbers() + reader.skipNumbers();
  }
  return { papers, first, last, size, bytes: reader.bytes, from, to: reader.at };
}

function expectLength(reader: CborReader, length: number): void {
  if (reader.list() !== length) throw new Error('The index of Pagefind has another form.');
}
