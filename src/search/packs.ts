import { crc32 } from 'node:zlib';
import { Cache } from '../cache.ts';

/** Something that was kept is not there any more, or a disk has spoilt it. */
export class Spoilt extends Error {}

/** Files that are kept together under one key, by their names; what a disk has spoilt is known for it. */
export class Packs {
  readonly #cache: Cache;
  #last: { key: string; files: ReadonlyMap<string, Uint8Array> } | undefined;

  /** As of `Cache`. */
  constructor(folder: string, rules: string) {
    this.#cache = new Cache(folder, rules);
  }

  key(...inputs: string[]): string {
    return this.#cache.key(...inputs);
  }

  has(key: string): boolean {
    return this.#cache.sizeOf(key) !== undefined;
  }

  read(key: string): Map<string, Uint8Array> | undefined {
    const bytes = this.#cache.readBytes(key);
    return bytes && unpack(bytes);
  }

  /** @throws Spoilt */
  readAll(key: string): Map<string, Uint8Array> {
    const files = this.read(key);
    if (!files) throw new Spoilt(`${key} is not kept any more.`);
    return files;
  }

  /** @throws Spoilt */
  readFile(key: string, name: string): Uint8Array {
    // Who asks for one file of a pack asks for the next one then.
    if (this.#last?.key !== key) this.#last = { key, files: this.readAll(key) };
    const bytes = this.#last.files.get(name);
    if (!bytes) throw new Error(`${key} has no ${name}.`);
    return bytes;
  }

  write(key: string, files: ReadonlyMap<string, Uint8Array>): void {
    this.#last = undefined;
    this.#cache.writeBytes(key, pack(files));
  }

  /** Takes out all that is kept under other keys. */
  keepOnly(keys: ReadonlySet<string>): void {
    this.#cache.keepOnly(keys);
  }
}

/** A checksum of the rest; a line of JSON with names and lengths; the bytes of all. */
function pack(files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const list = [...files].map(([name, { length }]) => [name, length]);
  const sum = Buffer.alloc(SUM);
  const bytes = Buffer.concat([sum, Buffer.from(`${JSON.stringify(list)}\n`), ...files.values()]);
  bytes.writeUInt32BE(crc32(bytes.subarray(SUM)));
  return bytes;
}

const SUM = 4;

function unpack(bytes: Uint8Array): Map<string, Uint8Array> | undefined {
  const packed = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (packed.length < SUM || packed.readUInt32BE() !== crc32(packed.subarray(SUM)))
    return undefined;
  const end = packed.indexOf('\n', SUM) + 1;
  const list = JSON.parse(packed.toString('utf8', SUM, end)) as [string, number][];
  let at = end;
  return new Map(list.map(([name, length]) => [name, packed.subarray(at, (at += length))]));
}
