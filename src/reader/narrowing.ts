/** Sorts and filters a list of papers, once it is asked to, by a press or by the address. */

/** What the address says of a list, each as a control of the form is called. */
export const NAMES = ['sort', 'year', 'tag', 'category', 'person', 'score'] as const;

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
  if (NAMES.some((name) => asked.has(name))) fold.open = true;
  else delete dataset['narrowing'];
}
