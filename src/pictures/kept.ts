import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { Cache, hashOf } from '../cache.ts';
import { HASH_LENGTH, hashIn } from './name.ts';
import type { Encoded } from './raster.ts';

/** Files that no published picture is made of which stay, besides three for each file of those. */
const SPARE = 500;

/** Where the bytes of an encoded picture lie, and how many they are. */
export type KeptFile = { name: string; size: number };
/** An encoded picture whose bytes are kept. */
export type KeptPicture = Encoded & { file: KeptFile };

type Facts = Omit<Encoded, 'bytes'> & { file: string; size: number };

/** What encodes: when another part of the program changes, no picture is encoded again. */
const ENCODERS = ['raster.ts', 'smaller.ts', 'portable.ts', 'fonts.conf'].map(
  (name) => `src/pictures/${name}`,
);

/**
 * Encoded pictures, kept between runs under what they were made from and what makes them, so that
 * a second run encodes nothing. Their bytes are read when somebody asks for them.
 */
export class KeptPictures {
  readonly #folder: string;
  #opened: Promise<Cache> | undefined;

  /** @param folder can be deleted at any time when nothing runs */
  constructor(folder: string) {
    this.#folder = folder;
  }

  /** @param source what it is made from; `what` tells apart what is made from the same bytes */
  async keep(
    what: string,
    source: Uint8Array,
    make: () => Promise<readonly Encoded[]>,
  ): Promise<KeptPicture[]> {
    const cache = await this.#open();
    const name = `${cache.key(what, hashOf(source))}.json`;
    const known = readFacts(cache, name);
    if (known) return known.map((facts) => open(cache, facts));
    const made = (await make()).map(({ bytes, ...facts }): Facts => {
      const file = `${hashOf(bytes)}.${facts.format}`;
      cache.writeBytes(file, bytes);
      return { ...facts, file, size: bytes.length };
    });
    // Last, so that a list in the cache always has its files there.
    cache.write(name, made);
    return made.map((facts) => open(cache, facts));
  }

  /** Whether a file is still there, as long as it was written. */
  has(file: KeptFile): boolean {
    return statSync(this.pathOf(file), { throwIfNoEntry: false })?.size === file.size;
  }

  pathOf({ name }: KeptFile): string {
    return path.join(this.#folder, name);
  }

  /** Lets one of the pictures that are kept be found again by its published name. */
  async addName(picture: Named): Promise<void> {
    const { name } = picture;
    const cache = await this.#open();
    const entry = nameEntry(cache, name);
    // Its bytes are read only where they must be.
    if (cache.sizeOf(entry) !== undefined) return;
    cache.write(entry, `${hashOf(picture.bytes)}${path.extname(name)}`);
  }

  /** The bytes of a picture that was given a name. */
  async readNamed(name: string): Promise<Uint8Array | undefined> {
    const cache = await this.#open();
    const file = cache.read(nameEntry(cache, name));
    return typeof file === 'string' ? cache.readBytes(file) : undefined;
  }

  /**
   * Once there are far more files that no published picture is made of than there are others, takes out the oldest of
   * them, and what refers to them.
   *
   * @param published names of all pictures of the site
   */
  prune(published: Iterable<string>): void {
    const hashes = new Set([...published].map(hashIn));
    const isUsed = (file: string) => hashes.has(file.slice(0, HASH_LENGTH));
    // Before anything was encoded there is no folder.
    if (!existsSync(this.#folder)) return;
    const files = readdirSync(this.#folder);
    const unused = files.filter((file) => !isUsed(file));
    // What refers to those that are used is among them, which only reading it would tell.
    if (unused.length <= 3 * (files.length - unused.length) + SPARE) return;
    const at = (file: string) => path.join(this.#folder, file);
    const spare = unused
      .filter((file) => !(file.endsWith('.json') && listFiles(at(file)).some(isUsed)))
      .map((file) => ({ file, time: statSync(at(file), { throwIfNoEntry: false })?.mtimeMs ?? 0 }))
      .sort((a, b) => b.time - a.time || (a.file < b.file ? -1 : 1));
    const left = Math.floor((files.length - spare.length + SPARE) / 2);
    for (const { file } of spare.slice(left)) rmSync(at(file), { force: true });
  }

  #open(): Promise<Cache> {
    return (this.#opened ??= openCache(this.#folder));
  }
}

type Named = { name: string; readonly bytes: Uint8Array };

/** The files that one of the lists, or the entry of a name, refers to. */
function listFiles(entry: string): string[] {
  try {
    const value = JSON.parse(readFileSync(entry, 'utf8')) as string | Facts[];
    return typeof value === 'string' ? [value] : value.map(({ file }) => file);
  } catch {
    return [];
  }
}

function nameEntry(cache: Cache, name: string): string {
  return `${cache.key('name', name)}.json`;
}

/** What encodes takes a tenth of a second to load, so it is asked only where there is something to encode. */
async function openCache(folder: string): Promise<Cache> {
  const { default: sharp } = await import('sharp');
  const code = ENCODERS.map((file) => readFileSync(file, 'utf8'));
  return new Cache(folder, JSON.stringify([sharp.versions, ...code]));
}

function readFacts(cache: Cache, name: string): Facts[] | undefined {
  const list = cache.read(name) as Facts[] | undefined;
  return list?.every(({ file, size }) => cache.sizeOf(file) === size) ? list : undefined;
}

function open(cache: Cache, { file, size, ...facts }: Facts): KeptPicture {
  return {
    ...facts,
    file: { name: file, size },
    get bytes() {
      const bytes = cache.readBytes(file);
      if (!bytes) throw new Error(`The picture ${file} is gone from the cache; build again.`);
      return bytes;
    },
  };
}
