import type { AlignType } from 'mdast';
import type { Place } from '../problem.ts';

/**
 * The neutral tree of a body: closed JSON without positions, HTML or addresses.
 * Its shapes are mdast's (https://github.com/syntax-tree/mdast) wherever mdast
 * has one, so mdast's own libraries can walk it. Formulas are TeX, pictures and
 * links are what the writer wrote; both are resolved when it is rendered.
 * A title, a tldr, an abstract is a tree as well, one with inline children only.
 */
export type Tree = { type: 'root'; version: typeof TREE_VERSION; children: Node[] };

/** Raised whenever a stored tree of before can no longer be rendered. */
export const TREE_VERSION = 1;

export type Node = Block | Inline;

export type Block =
  | { type: 'paragraph'; children: Inline[] }
  | Heading
  | { type: 'blockquote'; children: Block[] }
  | { type: 'list'; ordered: boolean; start?: number; spread: boolean; children: ListItem[] }
  | ListItem
  | { type: 'code'; lang?: string; value: string }
  | { type: 'thematicBreak' }
  | Table
  | TableRow
  | TableCell
  | FootnoteDefinition
  | Formula
  | Component
  | Element;

export type Inline =
  | { type: 'text'; value: string }
  | { type: 'emphasis' | 'strong' | 'delete'; children: Inline[] }
  | { type: 'inlineCode'; value: string }
  | { type: 'break' }
  | Link
  | Image
  | { type: 'footnoteReference'; identifier: string }
  | InlineFormula
  | Reference
  | Component
  | Element;

/** Depth as written: `##` is 2. `id` is unique in the tree and made from the text. */
export type Heading = {
  type: 'heading';
  depth: 1 | 2 | 3 | 4 | 5 | 6;
  id: string;
  children: Inline[];
};
export type ListItem = {
  type: 'listItem';
  spread: boolean;
  checked?: boolean;
  children: Block[];
};
export type Table = { type: 'table'; align: AlignType[]; children: TableRow[] };
export type TableRow = { type: 'tableRow'; children: TableCell[] };
export type TableCell = { type: 'tableCell'; children: Inline[] };
export type FootnoteDefinition = {
  type: 'footnoteDefinition';
  identifier: string;
  children: Block[];
};

/** `url` as written: absolute http(s) or mailto, or `#anchor` in the same body. */
export type Link = { type: 'link'; url: string; title?: string; children: Inline[] };
/** `url` is a path inside the paper's own folder, `./figure.svg`. */
export type Image = { type: 'image'; url: string; alt: string; title?: string };

/**
 * A displayed formula. `tex` is without `\label` and `\tag`. One with a label or
 * a tag has a `number` (`1`, or the tag's text), one with a label an `id` (`eq-update`).
 */
export type Formula = { type: 'formula'; tex: string; id?: string; number?: string };
export type InlineFormula = { type: 'inlineFormula'; tex: string };

/** `\eqref{update}` or `\ref{fig:memory}` in prose: the number of what `id` names; `(1)` for \eqref. */
export type Reference = {
  type: 'reference';
  kind: 'equation' | 'figure' | 'table';
  id: string;
  text: string;
};

/** One of `src/body/components`, its attributes checked by that module's schema. */
export type Component = {
  type: 'component';
  name: string;
  attributes: Record<string, string | number | boolean>;
  /** From `label`: `fig-memory`, `tab-results`. */
  id?: string;
  /** Figures and tables are counted per body, from 1. */
  number?: number;
  children: Node[];
};

/** Inert HTML from the allow-list in `elements.ts`. */
export type Element = {
  type: 'element';
  name: string;
  attributes: Record<string, string>;
  children: Node[];
};

/** A `<Plot>` of a body; `at` has the places of its attributes. */
export type PlotUse = Place & {
  attributes: Component['attributes'];
  at: Record<string, Place>;
};

/** What the digest must know of a body without holding its tree. */
export type BodyFacts = {
  /** Pictures the body shows, as written, with the place of their first use. */
  pictures: { src: string; line: number; column: number }[];
  /** Plots whose attributes are sound, each with its own place and those of its attributes. */
  plots: PlotUse[];
  /** Absolute links, as written, each once, in order, with the place of its first use. */
  links: (Place & { url: string })[];
  /** Headings of depth 2 in order: the sections. `text` is plain. */
  sections: (Place & { id: string; text: string })[];
  /** Ids of all headings and of all that has a label, in order: what an address can name. */
  anchors: string[];
  /** Labelled formulas in order. */
  equations: { id: string; number: string; tex: string }[];
  /** Words of prose, formulas not counted. */
  words: number;
  /** Formulas, inline and displayed. */
  formulas: number;
  /** Results that say where in the paper they stand. */
  claims: number;
  /** Per paragraph or displayed formula in reading order: characters of TeX in it, and of prose. */
  weights: { maths: number[]; prose: number[] };
};
