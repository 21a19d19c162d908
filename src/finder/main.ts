/** The page that searches the digest, in the browser. What searches is loaded when somebody begins to. */
import { isAsking, readState } from './state.ts';

const form = document.querySelector<HTMLFormElement>('[data-finder]');
if (form) start(form);

function start(form: HTMLFormElement): void {
  const field = form.querySelector<HTMLInputElement>('[name=q]')!;
  let loading: Promise<{ run: () => void } | undefined> | undefined;
  const load = () => (loading ??= loadFinder(form));
  const state = readState(location.search);
  // Somebody may have begun to type before this was here.
  if (field.value === '') field.value = state.q;
  if (isAsking(state) || field.value !== '') void load();
  // On a phone, its keyboard would cover the page.
  else if (matchMedia('(pointer: fine)').matches) field.focus({ preventScroll: true });
  field.addEventListener('input', () => void load(), { once: true });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void load().then((finder) => {
      if (finder) finder.run();
      // Asked for again with what was typed, the page may have more luck.
      else location.assign(`?${new URLSearchParams({ q: field.value })}`);
    });
  });
}

async function loadFinder(form: HTMLFormElement): Promise<{ run: () => void } | undefined> {
  try {
    const { openFinder } = await import('./finder.ts');
    return openFinder(form);
  } catch {
    return undefined;
  }
}
