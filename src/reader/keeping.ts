import { recall } from './storage.ts';
import { PREFIX } from './theme.ts';

/** Where the list of a site is stored: a host may hold several sites, each below its own base path. */
export const listKey = () => `${PREFIX}list${basePath()}`;

export function basePath(): string {
  return document.querySelector<HTMLAnchorElement>('.masthead .name')?.pathname ?? '/';
}

/**
 * A paper's place on the reader's own list, and copies for reading offline: the script comes when the button is
 * pressed, and wherever something is kept or chosen.
 */
export function startKeeping(): void {
  const place = document.querySelector<HTMLElement>('[data-keep], [data-own-list]');
  let loaded: Promise<() => void> | undefined;
  const load = () => (loaded ??= import('./keep.ts').then(({ begin }) => begin(place)));
  const look = () => {
    if (
      place?.dataset['ownList'] === '' ||
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
  place?.firstElementChild?.addEventListener('click', () => {
    if (!loaded) void load().then((press) => press());
  });
}
