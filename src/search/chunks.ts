import { CborWriter } from './cbor.ts';
import type { JoinedPostings } from './joined-postings.ts';
import { BETWEEN } from './postings.ts';

/** Some words in a row, which a browser loads together. */
export type Chunk = {
  /** The first and the last word, as far as they are needed to tell them from the chunks beside. */
  from: string;
  to: string;
  bytes: Buffer;
};

/** Places of terms, from the first to the one before the last. */
type Words = { from: number; to: number };

/** What one file of words may hold, as Pagefind counts it: papers, places and variants. */
const MOST = 20_000;

/** Cuts words into chunks as Pagefind does, and writes each when it is asked for. */
export function* writeChunks(postings: JoinedPostings): Generator<Chunk> {
  const { terms } = postings;
  const chunks = cutWords(postings);
  const writer = new CborWriter();
  let from = wordOf(terms[0]);
  for (const [at, words] of chunks.entries()) {
    let to = wordOf(terms[words.to - 1]);
    let next = wordOf(terms[words.to]);
    if (at < chunks.length - 1) [to, next] = tellApart(to, next);
    yield { from, to, bytes: writeWords(writer, words, postings) };
    from = next;
  }
}

function cutWords(postings: JoinedPostings): Words[] {
  const chunks: Words[] = [];
  let size = MOST;
  for (const [at, term] of postings.terms.entries()) {
    const isWord = !term.includes(BETWEEN);
    if (isWord && size >= MOST) {
      chunks.push({ from: at, to: at });
      size = 0;
    }
    size += postings.sizeOf(at) + (isWord ? 0 : 1);
    chunks.at(-1)!.to = at + 1;
  }
  return chunks;
}

function writeWords(writer: CborWriter, { from, to }: Words, postings: JoinedPostings): Buffer {
  const { terms } = postings;
  const words: { at: number; end: number }[] = [];
  for (let at = from; at < to; at += 1) {
    if (!terms[at]!.includes(BETWEEN)) words.push({ at, end: at + 1 });
    else words.at(-1)!.end = at + 1;
  }
  const writePapers = (at: number) => {
    writer.list(postings.papersOf(at));
    postings.writePlaces(writer, at, true);
  };
  writer.list(1);
  writer.list(words.length);
  for (const { at, end } of words) {
    writer.list(3);
    writer.value(terms[at]!);
    writePapers(at);
    writer.list(end - at - 1);
    for (let variant = at + 1; variant < end; variant += 1) {
      writer.list(2);
      writer.value(terms[variant]!.slice(terms[at]!.length + BETWEEN.length));
      writePapers(variant);
    }
  }
  return writer.take();
}

function wordOf(term = ''): string {
  return term.split(BETWEEN, 1)[0] ?? '';
}

/** Both up to the first letter in which they differ. */
function tellApart(a: string, b: string): [string, string] {
  const [first, second] = [Array.from(a), Array.from(b)];
  let shared = 0;
  while (shared < first.length && first[shared] === second[shared]) shared += 1;
  const cut = (letters: string[]) => letters.slice(0, shared + 1).join('');
  return [cut(first), cut(second)];
}
