import type { Drawing } from '../body/rendering/options.ts';
import { describe } from '../pictures/facts.ts';
import { nameFile, stemOf } from '../pictures/name.ts';
import { drawBars } from './bars.ts';
import { drawChart } from './chart.ts';
import type { PlotData } from './data.ts';
import { writeMarkup } from './markup.ts';
import { paintFile, writeFile } from './paint.ts';
import type { PlotSource } from './judge.ts';
import type { Plot } from './plot.ts';
import { buildTable } from './table.ts';

/** Of the three drawings, in pixels: a column of text, a phone, and a picture that is either. */
const WIDE = 640;
const NARROW = 320;
const FILE = 440;

/** Draws a plot. The same file and attributes give the same bytes. */
export function drawPlot({ name, bytes, attributes, csv, data }: PlotSource): Plot {
  const stem = stemOf(name, 'plot');
  const file = canvasOf(data, FILE);
  const text = writeFile(file.width, file.height, writeMarkup(file.svg, paintFile));
  const picture = Buffer.from(text);
  const [, width, height] = /width="(\d+)" height="(\d+)"/.exec(text) ?? [];
  return {
    wide: drawing(data, WIDE),
    narrow: drawing(data, NARROW),
    picture: describe(
      {
        name: nameFile(stem, picture, 'svg'),
        width: Number(width),
        height: Number(height),
        type: 'image/svg+xml',
        opaque: true,
      },
      () => picture,
    ),
    table: buildTable(csv, data, attributes),
    csv: { name: nameFile(stem, bytes, 'csv'), bytes },
  };
}

function drawing(data: PlotData, width: number): Drawing {
  const { height, svg } = canvasOf(data, width);
  return { width, height, markup: writeMarkup(svg) };
}

function canvasOf(data: PlotData, width: number) {
  return data.type === 'bar' ? drawBars(data, width) : drawChart(data, width);
}
