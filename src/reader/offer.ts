import { make, wordsOf } from './elements.ts';
import type { Place } from './places.ts';
import { words } from './words.ts';

/** Offers to go on at a place of this page, and goes there only when told to. */
export function offer({ anchor, blocks }: Place, forget: () => void): void {
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
