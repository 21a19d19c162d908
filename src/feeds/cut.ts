import { escapeXml } from '../body/rendering/xml.ts';
import { compareCodes } from '../digest/people.ts';
import type { FeedItem } from './feed.ts';

/** What a document holds at most: entries, and bytes as RSS has them, which escapes all markup. Readers refuse much more. */
export const DOCUMENT = { items: 50, bytes: 960_000 };

/** A part of the archive is half of that, so that what no part holds yet leaves half of a document free. */
const PART = { items: DOCUMENT.items / 2, bytes: DOCUMENT.bytes / 2 };

/** Sizes count in steps, so that a sentence more in an old summary moves nothing from one part to the next. */
const STEP = 4_000;

export type Cut = {
  /** What readers follow, by the day of its last change, newest first. */
  newest: FeedItem[];
  /** The archive, oldest part first, each with its newest entry first; empty where `newest` holds all. */
  parts: FeedItem[][];
};

/**
 * Cuts a feed into documents. Parts are cut from the oldest entry on, by the day of the summary, which no correction
 * moves, and only full ones are made: a part never gains or loses an entry because a new one is published. What no
 * part holds yet is in `newest` for certain; the room that is left there goes to what was published or corrected
 * last, wherever it stands in the archive, because readers do not read a part again (RFC 5005 §4.1). So an entry can
 * stand in both, the same in each.
 */
export function cutFeed(items: readonly FeedItem[]): Cut {
  const newest = takeNewest([], items);
  if (newest.length === items.length) return { newest, parts: [] };
  const { parts, rest } = cutParts(items);
  return { newest: takeNewest(rest, items), parts };
}

/** The newest of a feed without an archive. */
export function takeNewest(certain: readonly FeedItem[], items: readonly FeedItem[]): FeedItem[] {
  const taken = new Set(certain);
  let bytes = certain.reduce((total, item) => total + weigh(item), 0);
  for (const item of items.toSorted(byUpdated)) {
    if (taken.has(item)) continue;
    bytes += weigh(item);
    if (taken.size >= DOCUMENT.items || bytes > DOCUMENT.bytes) break;
    taken.add(item);
  }
  return [...taken].sort(byUpdated);
}

function cutParts(items: readonly FeedItem[]): { parts: FeedItem[][]; rest: FeedItem[] } {
  const parts: FeedItem[][] = [];
  let rest: FeedItem[] = [];
  let bytes = 0;
  for (const item of items.toSorted(byPublished)) {
    if (rest.length === PART.items || bytes + weigh(item) > PART.bytes) {
      parts.push(rest.reverse());
      rest = [];
      bytes = 0;
    }
    rest.push(item);
    bytes += weigh(item);
  }
  return { parts, rest };
}

const weights = new WeakMap<FeedItem, number>();

/** Bytes of an entry in RSS, rounded up; its facts take less than a step. */
function weigh(item: FeedItem): number {
  const known = weights.get(item);
  if (known !== undefined) return known;
  const bytes = Buffer.byteLength(escapeXml(item.html + item.summary));
  const weight = Math.ceil(bytes / STEP + 1) * STEP;
  weights.set(item, weight);
  return weight;
}

/** Oldest first. */
function byPublished(a: FeedItem, b: FeedItem): number {
  return compareCodes(a.published, b.published) || compareCodes(a.id, b.id);
}

/** Newest first. */
function byUpdated(a: FeedItem, b: FeedItem): number {
  return (
    compareCodes(b.updated, a.updated) ||
    compareCodes(b.published, a.published) ||
    compareCodes(a.id, b.id)
  );
}
