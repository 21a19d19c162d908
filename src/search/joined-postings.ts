import { CborWriter } from './cbor.ts';
import { compareText } from './code-points.ts';
import { END, FIRST, LAST, NUMBERS, PAPERS, SIZE, type Postings } from './postings.ts';

/**
 * The postings of several indexes, as if all of their papers were in one; the bytes are theirs still. A term is asked for
 * by its place in `terms`.
 */
export class JoinedPostings {
  readonly terms: readonly string[];
  readonly #parts: readonly { postings: Postings; before: number }[];
  /** Where each term stands: the number of an index and that of the term in it, by turns. */
  readonly #entries: Uint32Array;
  /** Where the entries of each term begin, and the last ones end. */
  readonly #starts: Uint32Array;

  /** @param parts in the order of their papers, each with how many papers stand before it */
  constructor(parts: readonly { postings: Postings; before: number }[]) {
    this.#parts = parts;
    const counts = new Map<string, number>();
    for (const { postings } of parts)
      for (const term of postings.terms) counts.set(term, (counts.get(term) ?? 0) + 1);
    const terms = [...counts.keys()].sort(compareText);
    this.terms = terms;
    this.#starts = new Uint32Array(terms.length + 1);
    for (const [at, term] of terms.entries())
      this.#starts[at + 1] = this.#starts[at]! + 2 * counts.get(term)!;
    this.#entries = new Uint32Array(this.#starts[terms.length]!);
    const ends = this.#starts.slice();
    for (const [part, { postings }] of parts.entries()) {
      // Both are in one order.
      let at = 0;
      for (const [own, term] of postings.terms.entries()) {
        while (terms[at] !== term) at += 1;
        this.#entries.set([part, own], ends[at]);
        ends[at]! += 2;
      }
    }
  }

  papersOf(term: number): number {
    return this.#sum(term, PAPERS);
  }

  sizeOf(term: number): number {
    return this.#sum(term, SIZE);
  }

  /**
   * Writes the papers of a term one after another.
   *
   * @param fromFirst whether with the number of the first one
   * @returns the numbers of the first and the last
   */
  writePlaces(writer: CborWriter, term: number, fromFirst: boolean): [number, number] {
    let [first, last] = [-1, 0];
    for (let entry = this.#starts[term]!; entry < this.#starts[term + 1]!; entry += 2) {
      const { postings, before } = this.#parts[this.#entries[entry]!]!;
      const { numbers, places } = postings;
      const own = this.#entries[entry + 1]! * NUMBERS;
      if (numbers[own + PAPERS] === 0) continue;
      const paper = before + numbers[own + FIRST]!;
      if (first >= 0 || fromFirst) {
        writer.list(3);
        writer.uint(paper - last);
      }
      writer.copy(places, own === 0 ? 0 : numbers[own - NUMBERS + END]!, numbers[own + END]!);
      if (first < 0) first = paper;
      last = before + numbers[own + LAST]!;
    }
    return [Math.max(first, 0), last];
  }

  /** The same with bytes of its own. */
  toPostings(): Postings {
    const { terms } = this;
    const writer = new CborWriter();
    const numbers = new Uint32Array(terms.length * NUMBERS);
    for (const term of terms.keys()) {
      const [first, last] = this.writePlaces(writer, term, false);
      const own = [this.papersOf(term), first, last, this.sizeOf(term), writer.length];
      numbers.set(own, term * NUMBERS);
    }
    return { terms, numbers, places: writer.take() };
  }

  #sum(term: number, which: number): number {
    let sum = 0;
    for (let entry = this.#starts[term]!; entry < this.#starts[term + 1]!; entry += 2) {
      const { numbers } = this.#parts[this.#entries[entry]!]!.postings;
      sum += numbers[this.#entries[entry + 1]! * NUMBERS + which]!;
    }
    return sum;
  }
}
