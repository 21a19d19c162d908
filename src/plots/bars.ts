import * as Plot from '@observablehq/plot';
import type { PlotData } from './data.ts';
import { LINE_HEIGHT, measure, wrap } from './measure.ts';
import { drawLine, drawCanvas, writeText, type Canvas } from './canvas.ts';
import { writeNumber } from './ticks.ts';

const BAR = 9;
const TOP = 30;
/** Characters of a value at the end of its bar. */
const LONGEST_VALUE = 9;

type Row = { name: string; values: { y: number; written: string; series: number }[] };

/**
 * Draws bars that lie, so that every name is written out and every value stands at the end of its bar. With
 * several series the bars of one name stand together under it, each with the name of its series.
 */
export function drawBars(data: PlotData, width: number): Canvas {
  const grouped = data.series.length > 1;
  const rows = data.names.map((name, index): Row => ({
    name,
    values: data.series.flatMap(({ points }, series) =>
      points
        .filter(({ x }) => x === index)
        .map(({ y, written }) => ({ y, written: shorten(written, y), series })),
    ),
  }));
  const heads = grouped ? data.series.map(({ name }) => name) : data.names;
  const column = Math.min(width * 0.42, Math.max(...heads.map(measure)) + 2);
  const values = rows.flatMap((row) => row.values);
  const lowest = Math.min(0, ...values.map(({ y }) => y));
  const highest = Math.max(0, ...values.map(({ y }) => y));
  const room = Math.max(...values.map(({ written }) => measure(written))) + 8;
  const left = column + 12 + (lowest < 0 ? room : 0);
  const right = width - (highest > 0 ? room : 8);
  const domain: [number, number] = lowest === highest ? [0, 1] : [lowest, highest];
  const scale = Plot.scale({ x: { type: 'linear', domain, range: [left, right] } });
  const zero = Number(scale.apply(0));

  const bars: { x1: number; x2: number; y1: number; y2: number; series: number }[] = [];
  const marks: Plot.Markish[] = [writeText([data.yLabel], { x: 0, y: 10 }, 'plot-title')];
  let y = TOP;
  for (const { name, values } of rows) {
    if (grouped) {
      marks.push(writeText([name], { x: 0, y: y + LINE_HEIGHT / 2 }, 'plot-title'));
      y += LINE_HEIGHT + 2;
    }
    for (const { y: value, written, series } of values) {
      const lines = wrap(grouped ? (data.series[series]?.name ?? '') : name, column);
      const height = Math.max(BAR, lines.length * LINE_HEIGHT) + 4;
      const middle = y + height / 2;
      const end = Number(scale.apply(value));
      // Without series all bars are of one kind: none of them is the one to look at.
      const key = grouped ? series : 1;
      bars.push({ x1: zero, x2: end, y1: middle - BAR / 2, y2: middle + BAR / 2, series: key });
      marks.push(
        writeText(lines, { x: column, y: middle, anchor: 'end' }, `plot-label plot-${key}`),
        writeText(
          [written],
          value < 0 ? { x: end - 5, y: middle, anchor: 'end' } : { x: end + 5, y: middle },
          'plot-value',
        ),
      );
      y += height;
    }
    y += grouped ? 10 : 4;
  }
  const height = y + 2;
  return drawCanvas({
    width,
    height,
    x: { type: 'linear', domain: [0, width], range: [0, width] },
    y: { type: 'linear', domain: [0, height], range: [0, height] },
    marks: [
      ...data.series.flatMap((_, index) => {
        const own = bars.filter(({ series }) => series === (grouped ? index : 1));
        return own.length === 0 ? [] : [drawRects(own, grouped ? index : 1)];
      }),
      drawLine([zero, TOP - 4, zero, height - 4], 'plot-zero'),
      ...marks,
    ],
  });
}

/** A value as written, or, where a program wrote all its digits, the first of them: the table has the others. */
function shorten(written: string, value: number): string {
  return written.length > LONGEST_VALUE ? writeNumber(value, 4) : written.replace(/^-/, '−');
}

function drawRects(bars: readonly object[], series: number): Plot.Markish {
  return Plot.rect(bars as never, {
    x1: 'x1',
    x2: 'x2',
    y1: 'y1',
    y2: 'y2',
    className: `plot-bar plot-${series}`,
  });
}
