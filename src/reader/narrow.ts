/** The list of a page, sorted and filtered: its own rows, and rows made of facts for what stands on other pages. */
import { foldWords } from '../folding.ts';
import { button, make } from './elements.ts';
import { ALL, buildScope, FactsOfYears } from './facts-of-years.ts';
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

const NOTHING = Object.fromEntries(LIST_NAMES.map((name) => [name, ''])) as State;

const collator = new Intl.Collator('en', { numeric: true });

/** @returns whether the facts came, and the form works from now on */
export async function narrow(fold: HTMLDetailsElement): Promise<boolean> {
  const form = fold.querySelector('form')!;
  const said = fold.querySelector('[role=status]')!;
  const list = document.querySelector<HTMLElement>('[data-list]')!;
  const sections = [...list.children];
  const original = [...list.querySelectorAll('ol')].map((ol) => [ol, [...ol.children]] as const);
  const elements = new Map(
    original.flatMap(([, rows]) => rows).map((row) => [titleOf(row).pathname, row]),
  );
  // Those of the page, of whose years there are others, or all of a list of which the page has some.
  const { of } = fold.dataset;
  const isOf = of === undefined ? ({ href }: PaperFacts) => elements.has(href) : buildScope(of);
  const facts = new FactsOfYears(fold.dataset, isOf);
  const isRead = await facts.readFirst().catch(() => false);
  said.textContent = isRead ? '' : words.narrow.failed;
  if (!isRead) return false;

  const rowOf = new Map<PaperFacts, Row>();
  const listRows = () =>
    facts.papers.map((paper) => {
      const row = rowOf.get(paper) ?? { facts: paper, element: elements.get(paper.href) };
      rowOf.set(paper, row);
      return row;
    });
  const shell = emptySection(sections[0]!);
  const template = fold.querySelector('template')!.content.firstElementChild!;
  fillOptions(form, facts);

  const say = (found: number, all: number, year: string) => {
    const papers = words.narrow.found(found, all);
    const { since } = facts;
    said.textContent =
      year === '' && since !== undefined ? words.narrow.since(papers, since) : papers;
  };
  const restore = () => {
    const rows = listRows().filter(buildTest(NOTHING, facts.since));
    for (const [ol, own] of original) ol.replaceChildren(...own);
    for (const { element } of rows) if (element) writeDay(element, false);
    list.replaceChildren(...sections);
    delete list.dataset['narrowed'];
    say(rows.length, rows.length, '');
  };
  // What was asked for last alone is shown, whatever years come first.
  let latest = 0;
  const show = async (state: State, most = MOST): Promise<void> => {
    const turn = (latest += 1);
    if (!facts.has(state.year)) {
      said.textContent = words.narrow.loading;
      const isThere = await facts.read(state.year).catch(() => false);
      if (turn !== latest) return;
      if (!isThere) {
        said.textContent = words.narrow.failed;
        return;
      }
      fillOptions(form, facts);
    }
    if (Object.values(state).every((value) => value === '')) {
      restore();
      return;
    }
    // Of a list that is read year by year, those of the years that were asked for.
    const years = { ...NOTHING, ...(facts.since !== undefined && { year: state.year }) };
    const rows = listRows().filter(buildTest(years, facts.since));
    const found = sort(rows.filter(buildTest(state, facts.since)), state.sort);
    const isFlat = state.sort === 'score' || state.sort === 'title';
    const groups = Map.groupBy(found.slice(0, most), ({ facts: { date } }) =>
      isFlat ? titleOfSort(form) : date.slice(0, 4),
    );
    list.dataset['narrowed'] = of === undefined ? '' : 'brief';
    list.replaceChildren(
      ...[...groups].map(([title, members]) => {
        const elements = members.map(
          (row) => (row.element ??= makeRow(template, row.facts, facts.categories)),
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
          void show(state, most + MOST);
          const next = found[most]?.element;
          if (next) titleOf(next).focus();
        },
      );
      list.append(make('p', { className: 'columns small chrome' }, more));
    }
    say(found.length, rows.length, state.year);
  };

  let timer: ReturnType<typeof setTimeout> | undefined;
  const follow = (delay: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      const state = readForm(form);
      writeAddress(state);
      void show(state);
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
  const readAddress = async () => {
    const asked = new URLSearchParams(location.search);
    const year = asked.get('year') ?? '';
    // What can be chosen in a year is known once it is there; without it, `show` says so.
    if (!facts.has(year)) {
      await facts.read(year).catch(() => undefined);
      fillOptions(form, facts);
    }
    writeForm(form, asked);
    await show(readForm(form));
  };
  addEventListener('popstate', () => void readAddress());
  // Who chose something before this was loaded has said more than the address.
  if (Object.values(readForm(form)).some((value) => value !== '')) follow(0);
  else await readAddress();
  return true;
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

/** The years, tags and categories of the papers that are there, each with how many have it; years that can come without. */
function fillOptions(form: HTMLFormElement, facts: FactsOfYears): void {
  const fill = (
    name: string,
    valuesOf: (facts: PaperFacts) => readonly string[],
    labelOf: (value: string) => string,
    order: (a: string, b: string) => number,
    others: readonly string[] = [],
  ) => {
    const control = controlOf(form, name);
    if (!(control instanceof HTMLSelectElement)) return;
    const chosen = control.value;
    const counts = new Map<string, number>(others.map((value) => [value, 0]));
    for (const paper of facts.papers)
      for (const value of valuesOf(paper)) counts.set(value, (counts.get(value) ?? 0) + 1);
    const options = [...counts]
      .sort(([a], [b]) => order(labelOf(a), labelOf(b)))
      .map(([value, count]) => {
        const label = labelOf(value);
        return make('option', { value }, count > 0 ? words.narrow.option(label, count) : label);
      });
    control.replaceChildren(control.options[0]!, ...options);
    control.value = chosen;
  };
  const { since, tags, categories } = facts;
  fill('year', yearsOf, String, (a, b) => compare(b, a), facts.waiting);
  const year = controlOf(form, 'year');
  if (since !== undefined && year instanceof HTMLSelectElement) {
    year.options[0]!.textContent = words.narrow.optionSince(since);
    const isAll = year.value === ALL;
    year.append(make('option', { value: ALL }, words.narrow.allYears));
    if (isAll) year.value = ALL;
  }
  fill(
    'tag',
    (paper) => paper.tags,
    (id) => tags[id] ?? id,
    collator.compare,
  );
  fill(
    'category',
    (paper) => paper.categories,
    (id) => categories[id]?.label ?? id,
    collator.compare,
  );
}

function yearsOf({ date }: PaperFacts): string[] {
  return [date.slice(0, 4)];
}

/** @param since the first year that is there unless another is asked for */
function buildTest(
  { year, tag, category, person, score }: State,
  since = '',
): (row: Row) => boolean {
  const names = foldWords(person);
  const least = Number.parseFloat(score);
  return ({ facts }) =>
    (year === '' ? facts.date >= since : year === ALL || facts.date.startsWith(year)) &&
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
