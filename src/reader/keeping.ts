import { recall } from './storage.ts';
import { PREFIX } from './theme.ts';

/** Where the list of a site is stored: a host may hold several sites, each below its own base path. */
export const listKey = () => `${PREFIX}list${basePath()}`;

export function basePath(): string {
  return document.querySelector<HTMLAnchorElement>('.masthead .name')?.pathname ?? '/';
}

/**
 * The reader's own list, and copies for reading offline: the script comes when a button is pressed that keeps a
 * paper, and wherever something is kept or chosen.
 */
export function startKeeping(): void {
  let loaded: Promise<(button: Element) => void> | undefined;
  const load = () => (loaded ??= import('./keep.ts').then(({ begin }) => begin()));
  const look = () => {
    if (
      document.querySelector('[data-own-list]') ||
      document.documentElement.dataset['offline'] ||
      recall(listKey())
    ) {
      void load();
    }
  };
  look();
  // Another tab may be the first to keep something; the setting is there before this is told of it.
  addEventListener('storage', look);
  document.querySelector('#_reading')?.addEventListener('change', look);
  addEventListener('click', ({ target }) => {
    const button = (target as Element).closest('[data-keep]');
    if (button) void load().then((press) => press(button));
  });
}
