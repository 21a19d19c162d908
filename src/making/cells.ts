import { hash } from 'node:crypto';
import type { Component } from '../body/tree.ts';
import type { Article, Edition } from '../digest/edition.ts';

/**
 * What of an edition an output can read, each with an id. `paper/titans` is a whole paper, `paper/titans#title` its
 * title, `paper/titans#facts.words` one of the facts of its body, `papers` the order of all.
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
        return hashValue(edition.pictureOf(fileOnly(file), src));
      }
      case 'plot': {
        const [file, attributes] = JSON.parse(rest) as [string, Component['attributes']];
        return hashValue(edition.plotOf(fileOnly(file), attributes));
      }
      case 'smaller':
        return hashValue(this.#smallerOf(rest));
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
    const [id, path] = rest.split('#') as [string, string?];
    const thing: object | undefined =
      kind === 'about' ? digest.about : digest[KINDS[kind].map].get(id);
    if (thing === undefined) return NOTHING;
    if (path === undefined) return hashValue(thing);
    let value: unknown = thing;
    for (const key of path.split('.')) {
      if (key === '?') return value === undefined ? NOTHING : 'is there';
      value = (value as Record<string, unknown> | undefined)?.[key];
    }
    return hashValue(value);
  }

  #smallerOf(name: string): unknown {
    const picture = this.#edition.pictures.get(name);
    return picture && this.#edition.smallerOf(picture);
  }
}

/** An edition asks for the tree or a picture of an entry by the entry's file alone. */
function fileOnly(file: string): Article {
  return { file } as Article;
}

/** Pictures are named by what they hold, so their bytes are left out. */
function hashValue(value: unknown): string {
  if (value === undefined) return NOTHING;
  const json = JSON.stringify(value, (key, part: unknown) => (key === 'bytes' ? undefined : part));
  return json.length <= 20 ? json : hashText(json);
}

/** Short enough to keep hundreds of thousands, long enough that nobody finds two texts with one. */
export function hashText(text: string): string {
  return hash('sha256', text, 'base64url').slice(0, 22);
}
