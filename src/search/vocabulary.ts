import type { Edition } from '../digest/edition.ts';
import { compareCodes } from '../digest/people.ts';

/**
 * The words of names, titles and tags in small letters without marks, sorted: what a word that stands nowhere may be a slip of. Short
 * ones are left out, since any word of three letters is near to some other.
 */
export function buildVocabulary({ digest }: Edition): string[] {
  const texts = [
    ...digest.people.flatMap(({ name, names }) => [name, ...names]),
    ...digest.papers.map(({ title }) => title.plain),
    ...digest.tags.flatMap(({ label, aliases }) => [label, ...aliases]),
  ];
  const words = texts.flatMap((text) =>
    text
      .toLowerCase()
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .split(/[^\p{L}\p{N}\p{M}]+/u),
  );
  return [...new Set(words)].filter((word) => Array.from(word).length > 3).sort(compareCodes);
}
