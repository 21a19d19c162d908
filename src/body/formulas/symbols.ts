import {
  type Candidate,
  candidateOf,
  hasCapitals,
  markNames,
  profileOf,
  scoreOf,
} from './symbol-rules.ts';
import { readTerms, type Term } from './terms.ts';

/** Which rows of a paper's notation a formula uses: their indices, each once, in the order in which it is read. */
export type SymbolIndex = {
  symbolsIn: (tex: string) => number[];
  /** The signs of a formula that no row explains, in its order; those within indices are not asked for. */
  unexplainedIn: (tex: string) => Term[];
};

// A notation has a hundred rows at most, of two hundred characters each.
const MAX_CANDIDATES = 50;
const MAX_BETWEEN = 40;

/** Symbols of several terms by their keys, one after the other: a formula walks down as far as it agrees. */
type Sequences = { next: Map<string, Sequences>; row?: number };

/** `|\cdot|`: the dot stands for whatever is between the bars. */
type Enclosed = { close: string; row: number };

type Index = {
  /** By the key of the whole term. */
  exact: Map<string, number>;
  byBase: Map<string, Candidate[]>;
  /** `\Delta t`, `|E|`, `p(x)`. */
  sequences: Sequences;
  /** By the key of what opens them. */
  enclosed: Map<string, Enclosed[]>;
  found: Map<string, Candidate | undefined>;
};

/**
 * Reads the symbols of a notation, TeX, a row perhaps several (`\mathbf k_t,\ \mathbf v_t`), so that each formula
 * is asked for them in time of its own length. By KaTeX's parse tree, of rows and formulas alike.
 */
export function buildSymbolIndex(symbols: readonly string[]): SymbolIndex {
  const index: Index = {
    exact: new Map(),
    byBase: new Map(),
    sequences: { next: new Map() },
    enclosed: new Map(),
    found: new Map(),
  };
  const heads: { term: Term; row: number }[] = [];
  symbols.forEach((tex, row) => {
    for (const piece of splitRow(readTerms(tex))) addPiece(index, piece, row, heads);
  });
  // `p(x)` and `p(y)` explain neither `p` nor `p(z)`.
  for (const { term, row } of heads) {
    if (heads.filter(({ term: { key } }) => key === term.key).length === 1)
      addTerm(index, term, row);
  }
  for (const candidates of index.byBase.values())
    markNames(candidates, (key) => index.exact.has(key));
  const known = new Map<string, number[]>();
  return {
    symbolsIn(tex) {
      let rows = known.get(tex);
      if (!rows) {
        const found = new Set<number>();
        collect(readTerms(tex), index, false, found);
        rows = [...found];
        known.set(tex, rows);
      }
      return rows;
    },
    unexplainedIn(tex) {
      const missing: Term[] = [];
      collect(readTerms(tex), index, false, new Set(), missing);
      return missing;
    },
  };
}

/** The symbols of one row: what stands between commas outside of brackets, up to a relation, `K_r = 8`. */
function splitRow(terms: readonly Term[]): Term[][] {
  const pieces: Term[][] = [[]];
  let depth = 0;
  let ended = false;
  for (const term of terms) {
    if (term.kind === 'open') depth += 1;
    if (term.kind === 'close') depth -= 1;
    if (depth <= 0 && term.kind === 'punctuation') {
      pieces.push([]);
      ended = false;
      continue;
    }
    if (depth <= 0 && /^[=∈≔≜:]$/.test(term.base) && pieces.at(-1)?.length !== 0) ended = true;
    if (!ended) pieces.at(-1)?.push(term);
  }
  return pieces.filter((piece) => piece.some(({ kind }) => kind !== 'digit'));
}

function addPiece(
  index: Index,
  piece: readonly Term[],
  row: number,
  heads: { term: Term; row: number }[],
): void {
  const [first, second] = piece;
  if (!first) return;
  if (!second) {
    if (isSymbol(first)) addTerm(index, first, row);
    return;
  }
  const close = piece.length === 3 && second.key === '·' ? piece[2]?.key : undefined;
  if (close === undefined) addSequence(index.sequences, piece, row);
  else {
    const enclosed = index.enclosed.get(first.key) ?? [];
    if (enclosed.length < MAX_CANDIDATES) enclosed.push({ close, row });
    index.enclosed.set(first.key, enclosed);
  }
  if (second.kind === 'open' && isSymbol(first)) heads.push({ term: first, row });
}

