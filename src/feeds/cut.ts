import { escapeXml } from '../body/rendering/xml.ts';
import { compareCodes } from '../digest/people.ts';
import type { FeedItem } from './feed.ts';

/** What a document holds at most: entries, and bytes as RSS has them, which escapes all markup. Readers refuse much more. */
export const DOCUMENT = { items: 50, bytes: 960_000 };

/** A part of the archive is half of that, so that what no part holds yet leaves half of a document free. */
const PART = { items: DOCUMENT.items / 2, bytes: DOCUMENT.bytes / 2 };

/** Sizes count in steps, so that a sentence more in an old summary moves nothing from one part to the next. */
const STEP = 4_000;

/** What orders entries. */
export type Ranked = Pick<FeedItem, 'id' | 'published' | 'updated'>;

/** What cutting knows of an entry; `weight` is what `weigh` says of it. */
export type Weighed = Ranked & { weight: number };

export type Cut<Item> = {
  /** What readers follow, by the day of its last change, newest first. */
  newest: Item[];
  /** The archive, oldest part first, each with its newest entry first; empty where `newest` holds all. */
  parts: Item[][];
};

/**
 * Cuts a feed into documents. Parts are cut from the oldest entry on, by the day of the summary, which no correction
 * moves, and only full ones are made: a part never gains or loses an entry because a new one is published. What no
 * part holds yet is in `newest` for certain; the room that is left there goes to what was published or corrected
 * last, wherever it stands in the archive, because readers do not read a part again (RFC 5005 §4.1). So an entry can
 * stand in both, the same in each.
 *
 * @param items in the order of the digest
 */
export function cutFeed<Item extends Weighed>(items: readonly Item[]): Cut<Item> {
  const newest = takeNewest([], items);
  if (newest.length === items.length) return { newest, parts: [] };
  const { parts, rest } = cutParts(items);
  return { newest: takeNewest(rest, items), parts };
}

function takeNewest<Item extends Weighed>(
  certain: readonly Item[],
  items: readonly Item[],
): Item[] {
  const taken = new Set(certain);
  const room = new Room(certain);
  for (const item of items.toSorted(byUpdated)) {
    if (taken.has(item)) continue;
    if (!room.take(item)) break;
    taken.add(item);
  }
  return items.toSorted(byUpdated).filter((item) => taken.has(item));
}

/**
 * The newest of a feed without an archive.
 *
 * @param load makes an entry: only of those that may be among the newest
 */
export async function loadNewest<Item extends Ranked>(
  items: readonly Item[],
  load: (item: Item) => Promise<FeedItem>,
): Promise<FeedItem[]> {
  const taken: FeedItem[] = [];
  const room = new Room([]);
  for (const item of items.toSorted(byUpdated)) {
    if (room.isFull) break;
    const loaded = await load(item);
    if (!room.take({ weight: weigh(loaded) })) break;
    taken.push(loaded);
  }
  return taken;
}

/** What is left of a document. */
class Room {
  #items: number;
  #bytes: number;

  constructor(certain: readonly Pick<Weighed, 'weight'>[]) {
    this.#items = DOCUMENT.items - certain.length;
    this.#bytes = certain.reduce((left, { weight }) => left - weight, DOCUMENT.bytes);
  }

  get isFull(): boolean {
    return this.#items <= 0;
  }

  /** Whether there was room for it. */
  take({ weight }: Pick<Weighed, 'weight'>): boolean {
    if (this.isFull || weight > this.#bytes) return false;
    this.#items -= 1;
    this.#bytes -= weight;
    return true;
  }
}

function cutParts<Item extends Weighed>(items: readonly Item[]): { parts: Item[][]; rest: Item[] } {
  const parts: Item[][] = [];
  let rest: Item[] = [];
  let bytes = 0;
  for (const item of items.toSorted(byPublished)) {
    if (rest.length === PART.items || bytes + item.weight > PART.bytes) {
      parts.push(rest.reverse());
      rest = [];
      bytes = 0;
    }
    rest.push(item);
    bytes += item.weight;
  }
  return { parts, rest };
}

/**
 * Bytes of an entry in RSS, rounded up; its facts take less than a step.
 *
 * @param more bytes that it may take in another flavour
 */
export function weigh({ html, summary }: Pick<FeedItem, 'html' | 'summary'>, more = 0): number {
  const bytes = Buffer.byteLength(escapeXml(html + summary)) + more;
  return Math.ceil(bytes / STEP + 1) * STEP;
}

/** Oldest first. */
function byPublished(a: Ranked, b: Ranked): number {
  return compareCodes(a.published, b.published) || compareCodes(a.id, b.id);
}

/** Newest first; those of one day stay in the order of the digest. */
function byUpdated(a: Ranked, b: Ranked): number {
  return compareCodes(b.updated, a.updated) || compareCodes(b.published, a.published);
}
