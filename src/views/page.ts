/** What every page has besides its own contents. */
export type Page = {
  /** Plain text, without the site's name. Empty on the front page. */
  title: string;
  description: string;
  /** The page's own address, from the base path on. */
  path: string;
  /** 1 to 8: the hue of the issue that the page belongs to; absent on pages without one. */
  hue?: number;
};

/** A link with its words. `html` where the words may hold a formula; `rel` where a stranger gave the address. */
export type TextLink = { href: string; text: string; rel?: string };
export type TitleLink = { href: string; html: string; text: string };

/** A day as a machine reads it and as the page says it. */
export type Day = { date: string; text: string };
