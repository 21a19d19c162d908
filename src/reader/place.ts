import { make, wordsOf } from './elements.ts';
import { readPlaces, replacePlace, type Place } from './places.ts';
import { recall, remember } from './storage.ts';
import { PREFIX } from './theme.ts';
import { words } from './words.ts';

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
  if (place && isFreshVisit()) offer(place, () => keep(undefined));
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

function offer({ anchor, blocks }: Place, forget: () => void): void {
  const named = document.getElementById(anchor);
  const article = named?.closest<HTMLElement>('main > article');
  if (!named || !article) return;
  let target: Element = named;
  for (let left = blocks; left > 0 && target.nextElementSibling; left -= 1) {
    target = target.nextElementSibling;
  }

  const link = make('a', { href: `#${anchor}` }, nameOf(named, article));
  const dismiss = make('button', { type: 'button' }, words.place.dismiss);
  const bar = make('aside', { className: 'resume small chrome' });
  bar.ariaLabel = words.place.resumeLabel;
  bar.append(make('p', {}, `${words.place.resume} `, link), dismiss);
  const close = () => {
    bar.remove();
    removeEventListener('scroll', closeFarDown);
  };
  // Who reads on from the top has answered.
  const closeFarDown = () => {
    if (scrollY > innerHeight * 1.5) close();
  };
  addEventListener('scroll', closeFarDown, { passive: true });
  dismiss.addEventListener('click', () => {
    forget();
    close();
  });
  link.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    close();
    history.pushState(null, '', link.href);
    if (target instanceof HTMLElement) {
      // So that Tab, and a screen reader, go on from here.
      target.tabIndex = -1;
      target.focus({ preventScroll: true });
      target.addEventListener('blur', () => target.removeAttribute('tabindex'), { once: true });
    }
    target.scrollIntoView();
  });
  document.querySelector('main')?.before(bar);
}

/** `Titans, Their method` in an issue, `Their method` on a paper's page. */
function nameOf(named: Element, article: HTMLElement): string {
  let heading: Element | null = named;
  while (heading && !/^H[2-6]$/.test(heading.tagName)) heading = heading.previousElementSibling;
  const paper = article.id === '' ? null : article.querySelector('h2');
  const section = heading && heading !== paper ? [wordsOf(heading)] : [];
  // A long title is known by what stands before its colon.
  const title = paper ? [wordsOf(paper).split(': ', 1)[0] ?? ''] : [];
  const parts = [...title, ...section];
  const fallback = document.querySelector('h1');
  return parts.length > 0 ? parts.join(', ') : fallback ? wordsOf(fallback) : '';
}
