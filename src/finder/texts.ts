import { BETWEEN_AUTHORS, splitValue, type FilterName } from '../search/filters.ts';
import { mendWord } from './slips.ts';
import { listWords, readWords, standsIn } from './query.ts';
import { readState, type State } from './state.ts';

/** Pagefind in a browser, as far as it is asked: https://pagefind.app/docs/api/ */
type Pagefind = {
  options(options: object): Promise<void>;
  filters(): Promise<Counts>;
  search(
    term: string | null,
    options: { filters: Record<string, string[]>; sort: Record<string, 'desc'> },
  ): Promise<{ results: { data(): Promise<Fragment> }[]; filters: Counts }>;
};
type Counts = Partial<Record<string, Record<string, number>>>;
type Fragment = {
  url: string;
  /** With `<mark>` around what was found, and no other markup. */
  excerpt: string;
  content: string;
  meta: Partial<Record<string, string>>;
  sub_results: { title: string; url: string; anchor?: unknown }[];
};

export type FoundPaper = {
  /** Where it is not the slug in its address. */
  id?: string | undefined;
  href: string;
  title: string;
  authors: string[];
  issue: string;
  /** Parts of an excerpt in turn: beside what was found, found, beside. */
  excerpt: string[];
  /** The sections that it was found in. */
  sections: { href: string; title: string }[];
};

export type Facet = { id: string; label: string; count: number };

export type FoundTexts = {
  count: number;
  /** What was searched, a word each. */
  words: string[];
  /** Some of the papers, from the first on. */
  load(from: number, to: number): Promise<FoundPaper[]>;
  facets: Record<FilterName, Facet[]>;
  /** What was searched instead, where a word stands nowhere and is near to one that does. */
  instead?: string;
  /** Words that stand nowhere, and are near to none that does. */
  without: string[];
};

type Answer = FoundTexts & { fragments(from: number, to: number): Promise<Fragment[]> };

/** How much a field says of what a paper is about, beside its texts. */
const WEIGHTS = { title: 5, authors: 4, tags: 2, aliases: 1, issue: 0.5 };
/** How many of the best papers must lack a word until it is taken for a slip. */
const BEST = 3;

const NOT_NARROWED = readState('');

/** The search of the digest's texts. Its index is loaded at the first question. */
export class Texts {
  readonly #index: string;
  readonly #words: string;
  #opened: Promise<{ pagefind: Pagefind; all: Counts }> | undefined;
  #vocabulary: Promise<string[]> | undefined;

  /** @param index address of the folder of Pagefind; `words` that of the vocabulary */
  constructor(index: string, words: string) {
    this.#index = index;
    this.#words = words;
  }

