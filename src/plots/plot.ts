import { readFileSync } from 'node:fs';
import type { PlotAttributes } from '../body/components/plot.ts';
import type { Drawing } from '../body/rendering/options.ts';
import { hashOf } from '../cache.ts';
import { findFile } from '../pictures/file.ts';
import { nameFile, stemOf } from '../pictures/name.ts';
import type { Picture } from '../pictures/picture.ts';
import { drawBars } from './bars.ts';
import { drawChart } from './chart.ts';
import { readCsv } from './csv.ts';
import { buildData, type PlotData } from './data.ts';
import type { Finding } from './finding.ts';
import { writeMarkup } from './markup.ts';
import { paintFile, writeFile } from './paint.ts';
import { buildTable, type PlotTable } from './table.ts';

/** A plot as it is published. */
export type Plot = {
  wide: Drawing;
  narrow: Drawing;
  /** How many points each drawing has. */
  points: number;
  picture: Picture;
  table: PlotTable;
  csv: { name: string; bytes: Uint8Array };
};

const MOST_BYTES = 200_000;
/** Of the three drawings, in pixels: a column of text, a phone, and a picture that is either. */
const WIDE = 640;
const NARROW = 320;
const FILE = 440;

/**
 * Reads the numbers of a plot and draws them.
 *
 * `folder` is the folder of its text. What is wrong comes back as findings, and then there is no plot; `meant` is
 * the file that a misspelt name means. The same file and attributes give the same bytes.
 */
export function readPlot(
  folder: string,
  attributes: PlotAttributes,
): { plot?: Plot; findings: Finding[]; meant?: string } {
  const found = findFile(folder, attributes.data, {
    code: 'plot-data',
    noun: 'CSV file',
    example: './results.csv',
    ending: /\.csv$/i,
  });
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
  return drawPlot(readFileSync(found.file), found.name, attributes);
}

// `dev` reads all plots again for each page.
const drawn = new Map<string, { plot?: Plot; findings: Finding[] }>();

/** @param name of the file, `results.csv` */
export function drawPlot(
  bytes: Uint8Array,
  name: string,
  attributes: PlotAttributes,
): { plot?: Plot; findings: Finding[] } {
  const key = hashOf(`${name}\n${JSON.stringify(attributes)}\n${hashOf(bytes)}`);
  const known = drawn.get(key);
  if (known) return known;
  const result = draw(bytes, name, attributes);
  drawn.set(key, result);
  return result;
}

function draw(
  bytes: Uint8Array,
  name: string,
  attributes: PlotAttributes,
): { plot?: Plot; findings: Finding[] } {
  const { csv, findings } = readCsv(bytes, name);
  if (!csv) return { findings };
  const built = buildData(csv, attributes);
  const { data } = built;
  if (!data) return { findings: built.findings };
  const stem = stemOf(name, 'plot');
  const file = canvasOf(data, FILE);
  const text = writeFile(file.width, file.height, writeMarkup(file.svg, paintFile));
  const picture = Buffer.from(text);
  const [, width, height] = /width="(\d+)" height="(\d+)"/.exec(text) ?? [];
  return {
    findings: [],
    plot: {
      wide: drawing(data, WIDE),
      narrow: drawing(data, NARROW),
      points: data.series.reduce((sum, { points }) => sum + points.length, 0),
      picture: {
        name: nameFile(stem, picture, 'svg'),
        bytes: picture,
        width: Number(width),
        height: Number(height),
        type: 'image/svg+xml',
        opaque: true,
      },
      table: buildTable(csv, data, attributes),
      csv: { name: nameFile(stem, bytes, 'csv'), bytes },
    },
  };
}

function drawing(data: PlotData, width: number): Drawing {
  const { height, svg } = canvasOf(data, width);
  return { width, height, markup: writeMarkup(svg) };
}

function canvasOf(data: PlotData, width: number) {
  return data.type === 'bar' ? drawBars(data, width) : drawChart(data, width);
}
