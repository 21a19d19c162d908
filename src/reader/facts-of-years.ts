/** The facts of a list's papers: those of its newest years, and of the years before once they are asked for. */
import type { FactsFile, PaperFacts } from './facts.ts';

/** What the address calls every year that there is. */
export const ALL = 'all';

export class FactsOfYears {
  /** Of what was read, newest first. */
  papers: PaperFacts[] = [];
  tags: FactsFile['tags'] = {};
  categories: FactsFile['categories'] = {};
  /** The first year of those that are read at once; undefined where these are all. */
  readonly since: string | undefined;
  readonly #first: string[];
  /** Addresses that are not read yet. */
  readonly #waiting: Set<string>;
  readonly #isOf: (paper: PaperFacts) => boolean;

  /** @param dataset what the page says: addresses of facts, newest first, and of those before */
  constructor({ facts, earlier }: DOMStringMap, isOf: (paper: PaperFacts) => boolean) {
    this.#first = split(facts);
    this.#isOf = isOf;
    const before = split(earlier);
    this.#waiting = new Set([...this.#first, ...before]);
    this.since = before.length > 0 ? yearOf(this.#first.at(-1) ?? '') : undefined;
  }

  /** Years that are not read yet. */
  get waiting(): string[] {
    return [...this.#waiting].map(yearOf);
  }

  has(year: string): boolean {
    return this.#addressesOf(year).length === 0;
  }

  /** Throws where one cannot be read; then none of them counts. */
  async readFirst(): Promise<true> {
    return await this.#read(this.#first);
  }

  /** @param year one, or `ALL` */
  async read(year: string): Promise<true> {
    return await this.#read(this.#addressesOf(year));
  }

  #addressesOf(year: string): string[] {
    return [...this.#waiting].filter((one) => year === ALL || yearOf(one) === year);
  }

  async #read(addresses: readonly string[]): Promise<true> {
    const files = await Promise.all(addresses.map(readFacts));
    for (const [index, { papers, tags, categories }] of files.entries()) {
      // Somebody may have asked for it twice while it was on its way.
      if (!this.#waiting.delete(addresses[index] ?? '')) continue;
      this.papers.push(...papers.filter(this.#isOf));
      Object.assign(this.tags, tags);
      Object.assign(this.categories, categories);
    }
    this.papers.sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0));
    return true;
  }
}

/** Whether a paper is of a list, as the page calls it: `all`, `tag memory`, `category cs-lg`, `person ada-quill`. */
export function buildScope(of: string): (paper: PaperFacts) => boolean {
  const [kind, id = ''] = of.split(' ');
  return ({ tags, categories, authorIds = [] }) => {
    if (kind === 'tag') return tags.includes(id);
    if (kind === 'category') return categories.includes(id);
    return kind === 'person' ? authorIds.includes(id) : true;
  };
}

function split(addresses = ''): string[] {
  return addresses.split(' ').filter((one) => one !== '');
}

function yearOf(address: string): string {
  return /(\d{4})\.json$/.exec(address)?.[1] ?? '';
}

async function readFacts(address: string): Promise<FactsFile> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return (await answer.json()) as FactsFile;
}
