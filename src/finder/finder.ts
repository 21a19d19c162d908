import { Formulas, type FoundInParts } from './formulas.ts';
import { FILTERS, type FilterName } from '../search/filters.ts';
import { fillFacets } from './facets.ts';
import { startArrows } from './arrows.ts';
import { looksLikeFormula } from './query.ts';
import { Rows } from './rows.ts';
import { isAsking, readState, writeState, type State } from './state.ts';
import { Texts, type FoundTexts } from './texts.ts';
import { words } from './words.ts';

/** How long after the last key it is searched, in milliseconds. */
const PAUSE = 200;

/** How long it may take until that is said, in milliseconds. */
const LONG = 600;

/** Searches what stands in the form, now and whenever it changes; the address says what was searched. */
export function openFinder(form: HTMLFormElement): { run: () => void } {
  const part = (name: string) => form.querySelector<HTMLElement>(`[data-part="${name}"]`)!;
  const field = form.querySelector<HTMLInputElement>('[name=q]')!;
  const narrow = part('narrow') as HTMLDetailsElement;
  const { index = '', formulas: address = '', words: vocabulary = '', katex = '' } = form.dataset;
  const texts = new Texts(new URL(index, location.href).href, vocabulary);
  const formulas = new Formulas(address);
  const rows = new Rows(form, katex);

  const readForm = (): State => {
    const data = new FormData(form);
    const ids = (name: FilterName) => data.getAll(name).map(String);
    return {
      q: field.value,
      filters: {
        tag: ids('tag'),
        category: ids('category'),
        month: ids('month'),
        person: ids('person'),
      },
      sort: data.get('sort') === 'date' ? 'date' : '',
    };
  };
  const say = (sentence: string, note = '', showIndexes = false) => {
    if (part('said').textContent !== sentence) part('said').textContent = sentence;
    part('note').textContent = note;
    part('note').hidden = note === '';
    part('indexes').hidden = !showIndexes;
  };

  // What was asked last alone is shown, whatever comes first.
  let latest = 0;
  let asked: string | undefined;
  let late = 0;
  const search = async (state: State): Promise<void> => {
    // The same again would only take the focus from a result.
    if (asked === writeState(state)) return;
    asked = writeState(state);
    const turn = (latest += 1);
    clearTimeout(late);
    if (!isAsking(state)) {
      part('lists').ariaBusy = 'false';
      rows.clear();
      narrow.hidden = true;
      say('', '', true);
      return;
    }
    part('lists').ariaBusy = 'true';
    late = window.setTimeout(() => say(words.searching), LONG);
    const isNarrowed = FILTERS.some((name) => state.filters[name].length > 0);
    const [text, set] = await Promise.all([
      searchTexts(texts, state),
      looksLikeFormula(state.q)
        ? formulas.find(state.q).catch(() => undefined)
        : Promise.resolve<FoundInParts>({ containing: [], alike: [] }),
    ]);
    const found = text?.found;
    if (turn !== latest) return;
    clearTimeout(late);
    if (!found || !set) asked = undefined;
    part('lists').ariaBusy = 'false';
    rows.showFormulas('formulas', set?.containing ?? [], set?.more);
    rows.showFormulas('alike', set?.alike ?? []);
    rows.showPapers(text?.first ?? [], found);
    narrow.hidden = !found || (found.count === 0 && !isNarrowed);
    if (found) fillFacets(form, found.facets, state.filters);
    const { sentence, note, isNothing } = sumUp(state, found, set);
    say(sentence, note, isNothing);
  };

  const keep = (state: State, isStep: boolean) => {
    const next = location.pathname + writeState(state);
    if (next === location.pathname + location.search) return;
    if (isStep) history.pushState(null, '', next);
    else history.replaceState(null, '', next);
  };
  const run = (isStep: boolean) => {
    clearTimeout(timer);
    const state = readForm();
    keep(state, isStep);
    void search(state);
  };
  let timer = 0;
  field.addEventListener('input', () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => run(false), PAUSE);
  });
  form.addEventListener('change', ({ target }) => {
    if (target !== field) run(true);
  });
  addEventListener('popstate', () => show(readState(location.search)));

  /** Puts a state into the form and searches it. */
  const show = (state: State) => {
    field.value = state.q;
    for (const one of form.querySelectorAll<HTMLInputElement>('[name=sort]'))
      one.checked = one.value === state.sort;
    void search(state);
  };
  const wide = matchMedia('(min-width: 75rem)');
  const openWide = () => (narrow.open = wide.matches);
  wide.addEventListener('change', openWide);
  openWide();
  startArrows(form, field);
  const begun = readState(location.search);
  // Who began to type before this was loaded has said more than the address.
  if (field.value === begun.q) show(begun);
  else run(false);
  return { run: () => run(true) };
}

/** What was found with its first papers; undefined where the index cannot be loaded. */
async function searchTexts(texts: Texts, state: State) {
  try {
    const found = await texts.search(state);
    return { found, first: await found.load(0, Rows.step) };
  } catch {
    return undefined;
  }
}

function sumUp(
  state: State,
  found: FoundTexts | undefined,
  set: FoundInParts | undefined,
): { sentence: string; note: string; isNothing: boolean } {
  const papers = found?.count ?? 0;
  const containing = set?.containing.length ?? 0;
  const alike = set?.alike.length ?? 0;
  const isNothing = papers + containing + alike === 0;
  const isOther = papers + containing === 0 && alike > 0;
  const notes = [
    ...(found?.instead === undefined ? [] : [words.instead(state.q.trim(), found.instead)]),
    ...(found && found.without.length > 0 && papers > 0 ? [words.without(found.without)] : []),
    ...(found ? [] : [words.noIndex]),
    ...(set ? [] : [words.noFormulas]),
    ...(set?.more ? [words.newest] : []),
  ];
  return {
    sentence: isOther ? words.alike(alike) : words.found(papers, containing),
    note: notes.join(' '),
    isNothing,
  };
}
