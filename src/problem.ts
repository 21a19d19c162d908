/**
 * One mistake in the content, as data. Everything that judges content returns
 * these; only the command line prints them.
 */
export type Problem = {
  /** Path as the writer knows it, from the folder the command ran in: `content/papers/2025-01/titans/index.mdx`. */
  file: string;
  /** 1-based line in that file. */
  line: number;
  /** 1-based column, in UTF-16 code units. */
  column: number;
  /** An `error` would be wrong on a page and stops a build; a `warning` does not. */
  severity: 'error' | 'warning';
  /** Stable kebab-case name of the rule, `unknown-tag`. */
  code: string;
  /** What is wrong, one sentence that names the thing itself. */
  message: string;
  /** What to write instead, one sentence. */
  fix: string;
  /** Where `fix` can mean only one thing: what `check --fix` does. No printed form shows it. */
  edit?: Edit;
};

/**
 * What stands at a place of the same file, letter by letter, and what to write instead. Where the
 * file says something else there, the edit is void. Line ends of `text` become those of the file.
 */
export type Edit = Place & { old: string; text: string };

/** A place in a file, before it is known which file: 1-based line and column. */
export type Place = { line: number; column: number };
