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
  title: string;
  /** `2026-03-22`, and as a row says it under its year, `Mar 22`. */
  date: string;
  day: string;
  /** As printed, the first three. */
  authors: string[];
  more: boolean;
  /** The folded words of every author's names; a `|` parts people. */
  people: string;
  tags: string[];
  categories: string[];
  score?: { value: string; name: string };
};
