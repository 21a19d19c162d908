import { make } from './elements.ts';
import { words } from './words.ts';

/** The list of keys, in a dialog. `places` are the links that a key leads to after `g`. */
export function showHelp(places: readonly HTMLAnchorElement[]): void {
  document.querySelector<HTMLElement>('#_reading:popover-open')?.hidePopover();
  const row = (keys: string[], meaning: string) =>
    make(
      'div',
      {},
      make('dt', {}, ...keys.flatMap((key) => [' ', make('kbd', {}, key)])),
      make('dd', {}, meaning),
    );
  const close = make('button', { type: 'button' }, words.keys.close);
  close.addEventListener('click', () => dialog.close());
  const title = make('h2', { className: 'kicker', id: '_keys-title' }, words.keys.title);
  const dialog = make(
    'dialog',
    { className: 'keys small', closedBy: 'any' },
    title,
    make(
      'dl',
      {},
      row(['j'], words.keys.next),
      row(['k'], words.keys.previous),
      ...places.map((link) => {
        const name = link.matches('.name') ? words.keys.home : link.textContent.trim();
        return row(['g', link.dataset['key'] ?? ''], words.keys.goTo(name));
      }),
      row(['/'], words.keys.search),
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
