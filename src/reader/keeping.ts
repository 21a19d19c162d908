import { recall } from './storage.ts';
import { PREFIX } from './theme.ts';

/** Where the list of a site is stored: a host may hold several sites, each below its own base path. */
export const listKey = () => `${PREFIX}list${basePath()}`;

export function basePath(): string {
  return document.querySelector<HTMLAnchorElement>('.masthead .name')?.pathname ?? '/';
}

/** A paper's place on the reader's own list: the script comes when it is pressed, and wherever something is kept. */
export function startKeeping(): void {
  const place = document.querySelector<HTMLElement>('[data-keep]');
  if (!place) return;
  let loaded: Promise<() => void> | undefined;
  const load = () => (loaded ??= import('./keep.ts').then((module) => module.offerKeeping(place)));
  const lookForList = () => {
    if (recall(listKey()) !== null) void load();
  };
  lookForList();
  // Another tab may be the first to keep something.
  addEventListener('storage', lookForList);
  place.firstElementChild?.addEventListener('click', () => {
    if (!loaded) void load().then((press) => press());
  });
}
