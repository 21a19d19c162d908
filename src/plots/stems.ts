import * as Plot from '@observablehq/plot';
import type { Drawing } from '../body/rendering/options.ts';
import { drawCanvas, drawLine, writeText, type Canvas } from './canvas.ts';
import { writeMarkup } from './markup.ts';
import { LINE_HEIGHT, measure, wrap } from './measure.ts';
import { thin, type Tick } from './ticks.ts';

/** Lines of zero with stems off them, one below the other over one axis of places, 0 to `places` − 1. */
export type Stems = {
  places: number;
  rows: StemRow[];
  /** On a drawing of one row, stems that go down as well, by place, 0 to 1. */
  below?: number[];
  /** What stands at a place under the lowest line; those without room are left out. */
  ticks: Tick[];
  /** Heights that are marked, −1 to 1, on a drawing of one row. */
  marks: Tick[];
};

/** `values` by place, 0 to 1; `end` stands at the end of its line. */
export type StemRow = { name: string; values: number[]; end: string };

/** How often things meet: one row and one column each, and a dot whose area is how often. */
export type Matrix = {
  rows: string[];
  columns: string[];
  /** By row and column. */
  values: number[][];
};

/** The widths of a drawing, in pixels: a column of text, and a phone. */
const WIDTHS = { wide: 640, narrow: 320 };

/** How far a stem reaches at most: alone, and as one of many rows. */
const ALONE = 64;
const ROW = 30;
/** A dot, and one of many that stand near each other. */
const DOT = 2.5;
const SMALL_DOT = 1.75;
const LARGEST_DOT = 8;

/** The same drawing for a column of text and for a phone. */
export type Pair = { wide: Drawing; narrow: Drawing };

export function drawStems(stems: Stems): Pair {
  return drawPair((width) => canvasOfStems(stems, width));
}

export function drawMatrix(matrix: Matrix): Pair {
  return drawPair((width) => canvasOfMatrix(matrix, width));
}

function drawPair(draw: (width: number) => Canvas): Pair {
  const [wide, narrow] = [WIDTHS.wide, WIDTHS.narrow].map((width) => {
    const { height, svg } = draw(width);
    return { width, height, markup: writeMarkup(svg) };
  });
  return { wide: wide!, narrow: narrow! };
}

function canvasOfStems({ places, rows, below, ticks, marks }: Stems, width: number): Canvas {
  const isAlone = rows.length === 1;
  const reach = isAlone ? ALONE : ROW;
  const down = below ? reach : 0;
  const dot = isAlone && places <= 24 ? DOT : SMALL_DOT;
  const names = rows.map(({ name }) => wrap(name, width * 0.3).slice(0, 2));
  const texts = isAlone ? marks.map(({ text }) => text) : names.flat();
  const left = Math.ceil(Math.max(0, ...texts.map(measure))) + 10;
  const right = width - Math.ceil(Math.max(0, ...rows.map(({ end }) => measure(end)))) - 8;
  const place = (at: number) => left + ((at + 0.5) / Math.max(1, places)) * (right - left);
  const pitch = reach + down + 16;
  const zeroOf = (row: number) => 8 + row * pitch + reach;
  const bottom = zeroOf(rows.length - 1) + down;
  const height = bottom + 26;
  const drawn: Plot.Markish[] = [];
  for (const [index, { values, end }] of rows.entries()) {
    const zero = zeroOf(index);
    const stemsOf = (heights: readonly number[], sign: 1 | -1) =>
      heights.flatMap((height, at) =>
        height === 0 ? [] : [{ x: place(at), y1: zero, y2: zero - sign * height * reach }],
      );
    if (isAlone) {
      for (const { value, text } of marks) {
        const y = zero - value * reach;
        if (value !== 0) drawn.push(drawLine([left, y, right, y], 'plot-grid'));
        drawn.push(writeText([text], { x: left - 8, y, anchor: 'end' }, 'plot-tick'));
      }
    } else {
      drawn.push(
        writeText(names[index] ?? [], { x: left - 10, y: zero - 5, anchor: 'end' }, 'plot-label'),
      );
    }
    // Down in grey, as what stems go up from is in ink.
    for (const [stems, series] of [
      [stemsOf(values, 1), 0],
      [stemsOf(below ?? [], -1), 2],
    ] as const) {
      drawn.push(
        Plot.ruleX(stems, { x: 'x', y1: 'y1', y2: 'y2', className: `plot-stem plot-${series}` }),
        Plot.dot(stems, { x: 'x', y: 'y2', r: dot, className: `plot-dot plot-${series}` }),
      );
    }
    drawn.push(
      drawLine([left, zero, right, zero], 'plot-zero'),
      writeText([end], { x: right + 8, y: zero - 5 }, 'plot-tick'),
    );
  }
  const half = Math.max(0, ...ticks.map(({ text }) => measure(text))) / 2;
  const within = (at: number) => Math.max(half, Math.min(place(at), width - half));
  for (const { value, text } of thin(ticks, within)) {
    drawn.push(
      drawLine([place(value), bottom + 2, place(value), bottom + 7], 'plot-mark'),
      writeText([text], { x: within(value), y: bottom + 18, anchor: 'middle' }, 'plot-tick'),
    );
  }
  return drawOnPixels(width, height, drawn);
}

