import type { SearchRecord } from './records.ts';

/** Words of some papers, in small letters without marks; both sorted. */
export type Vocabulary = {
  /** Those that name or sum up a paper, and those that several papers have: a third of all. */
  known: string[];
  /** Those that one paper has. */
  once: string[];
};

/** Short words are left out, since any word of three letters is near to some other. */
export function buildVocabulary(records: readonly SearchRecord[]): Vocabulary {
  return mergeVocabularies(
    records.map(({ meta, filters, tldr, sections }) => {
      const names = [meta.title, meta.authors, meta.tags, ...filters.person, tldr];
      const headings = sections.map(({ heading = '' }) => heading);
      const [abstract] = sections;
      return {
        known: [...listWords([...names, ...headings, ...(abstract?.paragraphs ?? [])])],
        once: [...listWords(sections.flatMap(({ paragraphs }) => paragraphs))],
      };
    }),
  );
}

export function mergeVocabularies(parts: readonly Vocabulary[]): Vocabulary {
  const isKnown = new Map<string, boolean>();
  for (const { known, once } of parts) {
    for (const word of known) isKnown.set(word, true);
    for (const word of once) isKnown.set(word, isKnown.has(word));
  }
  const words = [...isKnown.keys()].sort();
  return {
    known: words.filter((word) => isKnown.get(word)),
    once: words.filter((word) => !isKnown.get(word)),
  };
}

/** The words of texts, each once. */
function listWords(texts: readonly string[]): Set<string> {
  const plain = texts.join(' ').toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
  const words = plain.split(/[^\p{L}\p{N}]+/u);
  return new Set(words.filter((word) => Array.from(word).length > 3 && !/\p{N}/u.test(word)));
}
