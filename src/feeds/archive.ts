import { sharePart, type Edition } from '../digest/edition.ts';
import { paperAt } from '../digest/found.ts';
import { shareIssues } from '../digest/share-issues.ts';
import { nameFormula } from '../formula-pictures/kept.ts';
import { cutFeed, weigh, type Cut, type Weighed } from './cut.ts';
import { Entries, type Id, type MainFeed } from './entries.ts';
import type { FeedItem } from './feed.ts';

type WeighedEntry = Weighed & { of: Id };

/** Bytes of the picture of a formula in RSS, besides its address and its TeX. */
const PICTURE = 120;

/** What readers follow of a main feed in either flavour, and how many parts its archive has. */
export function loadNewestIds(
  edition: Edition,
  of: MainFeed,
): Promise<{ ids: Id[]; parts: number }> {
  return sharePart(edition, `feed/newest/${of}`, async (own) => {
    const { newest, parts } = await loadCut(own, of);
    return { ids: newest, parts: parts.length };
  });
}

/**
 * A part of the archive of a main feed, counted from 1, and whether another follows. Apart from the cut, so that a
 * part is not made again because the cut of the newest has changed.
 */
export function loadPartIds(
  edition: Edition,
  of: MainFeed,
  part: number,
): Promise<{ ids: Id[]; isLast: boolean }> {
  return sharePart(edition, `feed/part/${of}/${part}`, async (own) => {
    const { parts } = await loadCut(own, of);
    return { ids: parts[part - 1] ?? [], isLast: part >= parts.length };
  });
}

function loadCut(edition: Edition, of: MainFeed): Promise<Cut<Id>> {
  return sharePart(edition, `feed/cut/${of}`, async (own) => {
    const items = (await weighIssues(own)).flatMap((weights) => weights[of]);
    const { newest, parts } = cutFeed(items);
    const idsOf = (some: typeof items) => some.map((item) => item.of);
    return { newest: idsOf(newest), parts: parts.map(idsOf) };
  });
}

/** The entries of issues and those of their papers, weighed as MathML for both flavours, which are cut alike. */
function weighIssues(edition: Edition): Promise<Record<MainFeed, WeighedEntry[]>[]> {
  return shareIssues(edition, 'feed/weights', async (own, { id, papers }) => {
    const entries = new Entries(own, 'mathml', () => ({ pictureOf: () => undefined }));
    const weighed: WeighedEntry[] = [];
    for (const slug of papers) {
      if (paperAt(own.digest, slug).body)
        weighed.push(weighEntry(own, await entries.load('papers', slug), slug));
    }
    return { papers: weighed, issues: [weighEntry(own, await entries.load('issues', id), id)] };
  });
}

function weighEntry({ routes }: Edition, item: FeedItem, of: Id): WeighedEntry {
  const { id, published, updated, html, summary } = item;
  // The picture of a short formula has more to it than its MathML.
  const picture =
    PICTURE + routes.absolute(routes.formula(nameFormula({ tex: '', display: false }))).length;
  const more = (html.split('<math').length - 1) * picture;
  return { of, id, published, updated, weight: weigh({ html, summary }, more) };
}
