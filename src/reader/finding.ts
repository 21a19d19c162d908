/** Finds people on the page of authors, once somebody types a name or comes with one in the address. */

/** What the address calls the name that is sought. */
export const NAME = 'find';

export function startFinding(): void {
  const place = document.querySelector<HTMLElement>('[data-find]');
  const input = place?.querySelector('input');
  if (!place || !input) return;
  let isLoaded = false;
  const load = () => {
    if (isLoaded) return;
    isLoaded = true;
    import('./find-person.ts').then(
      ({ findPeople }) => findPeople(place, input),
      () => (isLoaded = false),
    );
  };
  input.addEventListener('focus', load);
  input.addEventListener('input', load);
  input.value ||= new URLSearchParams(location.search).get(NAME) ?? '';
  if (input.value !== '') load();
}
