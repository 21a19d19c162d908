import type { PlotAttributes } from '../body/components/plot.ts';
import { readCsv, type Csv } from './csv.ts';
import { buildData, type PlotData } from './data.ts';
import type { Finding } from './finding.ts';

/** What a plot is drawn from, judged: nothing is wrong with it. `name` is the file's, `results.csv`. */
export type PlotSource = {
  name: string;
  bytes: Uint8Array;
  attributes: PlotAttributes;
  csv: Csv;
  data: PlotData;
};

/** @param name of the file, `results.csv` */
export function judgePlot(
  bytes: Uint8Array,
  name: string,
  attributes: PlotAttributes,
): { source?: PlotSource; findings: Finding[] } {
  const { csv, findings } = readCsv(bytes, name);
  if (!csv) return { findings };
  const { data, findings: ofData } = buildData(csv, attributes);
  // A cell that is a formula is no number either: the first says it all.
  const told = new Set(findings.map(({ at }) => placeKey(at)));
  const faults = [...findings, ...ofData.filter(({ at }) => !told.has(placeKey(at)))];
  return data && faults.length === 0
    ? { source: { name, bytes, attributes, csv, data }, findings: [] }
    : { findings: faults };
}

function placeKey(at: Finding['at']): string {
  return typeof at === 'string' ? at : `${at.line}:${at.column}`;
}

/** How many points each drawing has. */
export function countPoints({ data }: PlotSource): number {
  return data.series.reduce((sum, { points }) => sum + points.length, 0);
}
