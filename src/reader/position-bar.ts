import { make } from './elements.ts';
import { words } from './words.ts';

/** `2 of 5 · contents`, in view while the papers of an issue are read. */
export function showPosition(articles: readonly Element[]): void {
  const position = make('a');
  const link = make('a', { href: '#contents' }, words.place.contents);
  const bar = make('nav', { className: 'position-bar small chrome', hidden: true });
  bar.ariaLabel = words.place.label;
  bar.append(make('p', {}, position, ' · ', link));
  document.querySelector('main')?.before(bar);
  document.documentElement.dataset['position'] = '';

  const crossing = new Set<Element>();
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (isIntersecting) crossing.add(target);
        else crossing.delete(target);
      }
      // Between two papers it stays with the one before; above the first and below the last it goes.
      const line = innerHeight / 3;
      const isAbove = (articles[0]?.getBoundingClientRect().top ?? 0) > line;
      const isBelow = (articles.at(-1)?.getBoundingClientRect().bottom ?? 0) < 0;
      if (isAbove || isBelow) bar.hidden = true;
      const index = articles.findIndex((article) => crossing.has(article));
      const article = articles[index];
      if (!article) return;
      position.textContent = words.place.position(index + 1, articles.length);
      position.href = `#${article.id}`;
      bar.hidden = false;
    },
    // A line a third down the window.
    { rootMargin: '-33% 0px -66.9% 0px' },
  );
  for (const article of articles) observer.observe(article);
}