function canvasOfMatrix({ rows, columns, values }: Matrix, width: number): Canvas {
  const names = rows.map((name) => wrap(name, width * 0.32).slice(0, 2));
  const left = Math.ceil(Math.max(0, ...names.flat().map(measure))) + 12;
  // Columns are named up a slope, as far to the right as up; on a phone straight up, where a slope has no room.
  const isUpright = width < 480;
  const longest = Math.max(0, ...columns.map(measure));
  const slope = Math.ceil(isUpright ? longest : longest * Math.SQRT1_2) + 14;
  const beside = isUpright ? 4 : slope;
  const step = Math.min(44, (width - left - beside) / Math.max(1, columns.length));
  const x = (column: number) => left + (column + 0.5) * step;
  const pitch = 2 * LINE_HEIGHT;
  const y = (row: number) => slope + (row + 0.6) * pitch;
  const most = Math.max(1, ...values.flat());
  const radius = Math.min(LARGEST_DOT, step / 2 - 0.5);
  const dots = values.flatMap((row, index) =>
    row.flatMap((value, column) =>
      value === 0
        ? []
        : [{ x: x(column), y: y(index), r: Math.max(1, radius * Math.sqrt(value / most)) }],
    ),
  );
  const end = left + columns.length * step;
  return drawOnPixels(width, Math.ceil(y(rows.length - 1) + pitch / 2), [
    ...rows.flatMap((_, index) => [
      drawLine([left, y(index), end, y(index)], 'plot-grid'),
      writeText(names[index] ?? [], { x: left - 10, y: y(index), anchor: 'end' }, 'plot-label'),
    ]),
    ...columns.map((name, index) => writeTurned(name, x(index), slope - 4, isUpright ? -90 : -45)),
    Plot.dot(dots, { x: 'x', y: 'y', r: 'r', className: 'plot-dot plot-0' }),
  ]);
}

/** From a point on, along a line at an angle in degrees. */
function writeTurned(text: string, x: number, y: number, angle: number): Plot.RenderFunction {
  const write = writeText([text], { x: 0, y: 0 }, 'plot-tick');
  return (...drawing) => {
    const group = write(...drawing);
    const place = `translate(${x.toFixed(2)} ${y.toFixed(2)}) rotate(${angle})`;
    group?.setAttribute('transform', place);
    return group;
  };
}

function drawOnPixels(width: number, height: number, marks: Plot.Markish[]): Canvas {
  return drawCanvas({
    width,
    height,
    x: { type: 'linear', domain: [0, width], range: [0, width] },
    y: { type: 'linear', domain: [0, height], range: [0, height] },
    r: { type: 'identity' },
    marks,
  });
}
