/** People by any spelling of their name, from the part of the list in which each word that is typed would stand. */
import { foldWords } from '../folding.ts';
import { partOf, type PeopleFile, type PersonFacts } from './facts.ts';
import { NAME } from './finding.ts';
import { matchPeople } from './matching.ts';
import { words } from './list-words.ts';

/** People who are shown. */
const MOST = 60;
/** How long after the last key they are looked for, in milliseconds. */
const PAUSE = 150;

export function findPeople(place: HTMLElement, input: HTMLInputElement): void {
  const { before = '', after = '' } = place.dataset;
  const said = place.querySelector('[role=status]')!;
  const found = place.querySelector<HTMLElement>('[data-found]')!;
  const list = found.querySelector('ul')!;
  const filled = place.querySelector('template')!.content.querySelector('ul')!;
  const template = filled.firstElementChild!;
  // A list of its own kind, with its columns.
  list.replaceWith(filled);
  filled.replaceChildren();

  const parts = new Map<string, Promise<PersonFacts[]>>();
  const readPart = (name: string) => {
    const known = parts.get(name);
    if (known) return known;
    const read = fetchPart(before + name + after);
    parts.set(name, read);
    // The next letter may have more luck.
    read.catch(() => parts.delete(name));
    return read;
  };

  const show = async (typed: string) => {
    const sought = foldWords(typed);
    const names = sought.filter((word) => word.length > 1 || !/^[a-z0-9]/.test(word)).map(partOf);
    if (names.length === 0) {
      found.hidden = true;
      said.textContent = typed.trim() === '' ? '' : words.find.more;
      return;
    }
    const all = await Promise.all(names.map(readPart)).catch(() => undefined);
    if (input.value !== typed) return;
    if (!all) {
      said.textContent = words.find.failed;
      return;
    }
    const people = [...new Map(all.flat().map((person) => [person.href, person])).values()];
    const matches = matchPeople(people, sought);
    found.hidden = matches.length === 0;
    filled.replaceChildren(...matches.slice(0, MOST).map((person) => makeEntry(template, person)));
    said.textContent = words.find.found(matches.length, MOST);
  };

  let timer: ReturnType<typeof setTimeout> | undefined;
  const follow = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      const url = new URL(location.href);
      if (input.value.trim() === '') url.searchParams.delete(NAME);
      else url.searchParams.set(NAME, input.value.trim());
      history.replaceState(history.state, '', url);
      void show(input.value);
    }, PAUSE);
  };
  input.addEventListener('input', follow);
  // What was typed while this was on its way.
  if (input.value.trim() !== '') follow();
}

/** A part that nobody is in has no file. */
async function fetchPart(address: string): Promise<PersonFacts[]> {
  const answer = await fetch(address);
  if (answer.status === 404) return [];
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return ((await answer.json()) as PeopleFile).people;
}

function makeEntry(template: Element, { href, name, lang, work, notes }: PersonFacts): Element {
  const entry = template.cloneNode(true) as Element;
  const link = entry.querySelector('a')!;
  link.href = href;
  link.textContent = name;
  if (lang === undefined) link.removeAttribute('lang');
  else link.lang = lang;
  const told = entry.querySelector('.notes')!;
  if (notes === undefined) told.remove();
  else told.textContent = notes;
  entry.querySelector(':scope > .small')!.textContent = work;
  return entry;
}
