import { distance } from 'fastest-levenshtein';
import { nearest } from '../body/nearest.ts';

/**
 * The word of the vocabulary that a word is a slip of: one letter away if it is short, two or three if it is long.
 * Undefined where none is so near.
 */
export function mendWord(word: string, vocabulary: readonly string[]): string | undefined {
  const plain = word.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
  if (plain.length < 4 || /\d/.test(plain)) return undefined;
  const best = nearest(plain, vocabulary);
  const most = plain.length < 6 ? 1 : plain.length < 9 ? 2 : 3;
  return best !== undefined && distance(plain, best) <= most ? best : undefined;
}
