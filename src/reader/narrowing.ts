/** Sorts and filters a list of papers, once it is asked to, by a press or by the address. */
import { LIST_NAMES } from './theme.ts';

export function startNarrowing(): void {
  const { dataset } = document.documentElement;
  const fold = document.querySelector<HTMLDetailsElement>('[data-narrow]');
  if (!fold) return;
  let isLoaded = false;
  const load = async () => {
    if (isLoaded) return;
    isLoaded = true;
    isLoaded = await import('./narrow.ts').then(
      ({ narrow }) => narrow(fold),
      () => false,
    );
    delete dataset['narrowing'];
  };
  fold.addEventListener('toggle', () => {
    if (fold.open) void load();
  });
  const asked = new URLSearchParams(location.search);
  if (LIST_NAMES.some((name) => asked.has(name))) fold.open = true;
  else delete dataset['narrowing'];
}
