/** The list of a page, sorted and filtered: its own rows, and rows made of facts for what stands on other pages. */
import { foldWords } from '../folding.ts';
import { button, make } from './elements.ts';
import { fillKeepPlace } from './keep-place.ts';
import type { FactsFile, PaperFacts } from './facts.ts';
import { LIST_NAMES } from './theme.ts';
import { words } from './list-words.ts';

type State = Record<(typeof LIST_NAMES)[number], string>;
type Row = { facts: PaperFacts; element: Element | undefined };

/** Rows that are shown at once. */
const MOST = 200;
/** How long after the last key the list follows, in milliseconds. */
const PAUSE = 200;

const collator = new Intl.Collator('en', { numeric: true });

/** @returns whether the facts came, and the form works from now on */
export async function narrow(fold: HTMLDetailsElement): Promise<boolean> {
  const form = fold.querySelector('form')!;
  const said = fold.querySelector('[role=status]')!;
  const list = document.querySelector<HTMLElement>('[data-list]')!;
  const files = await Promise.all((fold.dataset['facts'] ?? '').split(' ').map(readFacts)).catch(
    () => undefined,
  );
  said.textContent = files ? '' : words.narrow.failed;
  if (!files) return false;

  const sections = [...list.children];
  const original = [...list.querySelectorAll('ol')].map((ol) => [ol, [...ol.children]] as const);
  const elements = new Map(
    original.flatMap(([, rows]) => rows).map((row) => [titleOf(row).pathname, row]),
  );
  const all = files
    .flatMap(({ papers }) => papers)
    .sort((a, b) => compare(b.date, a.date))
    .map((facts): Row => ({ facts, element: elements.get(facts.href) }));
  // All papers, of which the page has the newest, or those of the page, of whose years there are others.
  const isWhole = fold.dataset['whole'] !== undefined;
  const rows = isWhole ? all : all.filter(({ element }) => element !== undefined);
  const shell = emptySection(sections[0]!);
  const template = fold.querySelector('template')!.content.firstElementChild!;
  const tags = mergeAll(files.map((file) => file.tags));
  const categories = mergeAll(files.map((file) => file.categories));
  fillOptions(form, rows, tags, categories);

  const restore = () => {
    for (const [ol, own] of original) ol.replaceChildren(...own);
    for (const { element } of rows) if (element) writeDay(element, false);
    list.replaceChildren(...sections);
    delete list.dataset['narrowed'];
    said.textContent = words.narrow.found(rows.length, rows.length);
  };
  const show = (state: State, most = MOST) => {
    if (Object.values(state).every((value) => value === '')) {
      restore();
      return;
    }
    const found = sort(rows.filter(buildTest(state)), state.sort);
    const isFlat = state.sort === 'score' || state.sort === 'title';
    const groups = Map.groupBy(found.slice(0, most), ({ facts }) =>
      isFlat ? titleOfSort(form) : facts.date.slice(0, 4),
    );
    list.dataset['narrowed'] = isWhole ? 'brief' : '';
    list.replaceChildren(
      ...[...groups].map(([title, members]) => {
        const elements = members.map(
          (row) => (row.element ??= makeRow(template, row.facts, categories)),
        );
        for (const element of elements) writeDay(element, isFlat);
        return fillSection(shell, title, elements);
      }),
    );
    if (found.length > most) {
      const more = button(
        'narrow-more',
        words.narrow.more(Math.min(MOST, found.length - most)),
        () => {
          show(state, most + MOST);
          const next = found[most]?.element;
          if (next) titleOf(next).focus();
        },
      );
      list.append(make('p', { className: 'columns small chrome' }, more));
    }
    said.textContent = words.narrow.found(found.length, rows.length);
  };

  let timer: ReturnType<typeof setTimeout> | undefined;
  const follow = (delay: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      const state = readForm(form);
      writeAddress(state);
      show(state);
    }, delay);
  };
  form.addEventListener('input', ({ target }) => {
    follow(target instanceof HTMLSelectElement ? 0 : PAUSE);
  });
  // The controls are empty only after the event.
  form.addEventListener('reset', () => follow(0));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    follow(0);
  });
  const readAddress = () => {
    writeForm(form, new URLSearchParams(location.search));
    show(readForm(form));
  };
  addEventListener('popstate', readAddress);
  // Who chose something before this was loaded has said more than the address.
  if (Object.values(readForm(form)).some((value) => value !== '')) follow(0);
  else readAddress();
  return true;
}

async function readFacts(address: string): Promise<FactsFile> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return (await answer.json()) as FactsFile;
}

/** What is asked for in the address stays, whatever else stands there. */
function writeAddress(state: State): void {
  const url = new URL(location.href);
  for (const name of LIST_NAMES) {
    if (state[name] === '') url.searchParams.delete(name);
    else url.searchParams.set(name, state[name]);
  }
  history.replaceState(history.state, '', url);
}

function controlOf(form: HTMLFormElement, name: string) {
  const control = form.elements.namedItem(name);
  return control instanceof HTMLSelectElement || control instanceof HTMLInputElement
    ? control
    : undefined;
}

function readForm(form: HTMLFormElement): State {
  const state = {} as State;
  for (const name of LIST_NAMES) state[name] = controlOf(form, name)?.value.trim() ?? '';
  return state;
}

