import { CborReader, type CborWriter } from './cbor.ts';

/** The papers in which a word stands, as they are written in several indexes. */
type Places = {
  /** In which bytes, from where and to where, and how far its first paper is from the last one before it. */
  parts: { bytes: Buffer; from: number; to: number; gap: number }[];
  papers: number;
  /** Number of the last paper. */
  last: number;
};
type Word = Places & { variants: Map<string, Places>; size: number };

/** What one file of words may hold, as Pagefind counts it: papers, places and variants. */
const MOST = 20_000;

/** The words of several indexes with their places, which are copied as they are written. */
export class MergedWords {
  readonly #words = new Map<string, Word>();

  /**
   * Adds one file of words: a list of `[word, papers, [variant, papers][]]`, in which a paper is
   * `[distance from the one before, places in the text, places in fields]`.
   *
   * @param before how many papers the indexes before it have
   */
  add(file: Buffer, before: number): void {
    const reader = new CborReader(file);
    expectLength(reader, 1);
    for (let left = reader.list(); left > 0; left -= 1) {
      expectLength(reader, 3);
      const text = reader.text();
      let word = this.#words.get(text);
      if (!word) this.#words.set(text, (word = { ...nowhere(), variants: new Map(), size: 0 }));
      word.size += addPlaces(word, reader, before);
      for (let others = reader.list(); others > 0; others -= 1) {
        expectLength(reader, 2);
        const variant = reader.text();
        let places = word.variants.get(variant);
        if (!places) {
          word.variants.set(variant, (places = nowhere()));
          word.size += 1;
        }
        word.size += addPlaces(places, reader, before);
      }
    }
  }

  /**
   * Writes all of it into files.
   *
   * @param add puts a file down, and tells its name
   * @returns the first and the last word of each file, as far as they are needed to tell it from the next one
   */
  write(writer: CborWriter, add: (bytes: Buffer) => string): [string, string, string][] {
    const files: { words: [string, Word][]; size: number }[] = [];
    for (const entry of [...this.#words].sort(([a], [b]) => compareText(a, b))) {
      let file = files.at(-1);
      if (!file || file.size >= MOST) files.push((file = { words: [], size: 0 }));
      file.words.push(entry);
      file.size += entry[1].size;
    }
    const chunks = files.map(({ words }): [string, string, string] => {
      writer.list(1);
      writer.list(words.length);
      for (const [text, word] of words) writeWord(writer, text, word);
      return [words[0]?.[0] ?? '', words.at(-1)?.[0] ?? '', add(writer.take())];
    });
    for (const [at, next] of chunks.slice(1).entries()) {
      const chunk = chunks[at]!;
      [chunk[1], next[0]] = tellApart(chunk[1], next[0]);
    }
    return chunks;
  }
}

function nowhere(): Places {
  return { parts: [], papers: 0, last: 0 };
}

/** Returns how much was added, as Pagefind counts it. */
function addPlaces(places: Places, reader: CborReader, before: number): number {
  const papers = reader.list();
  if (papers === 0) return 0;
  let size = papers;
  let paper = before;
  let from = 0;
  let gap = 0;
  for (let index = 0; index < papers; index += 1) {
    expectLength(reader, 3);
    paper += reader.uint();
    if (index === 0) [from, gap] = [reader.at, paper - places.last];
    size += reader.skipNumbers() + reader.skipNumbers();
  }
  places.parts.push({ bytes: reader.bytes, from, to: reader.at, gap });
  places.papers += papers;
  places.last = paper;
  return size;
}

function writeWord(writer: CborWriter, text: string, word: Word): void {
  writer.list(3);
  writer.value(text);
  writePlaces(writer, word);
  writer.list(word.variants.size);
  for (const [variant, places] of [...word.variants].sort(([a], [b]) => compareText(a, b))) {
    writer.list(2);
    writer.value(variant);
    writePlaces(writer, places);
  }
}

function writePlaces(writer: CborWriter, { parts, papers }: Places): void {
  writer.list(papers);
  for (const { bytes, from, to, gap } of parts) {
    // The head of the first paper of a part; the others have theirs.
    writer.list(3);
    writer.uint(gap);
    writer.copy(bytes, from, to);
  }
}

function expectLength(reader: CborReader, length: number): void {
  if (reader.list() !== length) throw new Error('The index of Pagefind has another form.');
}

/** Order by code points, as a browser looks words up. */
export function compareText(a: string, b: string): number {
  const isPlain = !SURROGATE.test(a) && !SURROGATE.test(b);
  if (isPlain) return a < b ? -1 : a > b ? 1 : 0;
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

const SURROGATE = /[\ud800-\udfff]/;

/** Both up to the first letter in which they differ. */
function tellApart(a: string, b: string): [string, string] {
  const [first, second] = [Array.from(a), Array.from(b)];
  let shared = 0;
  while (shared < first.length && first[shared] === second[shared]) shared += 1;
  const cut = (letters: string[]) => letters.slice(0, shared + 1).join('');
  return [cut(first), cut(second)];
}
