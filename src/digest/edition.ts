import type { Component, Tree } from '../body/tree.ts';
import type { Picture } from '../pictures/picture.ts';
import type { Plot } from '../plots/plot.ts';
import type { Routes } from '../routes.ts';
import type { Known } from './known.ts';
import type { Recorded } from './recorded.ts';
import type { About, Digest, Issue, Paper } from './model.ts';

/** What has a body and its own pictures. */
export type Article = Paper | Issue | About;

/** The digest together with what rendering it takes: its addresses, its trees, its pictures. */
export type Edition = {
  digest: Digest;
  routes: Routes;
  /** The body of a paper, the introduction of an issue, the text about the site; `undefined` where there is none. */
  treeOf(entry: Article): Tree | undefined;
  /** Stands for the tree of an entry: another tree has another key. */
  treeKeyOf(entry: Article): string | undefined;
  /** A picture as the writer named it, from the entry's own folder. */
  pictureOf(entry: Article, src: string): Picture | undefined;
  /** Its smaller files, the best format first, each by rising width; `check` and `dev` make none. */
  smallerOf(picture: Picture): readonly Picture[];
  /** Every picture of the edition and every plot as a file, by its published name. */
  pictures: ReadonlyMap<string, Picture>;
  /** A plot, by the attributes that ask for it. */
  plotOf(entry: Article, attributes: Component['attributes']): Plot | undefined;
  /** The files that plots are drawn from, by their published names. */
  data: ReadonlyMap<string, Uint8Array>;
  /** What was published before. */
  recorded: Recorded;
  /** What the digest says of itself to a text that is judged elsewhere. */
  known(): Known;
  /** How a build keeps what `sharePart` and `shareIssues` make; absent elsewhere. */
  share?: Share;
};

export type Making<Part> = (edition: Edition) => Part | Promise<Part>;

export type Share = {
  one<Part>(name: string, make: Making<Part>): Promise<Part>;
  /** Many of one kind, which the threads of a build divide among them. */
  all<Part>(parts: readonly { name: string; make: Making<Part> }[]): Promise<Part[]>;
};

/**
 * What several pages or files show a part of, such as an entry of many feeds. A build makes it once, and keeps it until
 * something that it shows has changed.
 *
 * @param name of this part among all parts of the edition
 * @param make from the edition that it is given, and from nothing else that may change; its result goes through JSON
 */
export async function sharePart<Part>(
  edition: Edition,
  name: string,
  make: Making<Part>,
): Promise<Part> {
  return edition.share ? await edition.share.one(name, make) : await make(edition);
}
