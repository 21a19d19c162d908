import { findSearch } from './search-link.ts';
import { findStops, goTo, nextStop } from './stops.ts';

/** How long `g` waits for the key after it, in milliseconds. */
const WAIT = 1500;

/** Single keys that go through a page and through the site, with a list of them, and off where the reader says so. */
export function startKeys(): void {
  let since = -Infinity;
  document.querySelector('[data-help]')?.addEventListener('click', openHelp);
  document.addEventListener('keydown', (event) => {
    if (!isOurs(event)) return;
    const after = event.timeStamp - since < WAIT;
    since = -Infinity;
    if (after)
      findPlaces()
        .find(({ dataset }) => dataset['key'] === event.key)
        ?.click();
    else if (event.key === 'g') since = event.timeStamp;
    else if (event.key === '?') openHelp();
    else if (event.key === '/') goSearching();
    else if (event.key === 'j' || event.key === 'k') {
      const stop = nextStop(findStops(), event.key === 'j' ? 1 : -1);
      if (stop) goTo(stop);
    } else return;
    event.preventDefault();
  });
}

/** Whether a key is meant for the page: not typed into something, no chord, no dialog open. */
function isOurs(event: KeyboardEvent): boolean {
  const { target } = event;
  const { defaultPrevented, isComposing, ctrlKey, metaKey, altKey } = event;
  if (defaultPrevented || isComposing || ctrlKey || metaKey || altKey) return false;
  if (document.documentElement.dataset['keys'] === 'off') return false;
  if (document.querySelector('dialog[open]')) return false;
  if (!(target instanceof HTMLElement)) return true;
  return !target.isContentEditable && !target.closest('input, textarea, select, [popover]');
}

/** To the field of the search, or to the page that has it. */
function goSearching(): void {
  const field = document.querySelector<HTMLElement>('form[role=search] [type=search]');
  if (field) field.focus();
  else findSearch()?.click();
}

/** The links that say which key leads there after `g`. */
function findPlaces(): HTMLAnchorElement[] {
  return [...document.querySelectorAll<HTMLAnchorElement>('a[data-key]')];
}

function openHelp(): void {
  void import('./help.ts').then(({ showHelp }) => showHelp(findPlaces()));
}
