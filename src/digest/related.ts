import { collect } from './collections.ts';
import type { Digest, Paper } from './model.ts';
import { compareCodes } from './people.ts';

/** What joins a paper to another, by slugs and ids, in each what fewest papers have first. */
export type Reason =
  /** Its summary links to the other paper. */
  | { kind: 'cites' }
  | { kind: 'both-cite'; papers: string[] }
  | { kind: 'authors'; people: string[] }
  | { kind: 'tags'; tags: string[] };

export type Related = { slug: string; reasons: Reason[] };

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

type Index = Record<Kind, ReadonlyMap<string, readonly Paper[]>>;

// Of each digest once, whatever number of its papers is asked for.
const indexes = new WeakMap<Digest, Index>();

/**
 * The papers that a reader of this one may want next, with why, the strongest first; those that mention it are left
 * out, since its page lists them all. A paper is compared only with those that share something with it.
 */
export function findRelated(digest: Digest, paper: Paper): Related[] {
  const index = indexOf(digest);
  const scores = new Map<Paper, number>();
  const add = (other: Paper, weight: number) =>
    scores.set(other, (scores.get(other) ?? 0) + weight);
  for (const slug of paper.citations) {
    const cited = digest.paperBySlug.get(slug);
    if (cited) add(cited, CITATION);
  }
  for (const kind of kinds) {
    const own = new Map<Paper, number>();
    for (const key of keysOf(paper, kind)) {
      const sharing = index[kind].get(key) ?? [];
      if (sharing.length > COMMONEST) continue;
      const weight = WEIGHTS[kind] * rarity(sharing.length, digest.papers.length);
      for (const other of sharing) own.set(other, (own.get(other) ?? 0) + weight);
    }
    for (const [other, sum] of own)
      add(other, kind === 'authors' ? Math.min(sum, MOST_AUTHORS) : sum);
  }
  const known = new Set([paper.slug, ...paper.mentionedBy, ...paper.covers]);
  return [...scores]
    .filter(
      ([other, score]) =>
        score >= ENOUGH &&
        !known.has(other.slug) &&
        other.slug !== paper.summarisedIn &&
        other.withdrawn === undefined,
    )
    .sort(
      ([a, scoreOfA], [b, scoreOfB]) =>
        scoreOfB - scoreOfA || compareCodes(b.day, a.day) || compareCodes(a.slug, b.slug),
    )
    .slice(0, MOST)
    .map(([other]) => ({ slug: other.slug, reasons: findReasons(digest, paper, other) }));
}

function indexOf(digest: Digest): Index {
  const known = indexes.get(digest);
  if (known) return known;
  const by = (kind: Kind) => collect(digest.papers, (paper) => keysOf(paper, kind));
  const index = { citations: by('citations'), authors: by('authors'), tags: by('tags') };
  indexes.set(digest, index);
  return index;
}

function keysOf(paper: Paper, kind: Kind): readonly string[] {
  if (kind !== 'authors') return paper[kind];
  return [...new Set(paper.authors.map(({ person }) => person))];
}

/** 1 of a thing that one of all papers has, ½ of one that √n have, 0 of one that all have. */
function rarity(having: number, all: number): number {
  // Sums of the same weights in another order would differ in their last digits.
  return all < 2 ? 0 : Math.round((1 - Math.log(having) / Math.log(all)) * 4096) / 4096;
}

/** All that joins a paper to another; nothing where nothing does. */
export function findReasons(digest: Digest, paper: Paper, other: Paper): Reason[] {
  const index = indexOf(digest);
  // What most papers have is said of none.
  const mostUses = Math.min(COMMONEST, digest.papers.length / 2);
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
