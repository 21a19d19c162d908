/** One rule of the catalogue: what a problem with this code means, for who reads it for the first time. */
export type Rule = {
  /** As a problem gives it, and the anchor of its entry. */
  code: string;
  /** An error unless given. */
  severity?: 'warning';
  /** A short plain heading, without a full stop; `code` in backticks. */
  title: string;
  /** One to three sentences: why it is refused, and what would happen otherwise; `code` in backticks. */
  why: string;
} & Examples;

/**
 * What is refused, and the same as it should be; both are judged by the tests. What a source is:
 *
 * - `text`: the text of a summary, below facts that are right. It may show `memory.svg` and draw
 *   `results.csv`, which are there if they are named.
 * - `facts`: keys that replace those of facts that are right; from `---` on a whole file.
 * - `issue`: the same of an issue. `site`: the same of site.yaml.
 * - `person`: the whole file `people/ada-lovelace.yaml`; she is an author. `tags`: keys added to tags.yaml.
 * - `svg`: the whole picture `memory.svg`. `csv`: the whole `results.csv`, drawn by its columns `tokens`,
 *   `accuracy` and, where it has one, `model`.
 * - `files`: several files by their paths from the content folder on; an index.mdx that does not begin with `---`
 *   is keys that replace those of facts that are right.
 * - `words`: what cannot be shown as text, described; tests/rules/made.ts makes it.
 */
export type Examples =
  | {
      in: 'text' | 'facts' | 'issue' | 'site' | 'person' | 'tags' | 'svg' | 'csv' | 'words';
      wrong: string;
      right: string;
    }
  | { in: 'files'; wrong: Record<string, string>; right: Record<string, string> };

/** Rules that stand under one heading. */
export type Field = {
  /** The anchor of the heading: `field-mdx`. */
  id: string;
  title: string;
  rules: readonly Rule[];
};