/** A value that a control does not have is none. */
function writeForm(form: HTMLFormElement, asked: URLSearchParams): void {
  for (const name of LIST_NAMES) {
    const control = controlOf(form, name);
    if (!control) continue;
    control.value = asked.get(name) ?? '';
    if (control instanceof HTMLSelectElement && control.selectedIndex < 0) control.value = '';
  }
}

/** The years, tags and categories of the rows, each with how many have it. */
function fillOptions(
  form: HTMLFormElement,
  rows: readonly Row[],
  tags: FactsFile['tags'],
  categories: FactsFile['categories'],
): void {
  const fill = (
    name: string,
    valuesOf: (facts: PaperFacts) => readonly string[],
    labelOf: (value: string) => string,
    order: (a: string, b: string) => number,
  ) => {
    const counts = new Map<string, number>();
    for (const { facts } of rows)
      for (const value of valuesOf(facts)) counts.set(value, (counts.get(value) ?? 0) + 1);
    const options = [...counts]
      .sort(([a], [b]) => order(labelOf(a), labelOf(b)))
      .map(([value, count]) =>
        make('option', { value }, words.narrow.option(labelOf(value), count)),
      );
    controlOf(form, name)?.append(...options);
  };
  fill('year', yearsOf, String, (a, b) => compare(b, a));
  fill(
    'tag',
    (facts) => facts.tags,
    (id) => tags[id] ?? id,
    collator.compare,
  );
  fill(
    'category',
    (facts) => facts.categories,
    (id) => categories[id]?.label ?? id,
    collator.compare,
  );
}

function mergeAll<T>(records: readonly Record<string, T>[]): Record<string, T> {
  return Object.fromEntries(records.flatMap((record) => Object.entries(record)));
}

function yearsOf({ date }: PaperFacts): string[] {
  return [date.slice(0, 4)];
}

function buildTest({ year, tag, category, person, score }: State): (row: Row) => boolean {
  const names = foldWords(person);
  const least = Number.parseFloat(score);
  return ({ facts }) =>
    (year === '' || facts.date.startsWith(year)) &&
    (tag === '' || facts.tags.includes(tag)) &&
    (category === '' || facts.categories.includes(category)) &&
    (names.length === 0 || facts.people.split('|').some((one) => isNamed(one, names))) &&
    (Number.isNaN(least) || scoreOf(facts) >= least);
}

/** Whether each word begins a name of the person. */
function isNamed(person: string, names: readonly string[]): boolean {
  return names.every((name) => ` ${person}`.includes(` ${name}`));
}

function scoreOf({ score }: PaperFacts): number {
  const value = Number.parseFloat(score?.value ?? '');
  return Number.isNaN(value) ? -Infinity : value;
}

/** @param rows newest first */
function sort(rows: Row[], order: string): Row[] {
  if (order === 'oldest') return rows.reverse();
  if (order === 'title') return rows.sort((a, b) => collator.compare(a.facts.title, b.facts.title));
  if (order === 'score') return rows.sort((a, b) => compare(scoreOf(b.facts), scoreOf(a.facts)));
  return rows;
}

function compare<T extends string | number>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function titleOfSort(form: HTMLFormElement): string {
  const control = controlOf(form, 'sort');
  return control instanceof HTMLSelectElement ? (control.selectedOptions[0]?.text ?? '') : '';
}

function titleOf(row: Element): HTMLAnchorElement {
  return row.querySelector<HTMLAnchorElement>('h3 a')!;
}

/** Under another heading than its year a row says its year. */
function writeDay(row: Element, isFlat: boolean): void {
  const time = row.querySelector('time')!;
  const day = (time.dataset['day'] ??= time.textContent.trim());
  time.textContent = isFlat ? words.narrow.day(day, time.dateTime.slice(0, 4)) : day;
}

function makeRow(
  template: Element,
  facts: PaperFacts,
  categories: FactsFile['categories'],
): Element {
  const row = template.cloneNode(true) as Element;
  const title = titleOf(row);
  title.href = facts.href;
  title.textContent = facts.title;
  const time = row.querySelector('time')!;
  time.dateTime = facts.date;
  time.textContent = facts.day;
  const [score, category] = [row.querySelector('.score'), row.querySelector('.facts > a')];
  if (facts.score && score instanceof HTMLElement) {
    score.title = facts.score.name;
    const [shown, spoken] = score.children;
    shown!.textContent = facts.score.value;
    spoken!.textContent = facts.score.name;
  } else score?.remove();
  const known = categories[facts.categories[0] ?? ''];
  if (known && category instanceof HTMLAnchorElement) {
    category.href = known.href;
    category.textContent = known.short;
  } else category?.remove();
  row.querySelector('h3 + p')!.textContent =
    facts.authors.join(', ') + (facts.more ? words.narrow.etAl : '');
  row.querySelector('.abstract')?.remove();
  fillKeepPlace(row, facts);
  return row;
}

function emptySection(section: Element): Element {
  const shell = section.cloneNode(false) as Element;
  for (const child of section.children) shell.append(child.cloneNode(false));
  shell.querySelector('div')!.append(section.querySelector('ol')!.cloneNode(false));
  return shell;
}

function fillSection(shell: Element, title: string, rows: readonly Element[]): Element {
  const section = shell.cloneNode(true) as Element;
  const heading = section.querySelector('h2')!;
  heading.textContent = title;
  // No letter of a heading's own is in it, so no other id is the same.
  heading.id = `narrowed_${title.replace(/\W+/g, '_')}`;
  section.setAttribute('aria-labelledby', heading.id);
  section.querySelector('ol')!.replaceChildren(...rows);
  return section;
}
