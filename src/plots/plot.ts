import { readFileSync } from 'node:fs';
import type { PlotAttributes } from '../body/components/plot.ts';
import type { Drawing } from '../body/rendering/options.ts';
import type { Disk } from '../disk.ts';
import { findFile, type Wanted } from '../pictures/file.ts';
import type { Picture } from '../pictures/picture.ts';
import type { Finding } from './finding.ts';
import { judgePlot, type PlotSource } from './judge.ts';
import type { PlotTable } from './table.ts';

/** A plot as it is published. */
export type Plot = {
  wide: Drawing;
  narrow: Drawing;
  picture: Picture;
  table: PlotTable;
  csv: { name: string; bytes: Uint8Array };
};

const MOST_BYTES = 200_000;

const WANTED: Wanted = {
  code: 'plot-data',
  noun: 'CSV file',
  example: './results.csv',
  ending: /\.csv$/i,
};

/**
 * Reads the numbers of a plot and judges them; `drawing.ts` draws them.
 *
 * `folder` is the folder of its text. What is wrong comes back as findings, and then there is no source; `meant` is
 * the file that a misspelt name means.
 */
export function readPlot(
  folder: string,
  attributes: PlotAttributes,
  disk: Disk,
): { source?: PlotSource; findings: Finding[]; meant?: string } {
  const found = findFile(folder, attributes.data, WANTED, disk);
  if ('code' in found) {
    const { meant, ...fault } = found;
    return { findings: [{ at: 'data', ...fault }], ...(meant !== undefined && { meant }) };
  }
  if (found.size > MOST_BYTES) {
    const at = { line: 1, column: 1 };
    const message = `${found.name} has ${Math.ceil(found.size / 1000)} kB; at most ${MOST_BYTES / 1000} kB are taken.`;
    const fix = 'Keep the columns and the points that are drawn.';
    return { findings: [{ at, code: 'csv-too-large', message, fix }] };
  }
  return judgePlot(readFileSync(found.file), found.name, attributes);
}
