import { hash } from 'node:crypto';
import { hashFiles } from '../cache.ts';
import { KeptLines } from '../kept-lines.ts';
import { describe, type PictureFacts } from '../pictures/facts.ts';
import type { PlotSource } from './judge.ts';
import type { Plot } from './plot.ts';

/** What decides a drawing besides its numbers and its attributes: a change there, and nothing is found again. */
export const PLOT_RULES = [
  'src/plots',
  'src/pictures',
  'src/body',
  'src/styles/colours.ts',
  'src/styles/tokens.css',
  'src/text.ts',
  'src/cache.ts',
];

/** All of a plot but the file of its numbers, whose bytes lie in the content. */
type Line = Pick<Plot, 'wide' | 'narrow' | 'table'> & {
  picture: PictureFacts;
  drawing: string;
  csv: string;
};

// Once a process: who changes a rule starts again.
let rules: string | undefined;

/**
 * Plots that were drawn, kept between runs under all that they are made of, so that what draws is loaded only where
 * there is something to draw.
 */
export class KeptPlots {
  readonly #lines: KeptLines;
  readonly #used = new Set<string>();
  readonly #made: { key: string; json: string }[] = [];

  /** @param folder can be deleted at any time when nothing runs */
  constructor(folder: string) {
    rules ??= hashFiles(PLOT_RULES);
    this.#lines = new KeptLines(folder, '.none');
  }

  find(source: PlotSource): Plot | undefined {
    const key = keyOf(source);
    this.#used.add(key);
    const line = this.#lines.find(key) as Line | undefined;
    return line && open(line, source);
  }

  /** Keeps a plot, and returns it as it is found again. */
  add(source: PlotSource, { wide, narrow, table, picture, csv }: Plot): Plot {
    const drawing = Buffer.from(picture.bytes).toString();
    // The facts of the picture alone: its bytes are no part of its JSON.
    const json = JSON.stringify({ wide, narrow, table, picture, drawing, csv: csv.name });
    this.#made.push({ key: keyOf(source), json });
    return open(JSON.parse(json) as Line, source);
  }

  /** To be called when all were asked for: what was not may go, once it is more than what was. */
  finish(): void {
    if (this.#made.length > 0) this.#lines.add(this.#made.splice(0));
    this.#lines.prune(this.#used);
  }
}

function keyOf({ name, attributes, bytes }: PlotSource): string {
  const parts = [rules, name, attributes, hash('sha256', bytes)];
  return hash('sha256', JSON.stringify(parts));
}

function open({ picture, drawing, csv, ...shown }: Line, { bytes }: PlotSource): Plot {
  return {
    ...shown,
    picture: describe(picture, () => Buffer.from(drawing)),
    csv: { name: csv, bytes },
  };
}
