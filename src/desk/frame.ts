import { words } from './words.ts';

/**
 * The frame in which a draft is shown: a document of its own in which nothing runs. It is of our origin, or it
 * would get no fonts and no pictures of this browser; without `allow-scripts` that gives it no power.
 */
export class Frame {
  readonly #sheet: Promise<HTMLElement>;

  /** @param stylesheets what it takes besides the stylesheets of this page */
  constructor(place: HTMLElement, stylesheets: readonly string[]) {
    const frame = document.createElement('iframe');
    frame.title = words.frame;
    frame.setAttribute('sandbox', 'allow-same-origin');
    this.#sheet = new Promise((resolve) => {
      frame.addEventListener('load', () => {
        // Kept, since a text could give an element the name of anything that is asked of a document.
        const inner = frame.contentDocument;
        const sheet = inner?.querySelector('main');
        if (!inner || !sheet) return;
        sheet.addEventListener('click', stay);
        this.#follow(inner.documentElement);
        resolve(sheet);
      });
    });
    frame.srcdoc = writeDocument(stylesheets);
    place.replaceChildren(frame);
  }

  /** Shows markup of ours, and leaves alone what has not changed. */
  async show(html: string, hue: number): Promise<void> {
    const sheet = await this.#sheet;
    // Parsed in a document that shows nothing, so nothing in it is fetched or run.
    const parsed = new DOMParser().parseFromString(html, 'text/html').body;
    sheet.ownerDocument.documentElement.className = `hue-${hue}`;
    replaceChanged(sheet, parsed);
  }

  /** The reader's settings, as this page has them. */
  #follow(root: HTMLElement): void {
    const copy = () => {
      for (const name of ['theme', 'maths']) {
        const value = document.documentElement.dataset[name];
        if (value === undefined) root.removeAttribute(`data-${name}`);
        else root.dataset[name] = value;
      }
    };
    copy();
    const options = { attributes: true, attributeFilter: ['data-theme', 'data-maths'] };
    new MutationObserver(copy).observe(document.documentElement, options);
  }
}

function writeDocument(stylesheets: readonly string[]): string {
  const made = document.implementation.createHTMLDocument(words.frame);
  made.documentElement.lang = document.documentElement.lang;
  for (const style of document.head.querySelectorAll('link[rel="stylesheet"], style')) {
    made.head.append(made.importNode(style, true));
  }
  for (const href of stylesheets) {
    made.head.append(Object.assign(made.createElement('link'), { rel: 'stylesheet', href }));
  }
  made.body.append(made.createElement('main'));
  return `<!doctype html>${made.documentElement.outerHTML}`;
}

/** A link leads nowhere from here but to another place of the draft; where it would lead, the browser says. */
function stay(event: MouseEvent): void {
  const target = event.target as Element;
  const link = target.closest('a[href]');
  if (!link) return;
  event.preventDefault();
  const [mark, ...id] = link.getAttribute('href') ?? '';
  if (mark !== '#') return;
  const sheet = event.currentTarget as HTMLElement;
  sheet.querySelector(`#${CSS.escape(id.join(''))}`)?.scrollIntoView();
}

/** Makes `shown` the same as `wanted`, block by block from both ends, so that what stays is not drawn anew. */
function replaceChanged(shown: Element, wanted: Element): void {
  const before = [...shown.childNodes];
  const after = [...wanted.childNodes];
  let start = 0;
  while (start < before.length && start < after.length && isSame(before[start], after[start])) {
    start += 1;
  }
  let end = 0;
  while (
    end < before.length - start &&
    end < after.length - start &&
    isSame(before.at(-1 - end), after.at(-1 - end))
  ) {
    end += 1;
  }
  const old = before.slice(start, before.length - end);
  const fresh = after.slice(start, after.length - end);
  const [only, ...more] = old;
  const [single, ...others] = fresh;
  // Within one container the change is looked for further in.
  if (
    only instanceof shown.ownerDocument.defaultView!.Element &&
    single instanceof Element &&
    more.length + others.length === 0 &&
    only.cloneNode().isEqualNode(single.cloneNode())
  ) {
    replaceChanged(only, single);
    return;
  }
  const next = before[before.length - end] ?? null;
  for (const node of fresh) shown.insertBefore(shown.ownerDocument.adoptNode(node), next);
  for (const node of old) node.remove();
}

function isSame(a: Node | undefined, b: Node | undefined): boolean {
  return a !== undefined && b !== undefined && a.isEqualNode(b);
}
