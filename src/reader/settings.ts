import { recall, remember } from './storage.ts';
import { PREFIX, SETTINGS, type Setting } from './theme.ts';

/** The reading settings: applied at once, kept for the next page, the same in every tab. */
export function startSettings(): void {
  const panel = document.querySelector('#_reading');
  if (!panel) return;
  const radios = [...panel.querySelectorAll<HTMLInputElement>('input[type=radio]')];

  const show = () => {
    const { dataset } = document.documentElement;
    for (const radio of radios) {
      // What was stored by hand, or by another version, may be no choice of ours.
      const choices = radios.filter(({ name }) => name === radio.name).map(({ value }) => value);
      const chosen = dataset[radio.name] ?? '';
      radio.checked = radio.value === (choices.includes(chosen) ? chosen : '');
    }
  };
  show();

  panel.addEventListener('change', ({ target }) => {
    const radio = radios.find((one) => one === target);
    if (!radio) return;
    apply(radio.name as Setting, radio.value);
    remember(PREFIX + radio.name, radio.value || null);
  });
  addEventListener('storage', () => {
    for (const name of SETTINGS) apply(name, recall(PREFIX + name) ?? '');
    show();
  });
  // A page that comes back as it was left has not heard of what was changed meanwhile.
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) dispatchEvent(new Event('storage'));
  });
}

function apply(name: Setting, value: string): void {
  const page = document.documentElement;
  if (value === '') page.removeAttribute(`data-${name}`);
  else page.setAttribute(`data-${name}`, value);
}
