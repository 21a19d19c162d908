import type { PlotAttributes } from '../body/components/plot.ts';
import type { Csv } from './csv.ts';
import type { PlotData } from './data.ts';
import { readNumber } from './values.ts';

/** The numbers as a reader looks them up: cells as written, and how many rows were left out. */
export type PlotTable = { head: string[]; numeric: boolean[]; rows: string[][]; more: number };

const MOST_ROWS = 100;

/**
 * One row for each place of the axis and a column for each series where that leaves few cells empty; else a row
 * for each point. Columns that are not drawn are left to the file.
 */
export function buildTable(
  { head, rows }: Csv,
  data: PlotData,
  { x, y, series }: PlotAttributes,
): PlotTable {
  const known = head.map(({ text }) => text);
  const columns = [x, series, y].flatMap((name) => (name === undefined ? [] : [name.trim()]));
  const indices = columns.map((name) => known.indexOf(name));
  const long = rows.map((row) => indices.map((index) => row[index]?.text ?? ''));
  const { xLabel, yLabel } = data;
  const wide = series === undefined ? undefined : pivot(long, xLabel);
  const cells = wide ?? {
    head: series === undefined ? [xLabel, yLabel] : [xLabel, series.trim(), yLabel],
    rows: long,
  };
  return {
    head: cells.head,
    // The first column names the row.
    numeric: cells.head.map(
      (_, index) =>
        index > 0 &&
        cells.rows.every((row) => row[index] === '' || readNumber(row[index] ?? '') !== undefined),
    ),
    rows: cells.rows.slice(0, MOST_ROWS),
    more: Math.max(0, cells.rows.length - MOST_ROWS),
  };
}

/** @param long rows of a place, a series and a value */
function pivot(
  long: readonly string[][],
  head: string,
): { head: string[]; rows: string[][] } | undefined {
  const names = [...new Set(long.map(([, name = '']) => name))];
  const places = new Map<string, string[]>();
  for (const [place = '', name = '', value = ''] of long) {
    const row = places.get(place) ?? names.map(() => '');
    places.set(place, row);
    const index = names.indexOf(name);
    if (row[index] !== '') return undefined;
    row[index] = value;
  }
  if (long.length < (places.size * names.length) / 2) return undefined;
  return { head: [head, ...names], rows: [...places].map(([place, row]) => [place, ...row]) };
}
