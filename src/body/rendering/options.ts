import type { Component } from '../tree.ts';

/**
 * A picture as an outlet shows it; width and height in CSS pixels. `sources` are smaller files of it, the
 * best format first; `opaque` is true where nothing shows through it, whatever the ground.
 */
export type Picture = {
  href: string;
  width: number;
  height: number;
  opaque?: boolean;
  sources?: readonly { type: string; srcset: string }[];
};

/** Markup within an `<svg>` of this view box, with classes for its colours; well-formed XML. */
export type Drawing = { width: number; height: number; markup: string };

/** A writer's numbers as an outlet shows them. */
export type Plot = {
  wide: Drawing;
  narrow: Drawing;
  /** The drawing as a file of its own, in light colours. */
  picture: Picture;
  /** The cells as text; `more` rows are left out. */
  table: { head: string[]; numeric: boolean[]; rows: string[][]; more: number };
  /** Address of the file that it was drawn from. */
  csv: string;
};

/** What the symbolic addresses of a tree mean in one outlet. */
export type Resolve = {
  /** An address as the writer gave it: absolute, `mailto:`, or, in a feed, `#anchor`. */
  link: (url: string) => { href: string; rel?: string; className?: string };
  /** A path in the paper's folder; undefined where no such picture was read. */
  picture: (src: string) => Picture | undefined;
  /** Where the paper can be read, as near to `at` (`Table 3`, `p. 7`) as an address gets; undefined in what is about none. */
  source: (at: string) => { href: string; rel?: string } | undefined;
  /** The attributes of a `<Plot>`; undefined where it could not be drawn. */
  plot: (attributes: Component['attributes']) => Plot | undefined;
};

/** Of a text by itself, without a folder and without a paper: its links lead where its writer said. */
export const withoutFolder: Resolve = {
  link: (href) => ({ href }),
  picture: () => undefined,
  source: () => undefined,
  plot: () => undefined,
};

export type RenderOptions = {
  resolve: Resolve;
  /** Put before every id: empty on a paper's page, `titans--` on an issue's. */
  idPrefix: string;
  /** Added to the depth of headings, which stop at 6. */
  headingShift: number;
  /** Ids that addresses of before name, by the id that has their place now, each with its prefix; on a page. */
  formerIds?: ReadonlyMap<string, readonly string[]>;
  /** On a page whose paper explains its symbols: where, and which of them a formula uses, as `data-symbols`. */
  notation?: { href: string; symbolsIn: (tex: string) => number[] };
  /** On a page: what stands in its margin beside the first link to this address; undefined for most addresses. */
  cardOf?: (url: string) => LinkCard | undefined;
};

/** What a linked page is, in plain text: its title, and what is said before it. */
export type LinkCard = { href: string; title: string; said: string };

/** A formula as a picture, for readers that strip MathML; lengths in CSS pixels. */
export type FormulaPicture = {
  href: string;
  width: number;
  height: number;
  /** How far it reaches below the line that it stands on. */
  depth: number;
};

/** A body outside our pages: in a feed reader, a mail, a book. Nothing in it depends on a class, a style or a script. */
export type FeedOptions = RenderOptions & {
  /** The picture to set in the place of a formula; MathML stands where there is none, or where this is not given. */
  formulaPicture?: (tex: string, display: boolean) => FormulaPicture | undefined;
  /**
   * Whether ids stay, and links to them: in a book, which is a document of its own, and whose formulas say in letters
   * what they are. In a feed many items stand on one page, so `resolve.link` leads `#anchor` to our page, and nothing
   * has an id.
   */
  anchors?: boolean;
};

/** A body as Markdown. `resolve.link` leads `#anchor` to our page, since headings and formulas take no ids along. */
export type MarkdownOptions = {
  resolve: Resolve;
  /** Added to the depth of headings, which stop at 6. */
  headingShift: number;
  /** Put before the numbers of footnotes, where several bodies are one document: `titans-`. */
  notePrefix: string;
};

export type Outlet = 'page' | 'feed';
