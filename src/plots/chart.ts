import * as Plot from '@observablehq/plot';
import type { Point, PlotData, Series } from './data.ts';
import { LINE_HEIGHT, measure, spread, wrap } from './measure.ts';
import { drawLine, drawCanvas, writeText, type Canvas } from './canvas.ts';
import {
  buildDateTicks,
  buildLogTicks,
  buildTicks,
  thin,
  toTick,
  widen,
  type Tick,
} from './ticks.ts';

/** Points of a line that are marked one by one; in longer ones the marks would hide the line. */
const MOST_MARKED = 24;
/** Places of a logarithmic axis that are each marked. */
const FEW = 8;
/** Room above for the name of the values, below for ticks and the name of the axis. */
const TOP = 36;
const BOTTOM = 50;

const SYMBOLS = ['circle', 'square', 'triangle', 'diamond'] as const;

type Frame = { left: number; right: number; top: number; bottom: number };

/** Draws lines or dots over an axis of numbers or dates, each series named at its right end. */
export function drawChart(data: PlotData, width: number): Canvas {
  const points = data.series.flatMap((series) => series.points);
  const y = buildY(data, points);
  const labels = buildLabels(data.series, width);
  const room = Math.max(0, ...labels.map(({ width: one }) => one));
  const left = Math.ceil(Math.max(0, ...y.ticks.map(({ text }) => measure(text)))) + 10;
  const plain = Math.round(width * (width < 480 ? 0.78 : 0.5));
  const needed = labels.reduce((sum, { lines }) => sum + lines.length * LINE_HEIGHT, 0);
  const height = Math.max(plain, needed + TOP + BOTTOM);
  const frame: Frame = {
    left,
    right: width - (room > 0 ? Math.ceil(room) + 20 : 14),
    top: TOP,
    bottom: height - BOTTOM,
  };
  const x = buildX(data, points, frame);
  const scaleY = buildScale(y, [frame.bottom, frame.top]);
  return drawCanvas({
    width,
    height,
    x: { type: x.type, domain: x.domain, range: x.range },
    y: { type: y.type, domain: y.domain, range: [frame.bottom, frame.top] },
    symbol: { type: 'identity' },
    marks: [
      ...y.ticks.flatMap((tick) => drawGrid(tick, scaleY(tick.value), frame)),
      ...drawAxis(x, frame),
      ...[data.yLabel].map((text) => writeText([text], { x: 0, y: 10 }, 'plot-title')),
      writeText([data.xLabel], centre(data.xLabel, frame, width, height - 10), 'plot-title'),
      // The first last, so that it lies above the others.
      ...data.series.flatMap((series, index) => drawSeries(series, index, data)).reverse(),
      ...drawLabels(data.series, labels, scaleY, frame),
    ],
  });
}

type Axis = {
  type: 'linear' | 'log' | 'utc';
  domain: [number, number];
  range: [number, number];
  ticks: Tick[];
};

function buildY({ logY }: PlotData, points: readonly Point[]): Axis {
  const values = points.map((point) => point.y);
  const [low, high] = endsOf(values);
  const range: [number, number] = [0, 0];
  if (logY) {
    const domain = padLog(low, high);
    return { type: 'log', domain, range, ticks: buildLogTicks(...domain) };
  }
  // Values far from zero are shown apart from each other; those that are not, in their proportion.
  const from = low > 0 && low < high / 2 ? 0 : low;
  const to = high < 0 && high > low / 2 ? 0 : high;
  const domain = widen(from, to, 5);
  return { type: 'linear', domain, range, ticks: buildTicks(...domain, 5) };
}

function buildX({ kind, logX, type }: PlotData, points: readonly Point[], frame: Frame): Axis {
  const values = points.map((point) => point.x);
  const [low, high] = endsOf(values);
  const inset = type === 'dot' ? 10 : 6;
  const range: [number, number] = [frame.left + inset, frame.right - inset];
  const domain: [number, number] =
    high > low ? [low, high] : logX ? [low / 2, low * 2] : [low - 1, low + 1];
  const most = Math.max(2, Math.floor((frame.right - frame.left) / 70));
  const distinct = [...new Set(values)].sort((a, b) => a - b);
  const ticks = logX
    ? // A sweep over few sizes is read at these sizes.
      distinct.length <= FEW
      ? distinct.map((value) => toTick(value))
      : buildLogTicks(...domain)
    : kind === 'date'
      ? buildDateTicks(...domain, most)
      : buildTicks(...domain, most);
  const axis: Axis = {
    type: logX ? 'log' : kind === 'date' ? 'utc' : 'linear',
    domain,
    range,
    ticks,
  };
  return { ...axis, ticks: thin(ticks, buildScale(axis, range)) };
}

