/** Buttons that copy what is cited: loaded when the place for it is opened. */
import { copyFetched, copyText } from './clipboard.ts';
import { button, make } from './elements.ts';
import { words } from './words.ts';

export function offerCopies(place: HTMLElement): void {
  for (const entry of place.querySelectorAll('pre')) {
    entry.previousElementSibling?.append(
      ...buildCopy(words.cite.copy, () => copyText(entry.textContent)),
    );
  }
  const markdown = place.querySelector<HTMLAnchorElement>('a[type="text/markdown"]');
  if (!markdown) return;
  const copy = buildCopy(words.cite.copyMarkdown, () => copyFetched(markdown.href));
  markdown.closest('p')?.after(make('p', { className: 'small copies' }, ...copy));
}

/** A button, and beside it what became of pressing it. */
function buildCopy(label: string, copy: () => Promise<boolean>): HTMLElement[] {
  const said = make('span', {});
  said.role = 'status';
  const press = async () => {
    said.textContent = '';
    said.textContent = (await copy()) ? words.cite.copied : words.cite.refused;
  };
  return [button('copy', label, () => void press()), said];
}
