import { fillKeepPlace } from '../reader/keep-place.ts';
import type { FoundFormula } from '../search/find-formulas.ts';
import { fetchSet, type FoundInParts } from './formulas.ts';
import { listWords, standsIn } from './query.ts';
import type { FoundPaper, FoundTexts } from './texts.ts';
import { words } from './words.ts';

/** Of authors, besides those that were searched. */
const SHOWN_AUTHORS = 3;
const MOST_AUTHORS = 8;
const SHOWN_SECTIONS = 3;

type ListName = 'formulas' | 'alike' | 'papers';

/** The lists of what was found, filled from the templates of the page. All that is put in is text. */
export class Rows {
  /** How many rows are shown before more are asked for. */
  static readonly step = 10;
  readonly #form: HTMLElement;
  readonly #katex: string;

  /** @param katex address of the stylesheet that formulas are set with */
  constructor(form: HTMLElement, katex: string) {
    this.#form = form;
    this.#katex = katex;
  }

  clear(): void {
    for (const name of ['formulas', 'alike', 'papers'] as const)
      this.#list(name).section.hidden = true;
  }

  /** @param more looks through earlier papers, once all of these are shown */
  showFormulas(
    name: 'formulas' | 'alike',
    found: readonly FoundFormula[],
    more?: FoundInParts['more'],
  ): void {
    if (found.length > 0) this.#loadKatex();
    let all = found;
    let next = more;
    const load = async (from: number) => {
      while (next && all.length <= from) {
        const { containing, more: after } = await next();
        all = [...all, ...containing];
        next = after;
      }
      return all.slice(from, from + Rows.step).map((one) => this.#buildFormula(one));
    };
    this.#show(
      name,
      found.slice(0, Rows.step).map((one) => this.#buildFormula(one)),
      () => all.length + (next ? 1 : 0),
      load,
    );
  }

  /** @param first what was loaded of what was found */
  showPapers(first: readonly FoundPaper[], found: FoundTexts | undefined): void {
    const build = (papers: readonly FoundPaper[]) =>
      papers.map((one) => this.#buildPaper(one, found?.words ?? []));
    const load = async (from: number) => build((await found?.load(from, from + Rows.step)) ?? []);
    this.#show('papers', build(first), () => found?.count ?? 0, load);
  }

  #list(name: ListName) {
    const section = this.#form.querySelector<HTMLElement>(`[data-list="${name}"]`)!;
    const rows = section.querySelector<HTMLElement>('[data-part="rows"]')!;
    const more = section.querySelector<HTMLButtonElement>('[data-part="more"]')!;
    return { section, rows, more };
  }

  #show(
    name: ListName,
    first: readonly Node[],
    count: () => number,
    load: (from: number) => Promise<Node[]>,
  ): void {
    const { section, rows, more } = this.#list(name);
    rows.replaceChildren(...first);
    section.hidden = count() === 0;
    const settle = () => (more.hidden = rows.children.length >= count());
    settle();
    more.onclick = async () => {
      const from = rows.children.length;
      rows.append(...(await load(from)));
      settle();
      rows.children[from]?.querySelector<HTMLElement>('[data-result]')?.focus();
    };
  }

  #clone(name: 'paper' | 'formula') {
    const template = this.#form.querySelector<HTMLTemplateElement>(`[data-row="${name}"]`)!;
    const row = template.content.cloneNode(true) as DocumentFragment;
    const part = (one: string) => row.querySelector<HTMLElement>(`[data-part="${one}"]`)!;
    return { row, part };
  }

  #buildPaper(paper: FoundPaper, asked: readonly string[]): Node {
    const { href, title, authors, issue, excerpt, sections } = paper;
    const { row, part } = this.#clone('paper');
    const link = part('title') as HTMLAnchorElement;
    link.href = href;
    link.textContent = title;
    part('issue').textContent = issue;
    fillKeepPlace(row, paper);
    // An initial says nothing.
    const telling = asked.filter((word) => word.length > 2);
    const isAsked = (name: string) => telling.some((word) => standsIn(word, listWords(name)));
    const shown = authors
      .map((name) => ({ name, isAsked: isAsked(name) }))
      .filter((author, at) => at < SHOWN_AUTHORS || author.isAsked)
      .slice(0, MOST_AUTHORS);
    part('authors').append(
      ...shown.flatMap(({ name, isAsked }, at) => [
        ...(at === 0 ? [] : [', ']),
        isAsked ? mark(name) : name,
      ]),
      ...(authors.length > shown.length ? [` ${words.etAl}`] : []),
    );
    part('excerpt').append(...excerpt.map((text, at) => (at % 2 === 0 ? text : mark(text))));
    for (const [at, section] of sections.slice(0, SHOWN_SECTIONS).entries()) {
      const anchor = document.createElement('a');
      anchor.href = section.href;
      anchor.textContent = section.title;
      part('sections').append(...(at === 0 ? [] : ['\u00a0· ']), anchor);
    }
    return row;
  }

  #buildFormula(found: FoundFormula): Node {
    const { row, part } = this.#clone('formula');
    const { tex, paper, anchor, number } = found;
    const link = part('title') as HTMLAnchorElement;
    link.href = anchor === '' ? paper.href : `${paper.href}#${anchor}`;
    link.textContent = paper.title;
    const place = [
      ...(number ? [words.equation(number)] : []),
      ...(anchor === '' ? [] : [words.place(anchor)]),
    ];
    part('place').textContent = place.map((one) => `\u00a0· ${one}`).join('');
    const box = part('formula');
    const code = Object.assign(document.createElement('code'), { textContent: tex });
    void fetchSet(found).then((set) => {
      box.replaceChildren(set ?? code);
      // What scrolls takes the focus, so that keys can scroll it.
      if (box.scrollWidth > box.clientWidth + 1) {
        Object.assign(box, { tabIndex: 0, role: 'group', ariaLabel: words.place(anchor) || tex });
      }
    });
    return row;
  }

  #loadKatex(): void {
    if (this.#katex === '' || document.querySelector(`link[href="${this.#katex}"]`)) return;
    document.head.append(
      Object.assign(document.createElement('link'), { rel: 'stylesheet', href: this.#katex }),
    );
  }
}

function mark(text: string): HTMLElement {
  return Object.assign(document.createElement('mark'), { textContent: text });
}
