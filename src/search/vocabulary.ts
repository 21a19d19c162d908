import type { SearchRecord } from './records.ts';

/** Of how many papers' texts a word stands in, unless it stands in what names or sums up one. */
const LEAST = 2;

/**
 * What a word that stands nowhere may be a slip of, in small letters without marks, sorted: the words of names, titles,
 * tags, headings and abstracts, and those that several papers have, which is a third of all. Short ones are left out,
 * since any word of three letters is near to some other.
 */
export function buildVocabulary(records: readonly SearchRecord[]): string[] {
  const words = new Set<string>();
  const counts = new Map<string, number>();
  for (const { meta, filters, tldr, sections } of records) {
    const names = [meta.title, meta.authors, meta.tags, ...filters.person, tldr];
    const headings = sections.map(({ heading = '' }) => heading);
    const [abstract] = sections;
    for (const word of listWords([...names, ...headings, ...(abstract?.paragraphs ?? [])]))
      words.add(word);
    for (const word of listWords(sections.flatMap(({ paragraphs }) => paragraphs)))
      counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  for (const [word, count] of counts) if (count >= LEAST) words.add(word);
  return [...words].sort();
}

/** The words of texts, each once. */
function listWords(texts: readonly string[]): Set<string> {
  const plain = texts.join(' ').toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
  const words = plain.split(/[^\p{L}\p{N}]+/u);
  return new Set(words.filter((word) => Array.from(word).length > 3 && !/\p{N}/u.test(word)));
}
