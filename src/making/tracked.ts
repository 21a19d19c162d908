import type { Edition, Share } from '../digest/edition.ts';
import type { Digest } from '../digest/model.ts';
import { KINDS, type Cell, type Kind } from './cells.ts';

/** Called with each cell when it is read. */
export type OnRead = (cell: Cell) => void;

/**
 * The same edition, which tells what is read of it. Each caller has one of its own, with things of its own: what is
 * remembered for one digest is not found again by another output, which would then not know what it depends on.
 */
export function trackReads(edition: Edition, onRead: OnRead, share: Share): Edition {
  return {
    digest: trackDigest(edition.digest, onRead),
    routes: edition.routes,
    treeOf(entry) {
      onRead(`tree/${entry.file}`);
      return edition.treeOf(entry);
    },
    treeKeyOf(entry) {
      onRead(`tree/${entry.file}`);
      return edition.treeKeyOf(entry);
    },
    pictureOf(entry, src) {
      onRead(`picture/${JSON.stringify([entry.file, src])}`);
      return edition.pictureOf(entry, src);
    },
    smallerOf(picture) {
      onRead(`smaller/${picture.name}`);
      return edition.smallerOf(picture);
    },
    plotOf(entry, attributes) {
      onRead(`plot/${JSON.stringify([entry.file, attributes])}`);
      return edition.plotOf(entry, attributes);
    },
    pictures: new TrackedMap(edition.pictures, 'pictures', 'pictures', onRead),
    data: new TrackedMap(edition.data, 'data', 'data', onRead),
    recorded: {
      filesOf(address) {
        onRead(`recorded/files ${address}`);
        return edition.recorded.filesOf(address);
      },
      within(folder) {
        onRead(`recorded/within ${folder}`);
        return edition.recorded.within(folder);
      },
    },
    known() {
      onRead('known');
      return edition.known();
    },
    share,
  };
}

function trackDigest(digest: Digest, onRead: OnRead): Digest {
  const tracked: Partial<Digest> = {};
  // Things are tracked when they are first asked for: most outputs ask for a few of thousands.
  const lazily = <Key extends keyof Digest>(key: Key, make: () => Digest[Key]) => {
    let made: Digest[Key] | undefined;
    Object.defineProperty(tracked, key, { enumerable: true, get: () => (made ??= make()) });
  };
  const of = (kind: Kind) => {
    const things = new Map<string, object>();
    const { list, map, idOf } = KINDS[kind];
    const track = (thing: object, id: string): object => {
      const known = things.get(id) ?? trackThing(thing, `${kind}/${id}`, onRead, { id: idOf });
      things.set(id, known);
      return known;
    };
    const all = () =>
      digest[list].map((thing) =>
        track(thing, (thing as unknown as Record<string, string>)[idOf] ?? ''),
      );
    const wrap = (thing: object, id: string) => track(thing, id) as never;
    const byId = new TrackedMap<object>(digest[map], kind, list, onRead, wrap);
    Object.defineProperty(tracked, list, { enumerable: true, get: readAll(list, all, onRead) });
    lazily(map, () => byId as never);
  };
  for (const kind of Object.keys(KINDS) as Kind[]) of(kind);
  lazily('site', () => digest.site);
  const readAbout = () => {
    onRead('about/#?');
    return digest.about && trackThing(digest.about, 'about/', onRead);
  };
  Object.defineProperty(tracked, 'about', { enumerable: true, get: readAbout });
  lazily(
    'paperByAddress',
    () => new TrackedMap(digest.paperByAddress, 'address', 'addresses', onRead),
  );
  return tracked as Digest;
}

function readAll<T>(list: Cell, make: () => T, onRead: OnRead): () => T {
  let made: T | undefined;
  return () => {
    onRead(list);
    return (made ??= make());
  };
}

/**
 * What a thing holds is given out as it is: plain data, frozen.
 *
 * @param options.id the key of its id, which its cell's name tells already
 * @param options.mark what stands between the cell's name and a key
 */
function trackThing<T extends object>(
  thing: T,
  cell: Cell,
  onRead: OnRead,
  { id, mark = '#' }: { id?: string; mark?: '#' | '.' } = {},
): T {
  const read = (key: string | symbol): unknown => {
    if (typeof key === 'symbol') return Reflect.get(thing, key);
    const value: unknown = Reflect.get(thing, key);
    // Words and lengths of a text are on every list, the rest of its facts on few pages.
    if (key === 'facts' && typeof value === 'object' && value !== null) {
      onRead(`${cell}#facts.?`);
      return (facts ??= trackThing(value, `${cell}#facts`, onRead, { mark: '.' }));
    }
    if (key !== id) onRead(`${cell}${mark}${key}`);
    return value;
  };
  let facts: object | undefined;
  // A target of its own, since a proxy may not show another value than a frozen one has.
  return new Proxy({} as T, {
    get: (_, key) => read(key),
    has(_, key) {
      read(key);
      return Reflect.has(thing, key);
    },
    ownKeys() {
      onRead(cell);
      return Reflect.ownKeys(thing);
    },
    getOwnPropertyDescriptor(_, key) {
      const value = read(key);
      if (!Object.hasOwn(thing, key)) return undefined;
      return { value, enumerable: true, configurable: true, writable: false };
    },
    // Frozen, as the thing itself is.
    defineProperty: () => false,
    deleteProperty: () => false,
  });
}

/** A map that tells which of its keys are asked for, and when all are. */
class TrackedMap<Value> implements ReadonlyMap<string, Value> {
  readonly #map: ReadonlyMap<string, Value>;
  readonly #one: string;
  readonly #all: Cell;
  readonly #onRead: OnRead;
  readonly #wrap: (value: Value, key: string) => Value;

  constructor(
    map: ReadonlyMap<string, Value>,
    one: string,
    all: Cell,
    onRead: OnRead,
    wrap: (value: Value, key: string) => Value = (value) => value,
  ) {
    this.#map = map;
    this.#one = one;
    this.#all = all;
    this.#onRead = onRead;
    this.#wrap = wrap;
  }

  get(key: string): Value | undefined {
    const has = this.has(key);
    return has ? this.#wrap(this.#map.get(key) as Value, key) : undefined;
  }

  has(key: string): boolean {
    // Of a thing, that it is there; of a value by its name or address, which it is.
    this.#onRead(this.#one in KINDS ? `${this.#one}/${key}#?` : `${this.#one}/${key}`);
    return this.#map.has(key);
  }

  get size(): number {
    this.#onRead(this.#all);
    return this.#map.size;
  }

  *entries(): MapIterator<[string, Value]> {
    this.#onRead(this.#all);
    for (const [key, value] of this.#map) yield [key, this.#wrap(value, key)];
  }

  *keys(): MapIterator<string> {
    for (const [key] of this.entries()) yield key;
  }

  *values(): MapIterator<Value> {
    for (const [, value] of this.entries()) yield value;
  }

  forEach(call: (value: Value, key: string, map: ReadonlyMap<string, Value>) => void): void {
    for (const [key, value] of this.entries()) call(value, key, this);
  }

  [Symbol.iterator](): MapIterator<[string, Value]> {
    return this.entries();
  }
}
