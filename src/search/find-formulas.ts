import { searchForm } from '../body/formulas/search-form.ts';
import type { FormulaIndex } from './formulas.ts';
import { piecesOf, signsOf } from './pieces.ts';

/** A formula that was found, and where it stands. */
export type FoundFormula = {
  tex: string;
  paper: { href: string; title: string };
  /** Id of its own, or of the section that it is in; empty for the head of the paper. */
  anchor: string;
  /** `3`, of a labelled one. */
  number?: string;
  /** Of the form in which it is searched. */
  length: number;
};

export type FoundFormulas = {
  /** The shortest first, of equal ones those of the newest paper. */
  containing: FoundFormula[];
  /** Those that share much with what was searched, the most alike first. */
  alike: FoundFormula[];
};

type Entry = { found: FoundFormula; form: string };

/** How much two formulas share, from 0 to 1, above which a reader takes one for like the other. */
const ALIKE = 0.35;
/** More would not be like it any more. */
const MOST_ALIKE = 12;
/** Shorter ones are like too many. */
const LEAST_SIGNS = 6;

/** Opens an index; the function finds formulas by LaTeX, a whole one or a part of one. */
export function openFormulas({ papers }: FormulaIndex): (tex: string) => FoundFormulas {
  const entries = papers.flatMap(({ href, title, sections, labelled }): Entry[] => {
    const paper = { href, title };
    const enter = (found: Omit<FoundFormula, 'length'>) => {
      const form = searchForm(found.tex);
      return { found: { ...found, length: form.length }, form };
    };
    return [
      ...labelled.map(([anchor, number, tex]) => enter({ tex, paper, anchor, number })),
      ...sections.flatMap(([anchor, ...formulas]) =>
        formulas.map((tex) => enter({ tex, paper, anchor })),
      ),
    ];
  });
  let findAlike: ReturnType<typeof compareAll> | undefined;
  return (tex) => {
    const form = searchForm(tex);
    if (form === '') return { containing: [], alike: [] };
    const containing = entries
      .filter((entry) => entry.form.includes(form))
      .sort((a, b) => a.form.length - b.form.length);
    const alike =
      signsOf(form).length < LEAST_SIGNS
        ? []
        : (findAlike ??= compareAll(entries))(form)
            .filter((entry) => !entry.form.includes(form))
            .slice(0, MOST_ALIKE);
    return { containing: containing.map(foundOf), alike: alike.map(foundOf) };
  };
}

function foundOf({ found }: Entry): FoundFormula {
  return found;
}

/**
 * Finds entries by what they share with a form: each a set of its parts, those in few entries weighing more, compared
 * by the cosine of the angle between the two (https://nlp.stanford.edu/IR-book/html/htmledition/dot-products-1.html).
 */
function compareAll(entries: readonly Entry[]): (form: string) => Entry[] {
  const standsIn = new Map<string, number[]>();
  const parts = entries.map(({ form }) => piecesOf(form));
  for (const [at, own] of parts.entries()) {
    for (const part of own) {
      const list = standsIn.get(part);
      if (list) list.push(at);
      else standsIn.set(part, [at]);
    }
  }
  const weigh = (part: string) =>
    Math.log(1 + entries.length / (standsIn.get(part)?.length ?? 1)) ** 2;
  const sum = (set: ReadonlySet<string>) => {
    let total = 0;
    for (const part of set) total += weigh(part);
    return total;
  };
  const sums = parts.map(sum);
  return (form) => {
    const own = piecesOf(form);
    const ownSum = sum(own);
    const shared = new Map<number, number>();
    for (const part of own) {
      for (const at of standsIn.get(part) ?? [])
        shared.set(at, (shared.get(at) ?? 0) + weigh(part));
    }
    return [...shared]
      .map(([at, weight]) => ({ at, likeness: weight / Math.sqrt(ownSum * (sums[at] ?? 1)) }))
      .filter(({ likeness }) => likeness >= ALIKE)
      .sort((a, b) => b.likeness - a.likeness || a.at - b.at)
      .flatMap(({ at }) => entries[at] ?? []);
  };
}
