/** What a link points to, small, beside it. Loaded on the first approach to such a link. */
import { dismiss, isTouch } from './approach.ts';
import { copyOf } from './copies.ts';
import { make } from './elements.ts';
import { labelOf, numberOf } from './explanation.ts';
import { showFloating } from './floating.ts';
import { words } from './words.ts';

type Preview = { kind: string; name: string; content: Node[] };

/** Shows it if it is still wanted by then; `false` where there is nothing to show. */
export async function showPreview(
  link: HTMLAnchorElement,
  rect: DOMRect,
  isWanted: () => boolean,
): Promise<boolean> {
  const preview = link.matches('.citation') ? await readPaper(link) : readTarget(link);
  if (!preview) return false;
  if (!isWanted()) return true;
  const { kind, name, content } = preview;
  const box = make('div', { className: `prose preview-${kind}` }, ...content);
  const shown = showFloating(rect, 'floating-preview', [
    box,
    ...(isTouch ? [make('p', { className: 'preview-go' }, goLink(link, name))] : []),
  ]);
  shown.role = isTouch ? 'dialog' : 'tooltip';
  shown.ariaLabel = name;
  // A thumb asked for it, so that is where a screen reader goes on.
  if (isTouch) shown.focus({ preventScroll: true });
  return true;
}

function goLink({ href }: HTMLAnchorElement, name: string): HTMLElement {
  const go = make('a', {}, words.goTo(name));
  go.href = href;
  go.addEventListener('click', dismiss);
  return go;
}

/** A formula, figure, table or note of the same page. */
function readTarget(link: HTMLAnchorElement): Preview | undefined {
  const target: Element | null = document.getElementById(decodeURIComponent(link.hash.slice(1)));
  if (!target) return undefined;
  if (target.matches('.formula')) {
    const katex = target.querySelector('.katex');
    if (!katex) return undefined;
    const name = words.formula.equation(numberOf(target) ?? '');
    const label = labelOf(target);
    const head = make('p', { className: 'preview-head' }, name, ...(label ? [` · ${label}`] : []));
    const formula = make('div', { className: 'preview-formula' }, copyOf(katex));
    return { kind: 'equation', name: lower(name), content: [head, formula] };
  }
  if (target.matches('figure')) {
    const name = target.querySelector('.figure-label')?.textContent.trim() ?? words.preview.place;
    const copy = copyOf(target);
    // A picture in a preview is not pressed.
    for (const picture of copy.querySelectorAll('a.figure-picture')) {
      const frame = make('div', { className: 'figure-picture' }, ...picture.childNodes);
      picture.replaceWith(frame);
    }
    return { kind: 'figure', name: lower(name), content: [copy] };
  }
  if (target.matches('.footnote')) {
    const name = words.preview.note(link.textContent.trim());
    return { kind: 'note', name, content: [...copyOf(target).childNodes] };
  }
  return undefined;
}

const papers = new Map<string, Promise<Preview | undefined>>();

/** A paper of the digest, from its own page; asked for once. */
function readPaper({ origin, pathname }: HTMLAnchorElement): Promise<Preview | undefined> {
  const address = origin + pathname;
  const known = papers.get(address);
  if (known || origin !== location.origin) return known ?? Promise.resolve(undefined);
  const read = fetchPaper(address).catch(() => {
    // The next approach may have more luck.
    papers.delete(address);
    return undefined;
  });
  papers.set(address, read);
  return read;
}

async function fetchPaper(address: string): Promise<Preview | undefined> {
  const answer = await fetch(address, { signal: AbortSignal.timeout(8000) });
  if (!answer.ok) return undefined;
  const markup = await answer.text();
  // Styles of another page are none that the policy of this one knows, even where nothing applies them.
  const main = markup.slice(markup.indexOf('<main'));
  const page = new DOMParser().parseFromString(main, 'text/html');
  const title = page.querySelector('.paper h1, article h1');
  const lead = page.querySelector('.paper .lead, article .lead');
  const issue = page.querySelector('.paper .over-title, article .over-title')?.textContent.trim();
  if (!title) return undefined;
  return {
    kind: 'paper',
    name: words.preview.paper,
    content: [
      ...(issue ? [make('p', { className: 'preview-head' }, issue)] : []),
      make('p', { className: 'preview-title' }, ...copyOf(title).childNodes),
      ...(lead ? [make('p', {}, ...copyOf(lead).childNodes)] : []),
    ],
  };
}

function lower(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}
