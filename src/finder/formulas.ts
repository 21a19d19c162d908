import { copyOf } from '../reader/copies.ts';
import { openFormulas, type FoundFormula, type FoundFormulas } from '../search/find-formulas.ts';
import type { FormulaIndex } from '../search/formulas.ts';

/** The search of the digest's formulas. Its index is loaded at the first question. */
export class Formulas {
  readonly #address: string;
  #opened: Promise<(tex: string) => FoundFormulas> | undefined;

  constructor(address: string) {
    this.#address = address;
  }

  /** Throws where the index cannot be loaded. */
  async find(tex: string): Promise<FoundFormulas> {
    this.#opened ??= fetch(this.#address)
      .then(async (answer) => {
        if (!answer.ok) throw new Error(`${answer.status} of ${this.#address}`);
        return openFormulas((await answer.json()) as FormulaIndex);
      })
      .catch((error: unknown) => {
        this.#opened = undefined;
        throw error;
      });
    return (await this.#opened)(tex);
  }
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
