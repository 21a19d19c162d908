import { hash } from 'node:crypto';
import type { Component } from '../body/tree.ts';
import type { Article, Edition } from '../digest/edition.ts';

/**
 * What of an edition an output can read, each with an id. `paper/titans` is a whole paper, `paper/titans#title` its
 * title, `paper/titans#facts.words,title` that and one of the facts of its body, `papers` the order of all.
 */
export type Cell = string;

/** Things that have an id of their own, by the word that their cells begin with. */
export const KINDS = {
  paper: { list: 'papers', map: 'paperBySlug', idOf: 'slug' },
  issue: { list: 'issues', map: 'issueById', idOf: 'id' },
  person: { list: 'people', map: 'personById', idOf: 'id' },
  tag: { list: 'tags', map: 'tagById', idOf: 'id' },
  category: { list: 'categories', map: 'categoryById', idOf: 'id' },
} as const;

export type Kind = keyof typeof KINDS;

/** What is read of one thing as one cell: an output reads a dozen of its properties, and many outputs the same dozen. */
export function combine(reads: Iterable<Cell>): Cell[] {
  const things = new Map<string, string[]>();
  const combined: Cell[] = [];
  for (const cell of reads) {
    const mark = markOf(cell);
    if (mark < 0) {
      combined.push(cell);
      continue;
    }
    const thing = cell.slice(0, mark);
    const paths = things.get(thing);
    if (paths) paths.push(cell.slice(mark + 1));
    else things.set(thing, [cell.slice(mark + 1)]);
  }
  for (const [thing, paths] of things) combined.push(`${thing}#${paths.sort().join(',')}`);
  return combined;
}

/** The cell of the whole thing of which this one is a part: `paper/titans` of `paper/titans#title`. */
export function wholeOf(cell: Cell): Cell | undefined {
  const mark = markOf(cell);
  return mark < 0 ? undefined : cell.slice(0, mark);
}

function markOf(cell: Cell): number {
  const kind = cell.slice(0, cell.indexOf('/'));
  return kind in KINDS || kind === 'about' ? cell.indexOf('#') : -1;
}

/** What stands for a cell that is not there. */
const NOTHING = '-';

/** The state of every cell of an edition: another value has another hash. Of what outputs share the ledger knows it. */
export class Cells {
  readonly #edition: Edition;
  readonly #known = new Map<Cell, string>();

  constructor(edition: Edition) {
    this.#edition = edition;
  }

  hashOf(cell: Cell): string {
    let known = this.#known.get(cell);
    if (known === undefined) this.#known.set(cell, (known = this.#hash(cell)));
    return known;
  }

  #hash(cell: Cell): string {
    const edition = this.#edition;
    const slash = cell.indexOf('/');
    if (slash < 0) return hashValue(this.#readList(cell));
    const kind = cell.slice(0, slash);
    const rest = cell.slice(slash + 1);
    switch (kind) {
      case 'address':
        return edition.digest.paperByAddress.get(rest) ?? NOTHING;
      case 'pictures':
        return edition.pictures.has(rest) ? rest : NOTHING;
      case 'data':
        return edition.data.has(rest) ? rest : NOTHING;
      case 'recorded': {
        const [of, address = ''] = rest.split(' ');
        const { recorded } = edition;
        return hashValue(of === 'files' ? recorded.filesOf(address) : recorded.within(address));
      }
      case 'tree':
        return edition.treeKeyOf(fileOnly(rest)) ?? NOTHING;
      case 'picture': {
        const [file, src] = JSON.parse(rest) as [string, string];
        return hashPictures(edition.pictureOf(fileOnly(file), src));
      }
      case 'plot': {
        const [file, attributes] = JSON.parse(rest) as [string, Component['attributes']];
        return hashPictures(edition.plotOf(fileOnly(file), attributes));
      }
      case 'smaller':
        return hashPictures(this.#smallerOf(rest));
      default:
        return this.#hashThing(kind as Kind | 'about', rest);
    }
  }

  #readList(cell: Cell): unknown {
    const { digest, pictures, data } = this.#edition;
    if (cell === 'pictures') return [...pictures.keys()];
    if (cell === 'data') return [...data.keys()];
    if (cell === 'known') return this.#edition.known();
    if (cell === 'addresses') return [...digest.paperByAddress];
    const kind = Object.values(KINDS).find(({ list }) => list === cell);
    if (kind === undefined) throw new Error(`There is no cell ${cell}.`);
    return digest[kind.list].map(
      (thing) => (thing as unknown as Record<string, unknown>)[kind.idOf],
    );
  }

  #hashThing(kind: Kind | 'about', rest: string): string {
    const { digest } = this.#edition;
    const [id, paths] = rest.split('#') as [string, string?];
    const thing: object | undefined =
      kind === 'about' ? digest.about : digest[KINDS[kind].map].get(id);
    if (thing === undefined) return NOTHING;
    if (paths === undefined) return hashValue(thing);
    const hashes = paths.split(',').map((path) => hashValue(valueAt(thing, path)));
    return hashes.length === 1 ? (hashes[0] ?? NOTHING) : hashValue(hashes);
  }

  #smallerOf(name: string): unknown {
    const picture = this.#edition.pictures.get(name);
    return picture && this.#edition.smallerOf(picture);
  }
}

/** What stands at `facts.words` of a thing; at a question mark, whether what is before it is there. */
function valueAt(thing: object, path: string): unknown {
  let value: unknown = thing;
  for (const key of path.split('.')) {
    if (key === '?') return value === undefined ? undefined : 'is there';
    value = (value as Record<string, unknown> | undefined)?.[key];
  }
  return value;
}

/** An edition asks for the tree or a picture of an entry by the entry's file alone. */
function fileOnly(file: string): Article {
  return { file } as Article;
}

function hashValue(value: unknown): string {
  return value === undefined ? NOTHING : hashJson(JSON.stringify(value));
}

/** Of something with pictures in it; to look for them takes five times as long as to hash what has none. */
function hashPictures(value: unknown): string {
  if (value === undefined) return NOTHING;
  return hashJson(JSON.stringify(value, (_, part: unknown) => withoutBytes(part)));
}

function hashJson(json: string): string {
  return json.length <= 20 ? json : hashText(json);
}

/** Pictures are named by what they hold, so their bytes are left out, and not even read from the disk. */
function withoutBytes(part: unknown): unknown {
  if (typeof part !== 'object' || part === null || !('bytes' in part)) return part;
  const keys = Object.keys(part).filter((key) => key !== 'bytes');
  return Object.fromEntries(keys.map((key) => [key, (part as Record<string, unknown>)[key]]));
}

/** Short enough to keep hundreds of thousands, long enough that nobody finds two texts with one. */
export function hashText(text: string): string {
  return hash('sha256', text, 'base64url').slice(0, 22);
}
