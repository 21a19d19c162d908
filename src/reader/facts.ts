/** What the scripts of lists ask for, as JSON: the shapes that a build writes and a browser reads. */

/** Of the papers that were published in a year, newest first. */
export type FactsFile = {
  /** Labels of the tags that stand on them, by id. */
  tags: Record<string, string>;
  /** By the part of their address; `short` is what a row says, `LG`. */
  categories: Record<string, { label: string; short: string; href: string }>;
  papers: PaperFacts[];
};

export type PaperFacts = {
  href: string;
  /** What it is known by for ever, where that is not the slug in its address. */
  id?: string;
  title: string;
  /** `2026-03-22`, and as a row says it under its year, `Mar 22`. */
  date: string;
  day: string;
  /** As printed, the first three. */
  authors: string[];
  more: boolean;
  /** The folded words of the names of its authors, then of who wrote the summary; a `|` parts people. */
  people: string;
  tags: string[];
  categories: string[];
  /** Ids of authors whose own lists stand on several pages. */
  authorIds?: string[];
  score?: { value: string; name: string };
};

/** A part of the people: those of whom a name has a word that begins as the part is called. */
export type PeopleFile = { people: PersonFacts[] };

export type PersonFacts = {
  href: string;
  /** As an index has it, `Quill, Ada`; `lang` where it is not in Latin letters. */
  name: string;
  lang?: string;
  /** The folded words of each spelling; a `|` parts spellings. */
  words: string;
  /** `14 papers, 2 issues` */
  work: string;
  /** Of who shares a name with another, where it is known: what tells them apart. */
  notes?: string;
};

/**
 * The part in which a folded word is found: its first two letters where they are Latin, `er`, else the code of its
 * first letter, `u674e`, so that a file can be called so.
 */
export function partOf(word: string): string {
  return /^[a-z0-9]/.test(word)
    ? word.slice(0, /^[a-z0-9]{2}/.test(word) ? 2 : 1)
    : `u${(word.codePointAt(0) ?? 0).toString(16)}`;
}
