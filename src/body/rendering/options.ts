/** A picture as an outlet shows it; width and height in CSS pixels. */
export type Picture = { href: string; width: number; height: number; srcset?: string };

/** What the symbolic addresses of a tree mean in one outlet. */
export type Resolve = {
  /** An address as the writer gave it: absolute, `mailto:`, or, in a feed, `#anchor`. */
  link(url: string): { href: string; rel?: string; className?: string };
  /** A path in the paper's folder; undefined where no such picture was read. */
  picture(src: string): Picture | undefined;
};

export type RenderOptions = {
  resolve: Resolve;
  /** Put before every id: empty on a paper's page, `titans--` on an issue's. */
  idPrefix: string;
  /** Added to the depth of headings, which stop at 6. */
  headingShift: number;
  /** On a page whose paper explains its symbols: where, and which of them a formula uses, as `data-symbols`. */
  notation?: { href: string; symbolsIn: (tex: string) => number[] };
};

export type Outlet = 'page' | 'feed';
