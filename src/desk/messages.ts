/** What the page of the preview and its worker say to each other: plain data that can be cloned. */
import type { Fault } from '../pictures/fault.ts';
import type { Problem } from '../problem.ts';

/** A paper as it stands on the desk. */
export type Draft = { text: string; issue: string; slug: string };

/** A file beside the text, judged. A picture is shown from `href`, an address of this browser alone. */
export type DeskFile = {
  name: string;
  faults: Fault[];
  picture?: { href: string; width: number; height: number; opaque: boolean };
  /** The text of a CSV file. */
  csv?: string;
};

export type Request =
  /** The address of what is known of the digest; the first that a worker is told. */
  | { kind: 'open'; known: string }
  | { kind: 'judge'; id: number; draft: Draft; files: DeskFile[] }
  /** Judges a picture or a CSV file by itself. */
  | { kind: 'file'; id: number; name: string; bytes: Uint8Array<ArrayBuffer> }
  /** A text to begin with. `given` is an identifier, an address, BibTeX, or nothing. */
  | { kind: 'begin'; id: number; given: string; today: string };

export type Sheet = {
  /** The page of the paper, from `<article>` on; empty where nothing could be read. */
  html: string;
  /** 1 to 8. */
  hue: number;
  problems: Problem[];
  /** Path of the draft as problems name it. */
  file: string;
  /** Its slug: as it was given, else by its title. */
  slug: string;
};

export type ReadFile = {
  faults: Fault[];
  /** What is shown of a picture: for a drawing its text, written anew. */
  picture?: {
    bytes: Uint8Array<ArrayBuffer>;
    type: string;
    width: number;
    height: number;
    opaque: boolean;
  };
  csv?: string;
};

export type Answer =
  | { kind: 'open'; issues: string[]; folder: string; repository?: string; branch?: string }
  | { kind: 'judge'; id: number; sheet: Sheet }
  | { kind: 'file'; id: number; file: ReadFile }
  | { kind: 'begin'; id: number; text?: string; refusal?: string }
  | { kind: 'failed'; id: number };
