import { collect } from './collections.ts';
import type { Paper, Reason, Related } from './model.ts';
import { compareCodes } from './people.ts';

/** A paper before it is joined to others. */
export type LonePaper = Omit<Paper, 'mentionedBy' | 'related'>;

/** Of one paper: a handful. */
const MOST = 4;
/** What a relation must weigh: one tag that at most √n of n papers have does, or two commoner ones. */
const ENOUGH = 0.5;
/** A thing that more papers have says nothing of two of them. It also bounds the search in a large archive. */
const COMMONEST = 300;

const kinds = ['citations', 'authors', 'tags'] as const;
type Kind = (typeof kinds)[number];

/** To link to the same paper is a choice, to carry the same tag a classification. */
const WEIGHTS: Record<Kind, number> = { citations: 1.5, authors: 1, tags: 1 };
const CITATION = 1.5;
/** What all shared authors weigh at most: a large group is one tie, not a hundred. */
const MOST_AUTHORS = 1.2;

/**
 * The papers with what joins each to others: those that mention it, and those that a reader of it may want next, the
 * strongest first, without those that its page names anyway.
 *
 * @param mentionedBy the slugs of those whose summaries link to a paper, by its slug
 */
export function joinPapers(
  papers: readonly LonePaper[],
  mentionedBy: ReadonlyMap<string, readonly string[]>,
): Paper[] {
  const shelf = new Shelf(papers);
  return papers.map((paper, at) => {
    const join = (slugs: readonly string[]): Related[] =>
      slugs.flatMap((slug) => {
        const other = shelf.positions.get(slug);
        return other === undefined ? [] : [{ slug, reasons: shelf.findReasons(at, other) }];
      });
    const mentions = mentionedBy.get(paper.slug) ?? [];
    const known = new Set([paper.slug, ...mentions, ...paper.covers, paper.summarisedIn]);
    const best: Weighed[] = [];
    shelf.weigh(at, (score, position) => {
      const last = best[MOST - 1];
      if (score < ENOUGH || (last && score < last.score)) return;
      const other = papers[position];
      if (!other || other.withdrawn || known.has(other.slug)) return;
      best.push({ other, score });
      best.sort(compareWeighed).splice(MOST);
    });
    return {
      ...paper,
      mentionedBy: join(mentions),
      related: join(best.map(({ other }) => other.slug)),
    };
  });
}

type Weighed = { other: LonePaper; score: number };

/** The strongest first; of equals the newest, then by slug. */
function compareWeighed(a: Weighed, b: Weighed): number {
  return (
    b.score - a.score ||
    compareCodes(b.other.day, a.other.day) ||
    compareCodes(a.other.slug, b.other.slug)
  );
}

/** All papers by their position in the list, and what they share. */
class Shelf {
  readonly positions: ReadonlyMap<string, number>;
  /** What each paper has of a kind, and the papers that have a thing. */
  readonly #keys: Record<Kind, readonly ReadonlySet<string>[]>;
  readonly #having: Record<Kind, ReadonlyMap<string, readonly number[]>>;
  // Of the paper that is weighed: what each other weighs, by kind, and the others in the order in which they were met.
  readonly #sums: Record<Kind | 'links', Float64Array>;
  readonly #met: Int32Array;
  /** The paper for which another was met last. */
  readonly #metFor: Int32Array;

  constructor(papers: readonly LonePaper[]) {
    this.positions = new Map(papers.map(({ slug }, at) => [slug, at]));
    const all = [...papers.keys()];
    const keysOf = (kind: Kind) =>
      papers.map((paper) => {
        return new Set(
          kind === 'authors' ? paper.authors.map(({ person }) => person) : paper[kind],
        );
      });
    this.#keys = {
      citations: keysOf('citations'),
      authors: keysOf('authors'),
      tags: keysOf('tags'),
    };
    const having = (kind: Kind) => collect(all, (at) => this.#keys[kind][at] ?? []);
    this.#having = {
      citations: having('citations'),
      authors: having('authors'),
      tags: having('tags'),
    };
    const zeros = () => new Float64Array(all.length);
    this.#sums = { links: zeros(), citations: zeros(), authors: zeros(), tags: zeros() };
    this.#met = new Int32Array(all.length);
    this.#metFor = new Int32Array(all.length).fill(-1);
  }

  /** Tells what each paper weighs that shares something with one, itself among them, in any order. */
  weigh(at: number, tell: (score: number, position: number) => void): void {
    const { links, citations, authors, tags } = this.#sums;
    const met = this.#met;
    const metFor = this.#metFor;
    let count = 0;
    const add = (sums: Float64Array, position: number, weight: number) => {
      if (metFor[position] !== at) {
        metFor[position] = at;
        met[count] = position;
        count += 1;
      }
      sums[position] = (sums[position] ?? 0) + weight;
    };
    for (const slug of this.#keys.citations[at] ?? []) {
      const position = this.positions.get(slug);
      if (position !== undefined) add(links, position, CITATION);
    }
    for (const kind of kinds) {
      const sums = this.#sums[kind];
      for (const key of this.#keys[kind][at] ?? []) {
        const having = this.#having[kind].get(key) ?? [];
        if (having.length > COMMONEST) continue;
        const weight = WEIGHTS[kind] * rarity(having.length, met.length);
        for (const position of having) add(sums, position, weight);
      }
    }
    for (const position of met.subarray(0, count)) {
      const own = Math.min(authors[position] ?? 0, MOST_AUTHORS);
      tell(
        (links[position] ?? 0) + (citations[position] ?? 0) + own + (tags[position] ?? 0),
        position,
      );
      links[position] = citations[position] = authors[position] = tags[position] = 0;
    }
  }

  /** All that joins one paper to another. */
  findReasons(at: number, other: number): Reason[] {
    // What most papers have is said of none.
    const mostUses = Math.min(COMMONEST, this.#met.length / 2);
    const shared = (kind: Kind) => {
      const uses = (key: string) => this.#having[kind].get(key)?.length ?? 0;
      const theirs = this.#keys[kind][other];
      return [...(this.#keys[kind][at] ?? [])]
        .filter((key) => theirs?.has(key) && uses(key) <= mostUses)
        .sort((a, b) => uses(a) - uses(b) || compareCodes(a, b));
    };
    const papers = shared('citations');
    const people = shared('authors');
    const tags = shared('tags');
    const isCited = [...(this.#keys.citations[at] ?? [])].some((slug) => {
      return this.positions.get(slug) === other;
    });
    return [
      ...(isCited ? [{ kind: 'cites' as const }] : []),
      ...(papers.length > 0 ? [{ kind: 'both-cite' as const, papers }] : []),
      ...(people.length > 0 ? [{ kind: 'authors' as const, people }] : []),
      ...(tags.length > 0 ? [{ kind: 'tags' as const, tags }] : []),
    ];
  }
}

/** 1 of a thing that one of all papers has, ½ of one that √n have, 0 of one that all have. */
function rarity(having: number, all: number): number {
  // Sums of the same weights in another order would differ in their last digits.
  return all < 2 ? 0 : Math.round((1 - Math.log(having) / Math.log(all)) * 4096) / 4096;
}
