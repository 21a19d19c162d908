/** Which people a name means that somebody typed. */
import { distance } from 'fastest-levenshtein';
import type { PersonFacts } from './facts.ts';

/**
 * The people of whom one spelling has a word for each word that is sought, in any order, whole or begun; where there
 * is nobody, those whose words are a slip or two away. Whole words come first.
 *
 * @param sought folded words
 */
export function matchPeople(
  people: readonly PersonFacts[],
  sought: readonly string[],
): PersonFacts[] {
  const exact = rank(people, sought, costOf);
  return exact.length > 0 ? exact : rank(people, sought, slipOf);
}

function rank(
  people: readonly PersonFacts[],
  sought: readonly string[],
  costOf: (word: string, sought: string) => number,
): PersonFacts[] {
  return people
    .map((person) => {
      const costs = person.words.split('|').map((spelling) => {
        const words = spelling.split(' ');
        return sought.reduce(
          (sum, one) => sum + Math.min(...words.map((word) => costOf(word, one))),
          0,
        );
      });
      return { person, cost: Math.min(...costs) };
    })
    .filter(({ cost }) => cost < Infinity)
    .sort((a, b) => a.cost - b.cost)
    .map(({ person }) => person);
}

/** 0 of the word itself, 1 of one that begins so. */
function costOf(word: string, sought: string): number {
  return word === sought ? 0 : word.startsWith(sought) ? 1 : Infinity;
}

/** How many letters are wrong, of a word that is begun too; short ones leave no room for a slip. */
function slipOf(word: string, sought: string): number {
  const most = sought.length > 7 ? 2 : sought.length > 3 ? 1 : 0;
  const begun = word.slice(0, sought.length);
  // Two letters that changed places are one slip.
  const isMixed = most > 0 && sortLetters(begun) === sortLetters(sought);
  const slips = isMixed ? 1 : Math.min(distance(word, sought), distance(begun, sought));
  return slips <= most ? slips : Infinity;
}

function sortLetters(word: string): string {
  return [...word].sort().join('');
}
