import type { Collected } from './collect.ts';
import type { Attribute } from '../judging/attributes.ts';
import type { Tex } from './equations.ts';
import type { Report } from '../judging/report.ts';
import type { Component } from '../tree.ts';

/** What the writing of a tree finds out on its way. */
export type Written = {
  pictures: { src: string; offset: number }[];
  plots: { component: Component; literals: readonly Attribute[]; offset: number }[];
  /** Absolute ones, each with the offset of its first use. */
  links: Map<string, number>;
  /** Displayed formulas that can be set, with the offset of each of their characters. */
  displayed: Tex[];
  anchors: { name: string; offset: number }[];
  /** Links and pictures. */
  addresses: number;
  formulas: number;
};

export type Writer = {
  report: Report;
  collected: Collected;
  written: Written;
  /** Whether it is a text of one line, in which stand no labels, and no pictures: who holds the body judges their files. */
  inline: boolean;
};
