let found: Element | undefined;

/** Goes to a place of the page that has no address, so that Back leads to where one was. */
export function goTo(target: HTMLElement): void {
  history.pushState(null, '', location.href);
  for (let at: Element | null = target; at; at = at.parentElement) {
    if (at instanceof HTMLDetailsElement) at.open = true;
  }
  target.scrollIntoView({ block: 'center' });
  found?.classList.remove('found');
  found = target;
  target.classList.add('found');
}
