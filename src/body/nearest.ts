import { closest, distance } from 'fastest-levenshtein';

/** The known word that `word` is most likely a slip of, or undefined when none is near. */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  const candidates = [...known];
  if (candidates.length === 0 || word.length > 60) return undefined;
  const exact = candidates.find((one) => one.toLowerCase() === word.toLowerCase());
  if (exact !== undefined) return exact;
  const best = closest(word, candidates);
  return distance(word, best) <= Math.max(word.length < 4 ? 1 : 2, Math.floor(word.length / 3))
    ? best
    : undefined;
}

/** ` Did you mean …?` as the start of a fix, or the empty string. */
export function suggestion(word: string, known: Iterable<string>): string | undefined {
  const best = nearest(word, known);
  return best === undefined ? undefined : `Did you mean \`${best}\`?`;
}
