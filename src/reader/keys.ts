import { make } from './elements.ts';
import { findStops, goTo, nextStop } from './stops.ts';
import { words } from './words.ts';

/** How long `g` waits for the key after it, in milliseconds. */
const WAIT = 1500;

/** Single keys that go through a page and through the site, with a list of them, and off where the reader says so. */
export function startKeys(): void {
  let since = -Infinity;
  document.querySelector('[data-help]')?.addEventListener('click', showHelp);
  document.addEventListener('keydown', (event) => {
    if (!isOurs(event)) return;
    const after = event.timeStamp - since < WAIT;
    since = -Infinity;
    if (after)
      findPlaces()
        .find(({ key }) => key === event.key)
        ?.link.click();
    else if (event.key === 'g') since = event.timeStamp;
    else if (event.key === '?') showHelp();
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
  return !(
    document.documentElement.dataset['keys'] === 'off' ||
    event.defaultPrevented ||
    event.isComposing ||
    event.ctrlKey ||
    event.metaKey ||
    event.altKey ||
    document.querySelector('dialog[open]') ||
    (target instanceof HTMLElement &&
      (target.isContentEditable || target.closest('input, textarea, select, [popover]')))
  );
}

/** The links that say which key leads there after `g`. */
function findPlaces() {
  return [...document.querySelectorAll<HTMLAnchorElement>('a[data-key]')].map((link) => ({
    key: link.dataset['key'] ?? '',
    link,
    name: link.closest('nav') ? link.textContent.trim() : words.keys.home,
  }));
}

function showHelp(): void {
  document.querySelector<HTMLElement>('#reading:popover-open')?.hidePopover();
  const row = (keys: string[], meaning: string) =>
    make(
      'div',
      {},
      make('dt', {}, ...keys.flatMap((key) => [' ', make('kbd', {}, key)])),
      make('dd', {}, meaning),
    );
  const close = make('button', { type: 'button' }, words.keys.close);
  close.addEventListener('click', () => dialog.close());
  const title = make('h2', { className: 'kicker', id: 'keys-title' }, words.keys.title);
  const dialog = make(
    'dialog',
    { className: 'keys small', closedBy: 'any' },
    title,
    make(
      'dl',
      {},
      row(['j'], words.keys.next),
      row(['k'], words.keys.previous),
      ...findPlaces().map(({ key, name }) => row(['g', key], words.keys.goTo(name))),
      row(['?'], words.keys.help),
    ),
    make('p', {}, words.keys.off),
    close,
  );
  dialog.setAttribute('aria-labelledby', title.id);
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
