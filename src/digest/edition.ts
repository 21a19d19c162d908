import type { Component, Tree } from '../body/tree.ts';
import type { Picture } from '../pictures/picture.ts';
import type { Plot } from '../plots/plot.ts';
import type { Routes } from '../routes.ts';
import type { About, Digest, Issue, Paper } from './model.ts';

/** What has a body and its own pictures. */
export type Article = Paper | Issue | About;

/** The digest together with what rendering it takes: its addresses, its trees, its pictures. */
export type Edition = {
  digest: Digest;
  routes: Routes;
  /** The body of a paper, the introduction of an issue, the text about the site; `undefined` where there is none. */
  treeOf(entry: Article): Tree | undefined;
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
  /** What was published before, from the base path on: addresses, `/tags/memory/`, and the files beside each. */
  recorded: ReadonlyMap<string, readonly string[]>;
};
