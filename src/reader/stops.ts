/** What `j` and `k` go through: the papers of an issue, the sections of a paper, or the rows of a list. */
export function findStops(): Element[] {
  for (const selector of [
    'main > article[id]',
    'main > article :is(.prose > h2, .notation > h2)',
    'main li:has(> :is(h2, h3), > div > .title-link)',
    'main section > div > ul > li',
  ]) {
    const found = [...document.querySelectorAll(selector)];
    if (found.length > 0) return found;
  }
  return [];
}

/** The stop after or before where the reader is: the one that has the focus, else by what is in view. */
export function nextStop(stops: readonly Element[], step: 1 | -1): Element | undefined {
  const focused = stops.findIndex((stop) => stop.contains(document.activeElement));
  const stop = stops[focused];
  if (stop && isInView(stop)) return stops[focused + step];
  const tops = stops.map((one) => one.getBoundingClientRect().top);
  // What stands at the top of the window is where one is, a few pixels up or down.
  const top = parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) || 0;
  return step === 1
    ? stops[tops.findIndex((one) => one > top + 8)]
    : stops[tops.findLastIndex((one) => one < top - 8)];
}

function isInView(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
}

/** Brings a stop to the top of the window, or a row into it, and gives the focus to the link of its title. */
export function goTo(stop: Element): void {
  const link =
    stop.querySelector<HTMLElement>(':is(h2, h3) a, .title-link') ??
    stop.querySelector<HTMLElement>('a');
  link?.focus({ preventScroll: true });
  stop.scrollIntoView({ block: stop.matches('li') ? 'nearest' : 'start' });
}
