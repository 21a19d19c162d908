import type { Term } from './terms.ts';

/** What is compared of an index: its key, its signs with those of the indices in it, whether it holds a word. */
type Script = { key: string; length: number; leaves: ReadonlySet<string>; word: boolean };

/** A term as it is compared; made once for all comparisons. */
export type Profile = { sub: Script; sup: Script; marks: ReadonlySet<string> };

/** A symbol of a notation, and what its indices are: letters that run, or names. */
export type Candidate = {
  term: Term;
  row: number;
  profile: Profile;
  sub: Nature;
  sup: Nature;
  /** Whether an index of it is a name, as in `N_s` beside `N_r`. */
  named: boolean;
};

/** Whether another index, and whether none, is still the same symbol. */
type Nature = { replaceable: boolean; droppable: boolean };

const FREE: Nature = { replaceable: true, droppable: true };
const FIXED: Nature = { replaceable: false, droppable: false };
/** `M_c`, of which `M_1` is one and `M` is all. */
const REPLACEABLE: Nature = { replaceable: true, droppable: false };
const DROPPABLE: Nature = { replaceable: false, droppable: true };

export function candidateOf(term: Term, row: number): Candidate {
  const sub = natureOf(term.sub, false);
  const sup = natureOf(term.sup, true);
  return {
    term,
    row,
    profile: profileOf(term),
    sub,
    sup,
    named: !sub.replaceable || !sup.replaceable,
  };
}

/** The nature of an index by what it is made of; nothing is free. */
function natureOf(terms: readonly Term[], raised: boolean): Nature {
  const leaves = leavesOf(terms);
  if (leaves.some(isWord) || hasCapitals(terms)) return FIXED;
  // `\mathcal M^{*}`, `\mathbf k^{R}`.
  if (raised && terms.length === 1 && !/^\p{Ll}$/u.test(leaves[0]?.base ?? '')) return FIXED;
  if (leaves.some(({ base }) => /^\p{Lu}$/u.test(base))) return DROPPABLE;
  return FREE;
}

/**
 * Tells names from letters that run, among the symbols with one base: `N_s` and `N_r` are two things, `x_t` and
 * `x_i` one. A letter that the notation explains by itself, other than `i` to `n` and `t`, is a name too.
 *
 * @param explains whether a key is a symbol of the notation
 */
export function markNames(candidates: readonly Candidate[], explains: (key: string) => boolean) {
  const singles = new Set(
    candidates
      .map(({ term }) => singleOf(term.sub) ?? '')
      .filter((key) => /^[\p{L}\d]$/u.test(key)),
  );
  for (const candidate of candidates) {
    const letter = singleOf(candidate.term.sub);
    if (letter === undefined || RUNNING.test(letter)) continue;
    const among = singles.size > 1 && singles.has(letter);
    if (among || explains(letter)) candidate.sub = FIXED;
    else if (/^\p{Ll}$/u.test(letter) && /[a-z]/.test(letter)) candidate.sub = REPLACEABLE;
    if (!candidate.sub.replaceable) candidate.named = true;
  }
}

const RUNNING = /^[i-nt]$/;

function singleOf(terms: readonly Term[]): string | undefined {
  const [only] = terms;
  return terms.length === 1 && only?.sub.length === 0 && only.sup.length === 0
    ? only.key
    : undefined;
}

export function profileOf({ sub, sup, marks }: Term): Profile {
  return {
    sub: scriptOf(sub),
    sup: scriptOf(sup),
    marks: new Set(marks.map(({ key }) => key)),
  };
}

function scriptOf(terms: readonly Term[]): Script {
  const leaves = leavesOf(terms);
  return {
    key: terms.map(({ key }) => key).join(' '),
    length: terms.length,
    leaves: new Set(leaves.map(({ base }) => base)),
    word: leaves.some(isWord) || hasCapitals(terms),
  };
}

/** How well a symbol with the same base explains a term that is not the same: 0 is not at all. */
export function scoreOf({ profile: row, sub, sup }: Candidate, term: Profile): number {
  if (!isWithin(row.marks, term.marks)) return 0;
  // `S^{(t)}` is no `S_t`: the index stands elsewhere.
  if (row.sub.length > 0 && term.sub.length === 0 && term.sup.length > row.sup.length) return 0;
  const lower = scoreScript(row.sub, term.sub, sub);
  const upper = scoreScript(row.sup, term.sup, sup);
  if (lower === 0 || upper === 0) return 0;
  // What is raised is a name more often than what is lowered: `\mathcal M^{*}_t` is `\mathcal M^{*}`.
  return 10 * lower + 11 * upper + (row.marks.size > 0 ? 1 : 0);
}

function scoreScript(row: Script, term: Script, nature: Nature): number {
  if (row.key === term.key) return 10;
  if (row.length === 0) return 2;
  if (term.length === 0) return nature.droppable ? 3 : 0;
  if (isWithin(row.leaves, term.leaves)) return 6;
  if (!nature.replaceable || term.word) return 0;
  return row.length === term.length ? 5 : 4;
}

function isWithin(part: ReadonlySet<string>, whole: ReadonlySet<string>): boolean {
  for (const key of part) if (!whole.has(key)) return false;
  return true;
}

/** The signs of an index and of the indices in it. */
function leavesOf(terms: readonly Term[]): Term[] {
  return terms.flatMap((term) => [
    ...(term.base === '' ? [] : [term]),
    ...leavesOf(term.sub),
    ...leavesOf(term.sup),
    ...term.inside.flatMap(leavesOf),
  ]);
}

function isWord({ kind }: Term): boolean {
  return kind === 'word';
}

/** `KV`, `DKV`: capitals side by side are a word. */
export function hasCapitals(terms: readonly Term[]): boolean {
  return terms.some(
    ({ base }, index) => /^\p{Lu}$/u.test(base) && /^\p{Lu}$/u.test(terms[index + 1]?.base ?? ''),
  );
}
