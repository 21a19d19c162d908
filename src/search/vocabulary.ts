import type { SearchRecord } from './records.ts';

/** Words of some papers, in small letters without marks. */
export type Vocabulary = {
  /** Those of names, titles, tags, headings and abstracts, sorted. */
  named: string[];
  /** Those of their texts by how many papers have each, sorted by word. */
  counted: [word: string, papers: number][];
};

/** Of how many papers' texts a word stands in, unless it stands in what names or sums up one. */
const LEAST = 2;

/** Short words are left out, since any word of three letters is near to some other. */
export function buildVocabulary(records: readonly SearchRecord[]): Vocabulary {
  const named = new Set<string>();
  const counts = new Map<string, number>();
  for (const { meta, filters, tldr, sections } of records) {
    const names = [meta.title, meta.authors, meta.tags, ...filters.person, tldr];
    const headings = sections.map(({ heading = '' }) => heading);
    const [abstract] = sections;
    for (const word of listWords([...names, ...headings, ...(abstract?.paragraphs ?? [])]))
      named.add(word);
    for (const word of listWords(sections.flatMap(({ paragraphs }) => paragraphs)))
      counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return { named: [...named].sort(), counted: [...counts].sort(([a], [b]) => (a < b ? -1 : 1)) };
}

/**
 * What a word that stands nowhere may be a slip of, sorted: the words that name or sum up a paper, and those that
 * several papers have, which is a third of all.
 */
export function listVocabulary(parts: readonly Vocabulary[]): string[] {
  const counts = new Map<string, number>();
  for (const { named, counted } of parts) {
    for (const word of named) counts.set(word, LEAST);
    for (const [word, papers] of counted) counts.set(word, (counts.get(word) ?? 0) + papers);
  }
  return [...counts].flatMap(([word, papers]) => (papers >= LEAST ? [word] : [])).sort();
}

/** The words of texts, each once. */
function listWords(texts: readonly string[]): Set<string> {
  const plain = texts.join(' ').toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
  const words = plain.split(/[^\p{L}\p{N}]+/u);
  return new Set(words.filter((word) => Array.from(word).length > 3 && !/\p{N}/u.test(word)));
}
