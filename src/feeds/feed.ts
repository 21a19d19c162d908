import type { FeedFormat } from '../routes.ts';

/**
 * A document of a feed before it is written: what Atom, RSS and JSON Feed are all made from. Every address is
 * absolute, every text plain, every day `YYYY-MM-DD`.
 */
export type Feed = {
  /** `tag:` URI (RFC 4151), the same in every format and in every part of the archive. */
  id: string;
  title: string;
  description: string;
  /** The page that the feed follows. */
  home: string;
  /** This document. */
  self: string;
  language: string;
  /** Name and address of the site, whose feed it is where an entry names nobody. */
  site: Link;
  icon: string;
  licence?: Link;
  /** A WebSub hub; absent in the archive, which brings nothing new. */
  hub?: string;
  /** Of what changed last. */
  updated: string;
  /** Newest first. */
  items: readonly FeedItem[];
  archive: Archive;
};

/** Where a document stands among the others of its feed (RFC 5005 §4). */
export type Archive = {
  /** The part with older entries, and the one with newer ones. */
  previous?: string | undefined;
  next?: string | undefined;
  /** What readers follow; only in the archive itself. */
  current?: string | undefined;
};

export type Link = { name: string; url: string };

export type FeedItem = {
  /** `tag:` URI; never made from a title, a slug or a domain that may change. */
  id: string;
  url: string;
  title: string;
  /** The paper itself, elsewhere. */
  about?: string;
  authors: Link[];
  /** The day of the summary, and of its newest dated correction. */
  published: string;
  updated: string;
  summary: string;
  topics: Topic[];
  /** What a messenger would show of it. */
  picture: string;
  /** Well-formed XHTML of the whole text without a root element. */
  html: string;
};

/** A tag or a category. `scheme` says whose word `term` is. */
export type Topic = { scheme: string; term: string; label: string };

/** A document, its address from the base path on, and the format that it is written in. */
export type FeedFile = { path: string; format: FeedFormat; feed: Feed };
