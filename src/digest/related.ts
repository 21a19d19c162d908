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

/** Where in the list of all papers those stand that have a thing. */
type Index = Record<Kind, ReadonlyMap<string, readonly number[]>>;

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
  const index = buildIndex(papers);
  const positions = new Map(papers.map(({ slug }, at) => [slug, at]));
  const scale = new Scale(papers.length);
  return papers.map((paper) => {
    const join = (slugs: readonly string[]): Related[] =>
      slugs.flatMap((slug) => {
        const other = papers[positions.get(slug) ?? -1];
        return other ? [{ slug, reasons: findReasons(paper, other, index, papers.length) }] : [];
      });
    const mentions = mentionedBy.get(paper.slug) ?? [];
    const known = new Set([paper.slug, ...mentions, ...paper.covers, paper.summarisedIn]);
    const best: Weighed[] = [];
    scale.weigh(paper, index, positions, (score, at) => {
      const last = best[MOST - 1];
      if (score < ENOUGH || (last && score < last.score)) return;
      const other = papers[at];
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

/** Weighs one paper after the other against all that share something with it. */
class Scale {
  /** Of the paper that is weighed, by the position of the other. */
  readonly #sums: Record<Kind | 'links', Float64Array>;

  constructor(size: number) {
    const zeros = () => new Float64Array(size);
    this.#sums = { links: zeros(), citations: zeros(), authors: zeros(), tags: zeros() };
  }

  /** Tells what each paper weighs that shares something with this one, itself among them, in any order. */
  weigh(
    paper: LonePaper,
    index: Index,
    positions: ReadonlyMap<string, number>,
    tell: (score: number, at: number) => void,
  ): void {
    const { links, citations, authors, tags } = this.#sums;
    const touched = new Set<number>();
    const add = (sums: Float64Array, at: number, weight: number) => {
      sums[at] = (sums[at] ?? 0) + weight;
      touched.add(at);
    };
    for (const slug of paper.citations) {
      const at = positions.get(slug);
      if (at !== undefined) add(links, at, CITATION);
    }
    for (const kind of kinds) {
      for (const key of keysOf(paper, kind)) {
        const sharing = index[kind].get(key) ?? [];
        if (sharing.length > COMMONEST) continue;
        const weight = WEIGHTS[kind] * rarity(sharing.length, positions.size);
        for (const at of sharing) add(this.#sums[kind], at, weight);
      }
    }
    for (const at of touched) {
      const own = Math.min(authors[at] ?? 0, MOST_AUTHORS);
      tell((links[at] ?? 0) + (citations[at] ?? 0) + own + (tags[at] ?? 0), at);
      links[at] = citations[at] = authors[at] = tags[at] = 0;
    }
  }
}

function buildIndex(papers: readonly LonePaper[]): Index {
  const positions = papers.map((_, at) => at);
  const by = (kind: Kind) =>
    collect(positions, (at) => {
      const paper = papers[at];
      return paper ? keysOf(paper, kind) : [];
    });
  return { citations: by('citations'), authors: by('authors'), tags: by('tags') };
}

function keysOf(paper: LonePaper, kind: Kind): readonly string[] {
  if (kind !== 'authors') return paper[kind];
  return [...new Set(paper.authors.map(({ person }) => person))];
}

/** 1 of a thing that one of all papers has, ½ of one that √n have, 0 of one that all have. */
function rarity(having: number, all: number): number {
  // Sums of the same weights in another order would differ in their last digits.
  return all < 2 ? 0 : Math.round((1 - Math.log(having) / Math.log(all)) * 4096) / 4096;
}

/** All that joins a paper to another. @param all how many papers there are */
function findReasons(paper: LonePaper, other: LonePaper, index: Index, all: number): Reason[] {
  // What most papers have is said of none.
  const mostUses = Math.min(COMMONEST, all / 2);
  const shared = (kind: Kind) => {
    const uses = (key: string) => index[kind].get(key)?.length ?? 0;
    const theirs = new Set(keysOf(other, kind));
    return keysOf(paper, kind)
      .filter((key) => theirs.has(key) && uses(key) <= mostUses)
      .sort((a, b) => uses(a) - uses(b) || compareCodes(a, b));
  };
  const papers = shared('citations');
  const people = shared('authors');
  const tags = shared('tags');
  return [
    ...(paper.citations.includes(other.slug) ? [{ kind: 'cites' as const }] : []),
    ...(papers.length > 0 ? [{ kind: 'both-cite' as const, papers }] : []),
    ...(people.length > 0 ? [{ kind: 'authors' as const, people }] : []),
    ...(tags.length > 0 ? [{ kind: 'tags' as const, tags }] : []),
  ];
}
