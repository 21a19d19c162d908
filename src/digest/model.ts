import type { BodyFacts, Tree } from '../body/tree.ts';
import type { Place } from '../problem.ts';
import type { Site } from '../site.ts';

/** A text with maths: the tree to render, and the same as plain Unicode. */
export type Text = { tree: Tree; plain: string };

/**
 * The whole, linked, sorted, checked and frozen. Things refer to each other by id,
 * so nothing is held twice; the maps lead from an id to its thing.
 */
export type Digest = {
  site: Site;
  /** What the group says of itself; absent where the program's own text stands. */
  about?: About;
  /** Newest first: by date, then id. */
  issues: Issue[];
  /** Newest first: by `day`, then slug. Listings among them. */
  papers: Paper[];
  /** By family name, given name, id. */
  people: Person[];
  /** By label. Those that no paper uses are left out. */
  tags: Tag[];
  /** By id. */
  categories: Category[];
  issueById: ReadonlyMap<string, Issue>;
  paperBySlug: ReadonlyMap<string, Paper>;
  personById: ReadonlyMap<string, Person>;
  tagById: ReadonlyMap<string, Tag>;
  /** By id, `cs.LG`. */
  categoryById: ReadonlyMap<string, Category>;
  /** Slug by the key of a paper's address, as `addressKey` makes it: `arxiv:2501.00663`. */
  paperByAddress: ReadonlyMap<string, string>;
};

/** The group's own page about the site. */
export type About = {
  title: string;
  description?: string;
  file: string;
  facts?: BodyFacts;
};

export type Paper = {
  slug: string;
  /** What feeds know it by for ever: the first slug. */
  id: string;
  /** Id of its issue. */
  issue: string;
  /** Path of its file, as problems name it. */
  file: string;
  title: Text;
  tldr: Text;
  abstract: Text;
  abstractByAuthors: boolean;
  authors: Name[];
  organisations: string[];
  venue?: string;
  published: string;
  summarised?: string;
  /** The day it is sorted by: `summarised`, else `published`. */
  day: string;
  /** `{ id: '2501.00663', version: 'v1' }`; the version that was read, if it was pinned. */
  arxiv?: {
    id: string;
    version?: string;
    /** A version that came after the one that was read, and the day on which arXiv was asked. */
    newer?: { version: string; date: string; checked: string };
  };
  doi?: string;
  openreview?: string;
  url?: string;
  links: Partial<Record<'code' | 'project' | 'pdf' | 'video' | 'slides' | 'data', string>>;
  /** Ids of categories, the primary first. */
  categories: string[];
  /** Ids of tags, aliases resolved, in the writer's order. */
  tags: string[];
  score?: { value: string; source: string; asOf: string };
  /** Ids of people. */
  writers: string[];
  reviewers: string[];
  assistance?: Text;
  /** `symbol` is TeX. */
  notation: { symbol: string; meaning: Text }[];
  /** Newest first. */
  corrections: Dated[];
  withdrawn?: Dated;
  aliases: string[];
  /** Renamed anchors, old to new. */
  anchors: Record<string, string>;
  /** Whether there is a summary; a paper without one is a listing. */
  body: boolean;
  /** Of its summary; a listing has none. */
  facts?: BodyFacts;
  /** Of a listing: the slug of the paper whose summary covers it. */
  summarisedIn?: string;
  /** Slugs of the listings that this summary covers too. */
  covers: string[];
  /** Slugs of papers that the summary links to, in the order of the links. */
  citations: string[];
  /** Papers whose summaries link to this one, newest first. */
  mentionedBy: Related[];
  /** Ids of issues, but for its own, whose introductions link to it, newest first. */
  mentionedIn: string[];
  /** What a reader of this one may want next, the strongest first. */
  related: Related[];
};

/** Another paper, and all that joins the two; nothing where nothing else does. */
export type Related = { slug: string; reasons: Reason[] };

/** What joins a paper to another, by slugs and ids, in each what fewest papers have first. */
export type Reason =
  /** Its summary links to the other paper. */
  | { kind: 'cites' }
  | { kind: 'both-cite'; papers: string[] }
  | { kind: 'authors'; people: string[] }
  | { kind: 'tags'; tags: string[] };

export type Dated = { date: string; note: Text };

/** A person as printed on one paper. */
export type Name = {
  name: string;
  given: string;
  family: string;
  suffix?: string;
  /** Id of the person. */
  person: string;
  affiliation?: string;
};

export type Issue = {
  id: string;
  /** What feeds know it by for ever: the first id. */
  lastingId: string;
  /** From the oldest on, which is 1: a newer issue leaves it as it is. */
  number: number;
  /** Ids of the issues next to it in time. */
  newer?: string;
  older?: string;
  file: string;
  title: Text;
  date: string;
  /** `2025-01`, where the id names a month. */
  month?: string;
  /** Ids of people. */
  editors: string[];
  /** Ids of the people who wrote its summaries, in the order of the papers. */
  writers: string[];
  /** Slugs in reading order. */
  papers: string[];
  /** `place` is where the picture is named, for what is found wrong with it. */
  hero?: { src: string; alt: string; credit?: Text; place: Place };
  aliases: string[];
  /** Whether there is an introduction. */
  body: boolean;
  facts?: BodyFacts;
};

export type Person = {
  id: string;
  name: string;
  given: string;
  family: string;
  suffix?: string;
  /** Other spellings, from the file and as printed. */
  names: string[];
  collective: boolean;
  affiliation?: string;
  orcid?: string;
  homepage?: string;
  github?: string;
  links: { label: string; url: string }[];
  bio?: Text;
  /** What tells them from a namesake. */
  notes?: string;
  /** Ids of others who publish under a name with the same letters, whatever its order, accents and case. */
  namesakes: string[];
  aliases: string[];
  /** Path of the file that claims them, if there is one. */
  file?: string;
  /** Slugs of papers they are an author of, newest first by `published`. */
  papers: string[];
  /** Slugs of summaries they wrote, newest first. */
  summaries: string[];
  /** Slugs of summaries they reviewed, newest first. */
  reviews: string[];
  /** Ids of issues they edited, newest first. */
  issues: string[];
};

export type Tag = {
  id: string;
  label: string;
  /** Plain text. */
  description: string;
  aliases: string[];
  /** Slugs, newest first. */
  papers: string[];
};

export type Category = {
  /** As arXiv writes it, `cs.LG`. */
  id: string;
  /** As an address has it, `cs-lg`. */
  slug: string;
  /** arXiv's name for it, or the id where we do not know one. */
  label: string;
  /** Slugs, newest first. */
  papers: string[];
};
