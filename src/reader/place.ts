import { readPlaces, replacePlace, type Place } from './places.ts';
import { recall, remember } from './storage.ts';
import { PREFIX } from './theme.ts';

const KEY = `${PREFIX}places`;

/** Keeps where the reader stopped on a long page, and offers to go on from there at the next visit. */
export function startPlace(): void {
  const articles = [...document.querySelectorAll<HTMLElement>('main > article')];
  if (articles.length === 0) return;
  const path = location.pathname;
  const places = () => readPlaces(recall(KEY));
  const keep = (place: Place | undefined) => {
    const next = replacePlace(places(), path, place);
    // Where storage is full, the newer half is worth more than nothing.
    const isKept = remember(KEY, next.length > 0 ? JSON.stringify(next) : null);
    if (!isKept) remember(KEY, JSON.stringify(next.slice(-Math.ceil(next.length / 2))));
  };

  const save = () => {
    if (document.documentElement.scrollHeight < innerHeight * 4) return;
    const where = findPlace(articles);
    if (where === 'end') keep(undefined);
    else if (where) keep({ path, ...where });
  };
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') save();
  });
  addEventListener('pagehide', save);

  const place = places().find((one) => one.path === path);
  if (place && isFreshVisit()) {
    void import('./offer.ts').then(({ offer }) => offer(place, () => keep(undefined)));
  }
}

/** Whether the page was opened at its top: not gone back to, loaded again, or opened at an anchor. */
function isFreshVisit(): boolean {
  const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return entry?.type === 'navigate' && location.hash === '';
}

/** The block a quarter down the window; nothing above the first text, `end` where all is read. */
function findPlace(articles: HTMLElement[]): Omit<Place, 'path'> | 'end' | undefined {
  const line = innerHeight / 4;
  // Only within the article in view: to ask for a place in the others would lay them out.
  const article = articles.findLast((one) => one.getBoundingClientRect().top <= line);
  if (!article) return undefined;
  if (article === articles.at(-1) && article.getBoundingClientRect().bottom <= innerHeight) {
    return 'end';
  }
  const blocks = [...(article.querySelector('.prose')?.children ?? [])];
  const at = blocks.findLastIndex((block) => block.getBoundingClientRect().top <= line);
  const named = blocks.findLastIndex((block, index) => index <= at && block.id !== '');
  if (named >= 0) return { anchor: blocks[named]!.id, blocks: at - named };
  return article.id === '' ? undefined : { anchor: article.id, blocks: 0 };
}
