/** The buttons of a paper's page that keep it and mark it as read. */
import { button, make } from './elements.ts';
import { basePath } from './keeping.ts';
import { followOffline } from './offline.ts';
import { addTo, marked, without } from './list.ts';
import { changeStored, onChange, readStored } from './own-store.ts';
import { ownWords as words } from './own-words.ts';

/** @returns what the first press of the button does, which was waiting for this */
export function begin(place: HTMLElement | null): () => void {
  followOffline();
  onChange(followOffline);
  document.querySelector('#_reading')?.addEventListener('change', followOffline);
  if (place?.dataset['keep'] !== undefined) return offerKeeping(place);
  if (place) void import('./own-list.ts').then(({ showList }) => showList(place));
  return () => undefined;
}

function offerKeeping(place: HTMLElement): () => void {
  const id = place.dataset['keep'] ?? '';
  const keep = place.querySelector('button')!;
  const read = button('', '', () => say(changeStored((papers) => marked(papers, id, !isRead()))));
  const said = make('span', { role: 'status' });
  place.append(read, said);

  const find = () => readStored().papers.find((paper) => paper.id === id);
  const isRead = () => find()?.read === true;
  const say = (sentence: string | undefined) => said.replaceChildren(sentence ?? '');
  const show = () => {
    const paper = find();
    keep.textContent = paper ? words.kept : words.keep;
    keep.ariaPressed = String(paper !== undefined);
    read.hidden = paper === undefined;
    read.textContent = words.markRead;
    if (paper?.read) read.textContent = words.isRead;
    read.ariaPressed = String(paper?.read === true);
  };
  const press = () => {
    if (find()) say(changeStored((papers) => without(papers, id)));
    else {
      const fault = changeStored((papers) => addTo(papers, describe(id)));
      say(fault);
      if (fault === undefined) said.append(linkToList());
    }
  };

  keep.addEventListener('click', press);
  onChange(show);
  show();
  // An address or a title may have changed since it was kept.
  if (find()) changeStored((papers) => addTo(papers, describe(id)));
  watchEnd(() => {
    if (find() && !isRead()) changeStored((papers) => marked(papers, id, true));
  });
  return press;
}

/** The paper of this page, by what its head says. */
function describe(id: string) {
  const title = document.querySelector<HTMLMetaElement>('meta[property="og:title"]')?.content;
  const path = location.pathname.slice(basePath().length);
  return { id, path, title: (title ?? id).slice(0, 500), read: false };
}

function linkToList(): HTMLAnchorElement {
  const { href = '' } = document.querySelector<HTMLAnchorElement>('a[data-reading]') ?? {};
  return make('a', { href }, words.toList);
}

/** Calls back when the end of the text comes into view, not where it was in view from the first. */
function watchEnd(reached: () => void): void {
  const end = document.querySelector('main > article .prose > :last-child');
  if (!end) return;
  new IntersectionObserver(([entry]) => {
    if (entry?.isIntersecting && scrollY > 0) reached();
  }).observe(end);
}
