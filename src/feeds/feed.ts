/** A feed before it has a format: what RSS, Atom and JSON Feed are all written from. */
export type Feed = {
  title: string;
  description: string;
  /** Absolute address of the page that the feed follows, and of the feed itself. */
  home: string;
  self: string;
  language: string;
  items: FeedItem[];
};

export type FeedItem = {
  /** `tag:` URI (RFC 4151); never made from a title, a slug or a domain that may change. */
  id: string;
  url: string;
  /** Plain text, as are all names. */
  title: string;
  authors: string[];
  /** `YYYY-MM-DD`: the day of the summary. */
  published: string;
  summary: string;
  tags: string[];
  /** Well-formed XHTML of the whole text, addresses absolute, formulas as MathML. */
  html: string;
};