function buildScale({ type, domain }: Axis, range: [number, number]): (value: number) => number {
  const scale = Plot.scale({ x: { type, domain, range } });
  return (value) => Number(scale.apply(value));
}

function endsOf(values: readonly number[]): [number, number] {
  return values.reduce<[number, number]>(
    ([low, high], value) => [Math.min(low, value), Math.max(high, value)],
    [Infinity, -Infinity],
  );
}

function padLog(low: number, high: number): [number, number] {
  const factor = Math.max((high / low) ** 0.05, 1.05);
  return [low / factor, high * factor];
}

/** The line of zero is drawn in ink: all values are read against it. */
function drawGrid({ value, text }: Tick, y: number, { left, right }: Frame): Plot.Markish[] {
  return [
    drawLine([left, y, right, y], value === 0 ? 'plot-zero' : 'plot-grid'),
    writeText([text], { x: left - 8, y, anchor: 'end' }, 'plot-tick'),
  ];
}

function drawAxis(x: Axis, { bottom }: Frame): Plot.Markish[] {
  const scale = buildScale(x, x.range);
  return x.ticks.flatMap(({ value, text }) => {
    const at = scale(value);
    return [
      drawLine([at, bottom, at, bottom + 5], 'plot-mark'),
      writeText([text], { x: at, y: bottom + 16, anchor: 'middle' }, 'plot-tick'),
    ];
  });
}

/** Under the middle of the frame, but within the drawing. */
function centre(text: string, { left, right }: Frame, width: number, y: number) {
  const half = measure(text) / 2;
  const middle = Math.max(half, Math.min((left + right) / 2, width - half));
  return half * 2 > width
    ? { x: 0, y, anchor: 'start' as const }
    : { x: middle, y, anchor: 'middle' as const };
}

function drawSeries({ points }: Series, index: number, { type }: PlotData): Plot.Markish[] {
  const marks: Plot.Markish[] = [];
  if (points.length <= MOST_MARKED || type === 'dot') {
    marks.push(
      Plot.dot(points, {
        x: 'x',
        y: 'y',
        r: 3.5,
        symbol: SYMBOLS[index % SYMBOLS.length] ?? 'circle',
        className: `plot-dot plot-${index}`,
      }),
    );
  }
  if (type === 'line' && points.length > 1) {
    marks.push(Plot.line(points, { x: 'x', y: 'y', className: `plot-line plot-${index}` }));
  }
  return marks;
}

type Label = { lines: string[]; width: number };

/** The names of the series as they stand at the right, none where there is one series without a name. */
function buildLabels(series: readonly Series[], width: number): Label[] {
  const most = Math.max(70, Math.min(180, width * 0.27));
  return series.map(({ name }) => {
    const lines = wrap(name, most);
    return { lines, width: Math.max(0, ...lines.map(measure)) };
  });
}

/** Each beside the last point of its series, with its mark, so that it is a key as well. */
function drawLabels(
  series: readonly Series[],
  labels: readonly Label[],
  scaleY: (value: number) => number,
  { right, top, bottom }: Frame,
): Plot.Markish[] {
  const blocks = series.map(({ points }, index) => ({
    at: scaleY(points.reduce((last, point) => (point.x >= last.x ? point : last)).y),
    height: Math.max(1, labels[index]?.lines.length ?? 1) * LINE_HEIGHT,
  }));
  const middles = spread(blocks, top - LINE_HEIGHT / 2, bottom + LINE_HEIGHT / 2);
  return labels.flatMap(({ lines }, index) => {
    if (lines.length === 0) return [];
    const y = middles[index] ?? 0;
    const first = y - ((lines.length - 1) * LINE_HEIGHT) / 2;
    return [
      drawKey(index, right + 9, first),
      writeText(lines, { x: right + 20, y }, `plot-label plot-${index}`),
    ];
  });
}

/** The mark of a series in pixels of the drawing, whatever the scales. */
function drawKey(index: number, x: number, y: number): Plot.Markish {
  return Plot.dot([0], {
    frameAnchor: 'top-left',
    dx: x,
    dy: y,
    r: 3.5,
    symbol: SYMBOLS[index % SYMBOLS.length] ?? 'circle',
    className: `plot-dot plot-${index}`,
  });
}
