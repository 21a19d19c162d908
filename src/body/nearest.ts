import { distance } from 'fastest-levenshtein';

/**
 * The known word that `word` is most likely a slip of, or undefined where none is near. Of words
 * equally near, one of the same letters comes first, then the one with the longest common beginning.
 */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  if (word.length < 2 || word.length > 60) return undefined;
  const slip = word.toLowerCase();
  const limit = Math.max(word.length < 4 ? 1 : 2, Math.floor(word.length / 3));
  let best: string | undefined;
  let bestCost = Infinity;
  for (const candidate of known) {
    const other = candidate.toLowerCase();
    const steps = distance(slip, other);
    if (steps > limit) continue;
    const anagram = sortLetters(slip) === sortLetters(other);
    const cost =
      (anagram ? 0 : steps) - commonStart(slip, other) / 100 + distance(word, candidate) / 1000;
    if (cost < bestCost) [best, bestCost] = [candidate, cost];
  }
  return best;
}

/** The only known word that is one letter away from `word`, however it is written; undefined for a short word, or two. */
export function oneSlipFrom(word: string, known: Iterable<string>): string | undefined {
  if (word.length < 4 || word.length > 60) return undefined;
  const near = [...known].filter((one) => distance(word.toLowerCase(), one.toLowerCase()) <= 1);
  return near.length === 1 ? near[0] : undefined;
}

/** `Did you mean …?` as a fix, where a known word is near. */
export function suggestion(word: string, known: Iterable<string>): string | undefined {
  const best = nearest(word, known);
  return best === undefined ? undefined : `Did you mean \`${best}\`?`;
}

function sortLetters(word: string): string {
  return Array.from(word).sort().join('');
}

function commonStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return length;
}
