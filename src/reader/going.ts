let found: Element | undefined;

/** Goes to a place of the page that has no address, so that Back leads to where one was. */
export function goTo(target: HTMLElement): void {
  // Between two entries of one address, browsers do not restore the place by themselves.
  if (!found) addEventListener('popstate', restore);
  history.replaceState({ top: scrollY }, '');
  history.pushState(null, '');
  for (let at: Element | null = target; at; at = at.parentElement) {
    if (at instanceof HTMLDetailsElement) at.open = true;
  }
  target.scrollIntoView({ block: 'center' });
  found?.classList.remove('found');
  found = target;
  target.classList.add('found');
}

function restore({ state }: PopStateEvent): void {
  const top = (state as { top?: unknown } | null)?.top;
  if (typeof top === 'number') scrollTo({ top });
}
