/**
 * Bounds of one formula. Within them the worst source found takes under 200 ms to check and set (Node 24, one
 * core): 4,000 characters of `\substack{a}` in a matrix. Searched by repeating and nesting every command of KaTeX's,
 * alone and in threes, and by definitions that double.
 */
export const FORMULA_BOUNDS = {
  /** UTF-16 units of TeX. */
  source: 4_000,
  /** Braces, environments and `\left` … `\right` inside one another. */
  depth: 20,
  /** Macro expansions, KaTeX's and Temml's `maxExpand`. */
  expansions: 1_000,
  /** Tokens that expansion and arguments may push, which bounds `\def\a#1{#1#1}` and its like … */
  tokens: 40_000,
  /**
   * … and how many for each character of TeX, after the first 2,000: a text of a thousand short formulas must not
   * unfold as far as a thousand long ones. `\LaTeX`, the most of KaTeX's own commands, pushes 41.
   */
  tokensPerCharacter: 50,
  /** Uses of an argument, `#1`, in definitions. */
  parameters: 20,
  /** Nodes of KaTeX's parse tree. */
  nodes: 4_000,
  /** Levels of that tree; a pair of braces makes two or three. */
  treeDepth: 100,
  /** `\llap` inside one another: Temml writes the content of each twice. */
  laps: 3,
  /** A size that the writer gives, in em; larger ones are cut to it. */
  size: 20,
  /** Characters of HTML, and of MathML … */
  output: 200_000,
  /**
   * … and how many for each character of TeX, after the first 10,000: definitions must not make a hundred
   * megabytes out of a text of short formulas. Without them no command makes half as many.
   */
  outputPerCharacter: 300,
  /** Faults told of one formula. */
  faults: 10,
} as const;