function addSequence(sequences: Sequences, piece: readonly Term[], row: number): void {
  let at = sequences;
  for (const { key } of piece) {
    const next = at.next.get(key) ?? { next: new Map() };
    at.next.set(key, next);
    at = next;
  }
  at.row ??= row;
}

function addTerm(index: Index, term: Term, row: number): void {
  if (!index.exact.has(term.key)) index.exact.set(term.key, row);
  const candidates = index.byBase.get(term.base) ?? [];
  if (candidates.length < MAX_CANDIDATES) candidates.push(candidateOf(term, row));
  index.byBase.set(term.base, candidates);
}

function isSymbol({ kind, base }: Term): boolean {
  return base !== '' && (kind === 'letter' || kind === 'word' || kind === 'operator');
}

/** @param strict within an index, where a letter is a name of its own: the `s` of `N_s` is no `s_t` */
function collect(
  terms: readonly Term[],
  index: Index,
  strict: boolean,
  rows: Set<number>,
  missing?: Term[],
): void {
  let explained = 0;
  terms.forEach((term, at) => {
    // `F\&B` explained as a whole leaves nothing to ask of its `B`.
    if (at < explained) return;
    const sequence = findSequence(terms, at, index);
    if (sequence && !hasBrackets(terms.slice(at, at + sequence.length)))
      explained = at + sequence.length;
    const found = sequence?.row ?? findRow(term, index, strict, terms[at + 1]?.kind === 'open');
    const row = typeof found === 'object' ? found.row : found;
    if (row !== undefined) rows.add(row);
    else if (isSymbol(term)) missing?.push(term);
    for (const list of term.inside) collect(list, index, strict, rows, missing);
    // `N_s` explained as a whole leaves nothing to ask of its `s`.
    if (typeof found === 'object' && found.named && found.term.key === term.key) return;
    // The `D` of `W^{DKV}` is a part of a word.
    if (!hasCapitals(term.sub)) collect(term.sub, index, true, rows);
    if (!hasCapitals(term.sup)) collect(term.sup, index, true, rows);
    collect(
      term.marks.filter(({ kind }) => kind === 'operator'),
      index,
      true,
      rows,
    );
  });
}

/** `p(x)` and `|x|`: what they hold is asked of by itself. */
function hasBrackets(terms: readonly Term[]): boolean {
  return terms.some(
    ({ kind, base }) => kind === 'open' || kind === 'close' || /^[|∣∥‖]$/.test(base),
  );
}

type Found = { row: number; length: number };

/** The longest symbol of several terms that begins here: its row, and how many terms it takes alone. */
function findSequence(terms: readonly Term[], at: number, index: Index): Found | undefined {
  const first = terms[at];
  if (!first) return undefined;
  let longest: Found | undefined;
  let here: Sequences | undefined = index.sequences;
  for (let end = at; here; end += 1) {
    if (here.row !== undefined) longest = { row: here.row, length: end - at };
    const key = terms[end]?.key;
    here = key === undefined ? undefined : here.next.get(key);
  }
  if (longest !== undefined) return longest;
  const enclosed = index.enclosed.get(first.key);
  if (!enclosed) return undefined;
  const between = terms.slice(at + 2, at + 2 + MAX_BETWEEN);
  const found = enclosed.find(({ close }) => between.some(({ key }) => key === close));
  return found && { row: found.row, length: 0 };
}

/** The row that explains a term best; remembered by what it depends on. */
function findRow(
  term: Term,
  index: Index,
  strict: boolean,
  called: boolean,
): Candidate | undefined {
  if (!isSymbol(term)) return undefined;
  const key = `${strict ? 's' : ''}${called ? 'c' : ''} ${term.key}`;
  if (index.found.has(key)) return index.found.get(key);
  const bare = term.sub.length + term.sup.length + term.marks.length === 0;
  const profile = profileOf(term);
  let best: Candidate | undefined;
  let most = 0;
  for (const candidate of index.byBase.get(term.base) ?? []) {
    const exact = candidate.term.key === term.key;
    if (!exact && bare && (strict || called)) continue;
    const score = exact ? Infinity : scoreOf(candidate, profile);
    if (score > most) [best, most] = [candidate, score];
  }
  index.found.set(key, best);
  return best;
}
