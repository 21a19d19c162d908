import { searchForm } from '../body/formulas/search-form.ts';
import { copyOf } from '../reader/copies.ts';
import { openFormulas, type FoundFormula, type FoundFormulas } from '../search/find-formulas.ts';
import type { FormulaDirectory, FormulaIndex } from '../search/formulas.ts';
import { holdsPieces, piecesOf } from '../search/pieces.ts';

/** What was found; `more` looks through earlier papers that may have it too. */
export type FoundInParts = FoundFormulas & { more?: () => Promise<FoundInParts> };

type Part = { pieces: string; open: () => Promise<(tex: string) => FoundFormulas> };

/** Parts that are searched at once, each of a thousand papers. */
const AT_ONCE = 2;

/** The search of the digest's formulas. What it reads is loaded at the first question that may be answered by it. */
export class Formulas {
  readonly #address: string;
  #parts: Promise<Part[]> | undefined;

  /** @param address of the directory of the formulas */
  constructor(address: string) {
    this.#address = address;
  }

  /** Searches the newest papers that may have it. Throws where they cannot be loaded. */
  async find(tex: string): Promise<FoundInParts> {
    this.#parts ??= readParts(this.#address).catch((error: unknown) => {
      // The next question may have more luck.
      this.#parts = undefined;
      throw error;
    });
    const pieces = piecesOf(searchForm(tex));
    const parts = (await this.#parts).filter((part) => holdsPieces(part.pieces, pieces));
    return await findIn(parts, tex);
  }
}

/** Goes on from part to part while nothing is found. */
async function findIn([...parts]: readonly Part[], tex: string): Promise<FoundInParts> {
  const now = parts.splice(0, AT_ONCE);
  const found = await Promise.all(now.map(async ({ open }) => (await open())(tex)));
  // In each of them the shortest come first; likeness is not told, so what is alike stays part by part.
  const containing = found.flatMap((one) => one.containing).sort((a, b) => a.length - b.length);
  const all = { containing, alike: found.flatMap(({ alike }) => alike) };
  if (parts.length === 0) return all;
  if (containing.length > 0) return { ...all, more: () => findIn(parts, tex) };
  const later = await findIn(parts, tex);
  return { ...later, alike: [...all.alike, ...later.alike] };
}

async function readParts(address: string): Promise<Part[]> {
  const { parts } = await readJson<FormulaDirectory>(address);
  return parts.map(({ address: own, pieces }) => {
    let opened: ReturnType<Part['open']> | undefined;
    const open = () =>
      (opened ??= readJson<FormulaIndex>(own)
        .then(openFormulas)
        .catch((error: unknown) => {
          opened = undefined;
          throw error;
        }));
    return { pieces, open };
  });
}

async function readJson<T>(address: string): Promise<T> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${answer.status} of ${address}`);
  return (await answer.json()) as T;
}

const pages = new Map<string, Promise<Map<string, Element>>>();

/** A formula as its paper's page has set it; undefined where the page cannot be read. */
export async function fetchSet({ tex, paper }: FoundFormula): Promise<Element | undefined> {
  let reading = pages.get(paper.href);
  if (!reading) {
    reading = readPage(paper.href).catch(() => {
      pages.delete(paper.href);
      return new Map<string, Element>();
    });
    pages.set(paper.href, reading);
  }
  const found = (await reading).get(tex);
  return found && copyOf(found);
}

/** The formulas of a page by their TeX. */
async function readPage(address: string): Promise<Map<string, Element>> {
  const answer = await fetch(address, { signal: AbortSignal.timeout(8000) });
  if (!answer.ok) throw new Error(String(answer.status));
  const markup = await answer.text();
  // Styles of another page are none that the policy of this one knows, even where nothing applies them.
  const page = new DOMParser().parseFromString(markup.slice(markup.indexOf('<main')), 'text/html');
  const formulas = [...page.querySelectorAll('.katex')];
  return new Map(
    formulas.map((formula) => [
      formula.getAttribute('data-tex') ?? '',
      formula.closest('.katex-display') ?? formula,
    ]),
  );
}
