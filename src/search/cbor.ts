/**
 * As much of CBOR (RFC 8949) as Pagefind's index has: whole numbers, texts and lists of a known length.
 * Anything else is a fault.
 */
export type Cbor = number | string | Cbor[];

const UINT = 0;
const NEGATIVE = 1;
const TEXT = 3;
const LIST = 4;

/** Reads items one after another, without making values of what is only passed by. */
export class CborReader {
  readonly bytes: Buffer;
  at = 0;

  constructor(bytes: Buffer) {
    this.bytes = bytes;
  }

  /** The length of a list, whose items follow. */
  list(): number {
    return this.#expect(LIST);
  }

  uint(): number {
    return this.#expect(UINT);
  }

  text(): string {
    const length = this.#expect(TEXT);
    return this.bytes.toString('utf8', this.at, (this.at += length));
  }

  /** Passes a list of numbers by, and tells its length. */
  skipNumbers(): number {
    const length = this.list();
    const { bytes } = this;
    let { at } = this;
    for (let left = length; left > 0; left -= 1) {
      const first = bytes[at] ?? 0;
      if (first >> 5 > NEGATIVE)
        throw new Error(`There is type ${first >> 5} instead of a number.`);
      const short = first & 0x1f;
      at += short < 24 ? 1 : 1 + lengthAfter(short);
    }
    this.at = at;
    return length;
  }

  value(): Cbor {
    const first = this.bytes[this.at] ?? 0;
    switch (first >> 5) {
      case TEXT:
        return this.text();
      case LIST:
        return Array.from({ length: this.list() }, () => this.value());
      case NEGATIVE:
        return -1 - this.#expect(NEGATIVE);
      default:
        return this.uint();
    }
  }

  #expect(type: number): number {
    const first = this.bytes[this.at++] ?? 0;
    if (first >> 5 !== type) throw new Error(`There is type ${first >> 5} instead of ${type}.`);
    return this.#argument(first);
  }

  #argument(first: number): number {
    const short = first & 0x1f;
    if (short < 24) return short;
    const length = lengthAfter(short);
    const value = this.bytes.readUIntBE(this.at, length);
    this.at += length;
    return value;
  }
}

/** How many bytes have a number, by what stands in the byte before them. */
function lengthAfter(short: number): number {
  if (short > 26) throw new Error('A number has more than four bytes, or a list no length.');
  return 1 << (short - 24);
}

/** Writes each number in as few bytes as it takes, as Pagefind does. */
export class CborWriter {
  #bytes = Buffer.allocUnsafe(1 << 16);
  #length = 0;

  /** Of what was written since `take`. */
  get length(): number {
    return this.#length;
  }

  list(length: number): void {
    this.#head(LIST, length);
  }

  uint(value: number): void {
    this.#head(UINT, value);
  }

  value(value: Cbor): void {
    if (typeof value === 'number') {
      if (value < 0) this.#head(NEGATIVE, -1 - value);
      else this.uint(value);
    } else if (typeof value === 'string') {
      const bytes = Buffer.from(value);
      this.#head(TEXT, bytes.length);
      this.copy(bytes, 0, bytes.length);
    } else {
      this.list(value.length);
      for (const item of value) this.value(item);
    }
  }

  /** Items that are written already. */
  copy(bytes: Buffer, from: number, to: number): void {
    this.#reserve(to - from);
    this.#length += bytes.copy(this.#bytes, this.#length, from, to);
  }

  /** All that was written; the next is written anew. */
  take(): Buffer {
    const taken = Buffer.from(this.#bytes.subarray(0, this.#length));
    this.#length = 0;
    return taken;
  }

  #head(type: number, value: number): void {
    this.#reserve(5);
    const [short, length] =
      value < 24 ? [value, 0] : value < 2 ** 8 ? [24, 1] : value < 2 ** 16 ? [25, 2] : [26, 4];
    this.#bytes[this.#length++] = (type << 5) | short;
    if (length > 0) this.#length = this.#bytes.writeUIntBE(value, this.#length, length);
  }

  #reserve(more: number): void {
    if (this.#length + more <= this.#bytes.length) return;
    const larger = Buffer.allocUnsafe(2 * (this.#length + more));
    this.#bytes.copy(larger, 0, 0, this.#length);
    this.#bytes = larger;
  }
}
