import type { Paper } from '../digest/model.ts';
import { longDate, text } from '../text.ts';
import type { RunningHeads } from './running-heads.ts';

/** What every page has besides its own contents. */
export type Page = {
  /** Plain text, without the site's name. Empty on the front page. */
  title: string;
  description: string;
  /** The page's own address, from the base path on. */
  path: string;
  /** Of a page that prints as a document. */
  heads?: RunningHeads;
  /** What Open Graph calls it, `website` unless given. */
  kind?: 'article' | 'profile';
  /** Of an article, for networks that show it: when it appeared and was corrected, and the pages of who wrote it. */
  article?: { published: string; modified?: string; authors: string[] };
  /** 1 to 8: the hue of the issue that the page belongs to; absent on pages without one. */
  hue?: number;
  /** The page's own sharing picture; absent on pages that have the site's. */
  sharing?: Sharing;
  /** Whether it stands at an address of before: `path` is what it leads on to. Search engines pass it by. */
  isMoved?: true;
  /** The same in other forms, and feeds that follow it. */
  alternates?: Alternate[];
  /** What it says of itself to machines: schema.org as JSON-LD. */
  linkedData?: object;
};

/** Another form of a page, by its media type: `text/markdown`. */
export type Alternate = { href: string; type: string; title?: string };

/** A picture of `sharing/`: its address from the base path on, and what it says. */
export type Sharing = { src: string; alt: string };

/** A link with its words. `html` where the words may hold a formula; `rel` where a stranger gave the address. */
export type TextLink = { href: string; text: string; rel?: string };
export type TitleLink = { href: string; html: string; text: string };

/** A day as a machine reads it and as the page says it. */
export type Day = { date: string; text: string };

export function buildDay(date: string): Day {
  return { date, text: longDate(date) };
}

/** A score as it is shown, and in words with whose it is. */
export type ScoreView = { value: string; name: string };

export function buildScore({ value, source, asOf }: NonNullable<Paper['score']>): ScoreView {
  return { value, name: text.paper.score(value, source, asOf) };
}
