/** The buttons that keep a paper and mark it as read, wherever it stands: in full, or in a row of a list. */
import { button, make } from './elements.ts';
import { basePath } from './keeping.ts';
import { followOffline } from './offline.ts';
import { addTo, marked, without, type Kept } from './list.ts';
import { changeStored, onChange, readStored } from './own-store.ts';
import { ownWords as words } from './own-words.ts';

/** How long the end of one text of several is in view before it was read, in milliseconds: who leafs on is sooner gone. */
const MOMENT = 1000;

let kept = new Map<string, Kept>();
/** The places of papers on this page, those too that a list or a search fills in. */
const places = new Set<KeepPaper>();

class KeepPaper extends HTMLElement {
  connectedCallback(): void {
    places.add(this);
    this.show();
    if (this.isBrief) return;
    // An address or a title may have changed since it was kept.
    const { path, title } = this.describe();
    const paper = this.#find();
    if (paper && (paper.path !== path || paper.title !== title)) this.#change(addTo);
    const article = this.closest('article');
    const end = article?.querySelector('.prose > :last-child');
    if (!end) return;
    watchEnd(end, article?.id ? MOMENT : 0, () => this.#find()?.read === false && this.#mark(true));
  }

  disconnectedCallback(): void {
    places.delete(this);
  }

  get isBrief(): boolean {
    return this.dataset['brief'] !== undefined;
  }

  describe(): Kept {
    const { id = '', href = '' } = this.dataset;
    const title = this.#keep.lastElementChild?.textContent.trim() ?? '';
    return { id, path: href.slice(basePath().length), title: title.slice(0, 500), read: false };
  }

  show(): void {
    const paper = this.#find();
    const label = this.#keep.firstChild!;
    const offer = (this.dataset['offer'] ??= label.textContent ?? '');
    label.textContent = paper ? words.kept : offer;
    this.#keep.ariaPressed = String(paper !== undefined);
    if (this.isBrief) this.#showRead(paper);
    else this.#offerRead(paper);
  }

  press(): void {
    for (const place of places) place.#say();
    const isKept = this.#find() !== undefined;
    const fault = isKept
      ? this.#change((papers, { id }) => without(papers, id))
      : this.#change(addTo);
    if (fault === undefined && !isKept) this.#say(linkToList());
  }

  get #keep(): HTMLElement {
    return this.querySelector<HTMLElement>('[data-keep]')!;
  }

  #find(): Kept | undefined {
    return kept.get(this.dataset['id'] ?? '');
  }

  #change(change: (papers: Kept[], paper: Kept) => Kept[] | undefined): string | undefined {
    const fault = changeStored((papers) => change(papers, this.describe()));
    if (fault !== undefined) this.#say(fault);
    return fault;
  }

  #mark(read: boolean): void {
    this.#change((papers, { id }) => marked(papers, id, read));
  }

  /** In a row: that it is read, and no more. */
  #showRead(paper: Kept | undefined): void {
    this.querySelector('.read')?.remove();
    if (!paper?.read) return;
    const spoken = make('span', { className: 'visually-hidden' }, words.wasRead);
    const mark = make('span', { ariaHidden: 'true' }, words.isRead);
    this.prepend(make('span', { className: 'read' }, mark, spoken));
  }

  #offerRead(paper: Kept | undefined): void {
    const read =
      this.querySelector<HTMLElement>('.read') ??
      button('read', '', () => this.#mark(this.#find()?.read === false));
    if (!read.isConnected) this.#keep.after(read);
    read.hidden = paper === undefined;
    read.textContent = paper?.read ? words.isRead : words.markRead;
    read.ariaPressed = String(paper?.read === true);
  }

  /** Says what came of a press; what was said before goes. */
  #say(...parts: (Node | string)[]): void {
    let said = this.querySelector('[role=status]');
    if (!said && parts.length === 0) return;
    if (!said) this.append((said = make('span', { role: 'status' })));
    said.replaceChildren();
    // What is there together with its region is not read out.
    if (parts.length > 0) requestAnimationFrame(() => said.replaceChildren(...parts));
  }
}

/** @returns what a press of a button does, which may have been waiting for this */
export function begin(): (button: Element) => void {
  const follow = () => {
    kept = new Map(readStored().papers.map((paper) => [paper.id, paper]));
    for (const place of places) place.show();
    followOffline();
  };
  onChange(follow);
  follow();
  document.querySelector('#_reading')?.addEventListener('change', followOffline);
  customElements.define('keep-paper', KeepPaper);
  const list = document.querySelector<HTMLElement>('[data-own-list]');
  if (list) void import('./own-list.ts').then(({ showList }) => showList(list));
  return (button) => button.closest<KeepPaper>('keep-paper')?.press();
}

function linkToList(): HTMLAnchorElement {
  const { href = '' } = document.querySelector<HTMLAnchorElement>('a[data-reading]') ?? {};
  return make('a', { href }, words.toList);
}

/** Calls back when the end of a text is in view for a moment, not where it was in view from the first. */
function watchEnd(end: Element, moment: number, reached: () => void): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  new IntersectionObserver(([entry]) => {
    clearTimeout(timer);
    if (entry?.isIntersecting && scrollY > 0) timer = setTimeout(reached, moment);
  }).observe(end);
}