  /** Throws where the index cannot be loaded. */
  open(): Promise<{ pagefind: Pagefind; all: Counts }> {
    // The next question may have more luck.
    return (this.#opened ??= this.#open().catch((error: unknown) => {
      this.#opened = undefined;
      throw error;
    }));
  }

  async #open() {
    const pagefind = (await import(/* @vite-ignore */ `${this.#index}pagefind.js`)) as Pagefind;
    await pagefind.options({
      baseUrl: '/',
      excerptLength: 34,
      excerptEllipsis: '…',
      ranking: { metaWeights: WEIGHTS },
    });
    return { pagefind, all: await pagefind.filters() };
  }

  async search(state: State): Promise<FoundTexts> {
    const asked = readWords(state.q);
    if (asked === '' && state.q.trim() !== '') return nothing([]);
    const first = await this.#ask(asked, state);
    const unknown = await this.#findUnknown(asked, first);
    if (unknown.length === 0) return first;

    const vocabulary = await this.#loadVocabulary();
    const meant = new Map(unknown.map((word) => [word, mendWord(word, vocabulary)]));
    const without = unknown.filter((word) => meant.get(word) === undefined);
    const again = splitQuery(asked).map((word) => (meant.has(word) ? meant.get(word) : word));
    const instead = again.filter((word) => word !== undefined).join(' ');
    if (instead === '') return nothing(without);
    const found = await this.#ask(instead, state);
    const isMended = without.length < unknown.length;
    return { ...found, without, ...(isMended && { instead }) };
  }

  async #ask(words: string, { filters, sort }: State): Promise<Answer> {
    const { pagefind, all } = await this.open();
    const chosen = Object.entries(filters)
      .filter(([, ids]) => ids.length > 0)
      .map(([name, ids]): [string, string[]] => {
        const values = Object.keys(all[name] ?? {});
        return [name, ids.map((id) => values.find((one) => splitValue(one).id === id) ?? id)];
      });
    const answer = await pagefind.search(words === '' ? null : words, {
      filters: Object.fromEntries(chosen),
      sort: sort === '' && words !== '' ? {} : { date: 'desc' },
    });
    const list = (name: FilterName) => listFacets(answer.filters[name] ?? {}, filters[name]);
    const fragments = (from: number, to: number) =>
      Promise.all(answer.results.slice(from, to).map((result) => result.data()));
    return {
      count: answer.results.length,
      words: splitQuery(words),
      load: async (from, to) => (await fragments(from, to)).map(readFragment),
      fragments,
      facets: {
        tag: list('tag'),
        category: list('category'),
        month: list('month').sort((a, b) => (a.id < b.id ? 1 : -1)),
        person: list('person'),
      },
      without: [],
    };
  }

  /** Words that stand in none of the best papers for them, which then are no answer. */
  async #findUnknown(asked: string, answer: Answer): Promise<string[]> {
    const words = splitQuery(asked);
    if (answer.count === 0 && words.length > 1) {
      // Each stands somewhere, or which does not is asked for by itself.
      const alone = words.map(async (word) =>
        this.#findUnknown(word, await this.#ask(word, NOT_NARROWED)),
      );
      return (await Promise.all(alone)).flat();
    }
    const best = await answer.fragments(0, BEST);
    const known = best.map(({ meta, content }) =>
      listWords([...Object.values(meta), content].join(' ')),
    );
    return words.filter((word) => !known.some((own) => standsIn(word, own)));
  }

  #loadVocabulary(): Promise<string[]> {
    return (this.#vocabulary ??= fetch(this.#words)
      .then((answer) => (answer.ok ? (answer.json() as Promise<string[]>) : []))
      .catch(() => {
        this.#vocabulary = undefined;
        return [];
      }));
  }
}

function splitQuery(words: string): string[] {
  return words
    .replaceAll('"', '')
    .split(' ')
    .filter((word) => word !== '');
}

function nothing(without: string[]): FoundTexts {
  const facets = { tag: [], category: [], month: [], person: [] };
  return { count: 0, words: [], load: () => Promise.resolve([]), facets, without };
}

/** What there is of a filter among what was found, the most frequent first; what is chosen is always there. */
function listFacets(counts: Record<string, number>, chosen: readonly string[]): Facet[] {
  return Object.entries(counts)
    .map(([value, count]) => ({ ...splitValue(value), count }))
    .filter(({ id, count }) => count > 0 || chosen.includes(id))
    .sort((a, b) => b.count - a.count || (a.label < b.label ? -1 : 1));
}

function readFragment({ url, excerpt, meta, sub_results }: Fragment): FoundPaper {
  return {
    id: meta['id'] === '' ? undefined : meta['id'],
    href: url,
    title: meta['title'] ?? '',
    authors: (meta['authors'] ?? '').split(BETWEEN_AUTHORS),
    issue: meta['issue'] ?? '',
    excerpt: excerpt.split(/<\/?mark>/).map(unescape),
    sections: sub_results
      .filter(({ anchor }) => anchor !== undefined)
      .map((section) => ({ href: section.url, title: section.title })),
  };
}

/** What Pagefind escapes, and no more, since the rest is text. */
function unescape(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>');
}
