import type { PlotAttributes } from '../body/components/plot.ts';
import { excerpt } from '../body/judging/report.ts';
import { suggestion } from '../body/nearest.ts';
import type { Cell, Csv } from './csv.ts';
import type { Finding } from './finding.ts';
import { guessNumber, readDate, readNumber, tellKind, tellSize, type Kind } from './values.ts';

/** `x` is the number, the milliseconds of a date, or the index of a name. */
export type Point = { x: number; y: number; written: string };
export type Series = { name: string; points: Point[] };

/** What is drawn. Without a column of series there is one, and its name is empty. */
export type PlotData = {
  type: 'line' | 'dot' | 'bar';
  kind: Kind;
  xLabel: string;
  yLabel: string;
  logX: boolean;
  logY: boolean;
  /** The names of a bar chart, in the order of the file. */
  names: string[];
  series: Series[];
};

const MOST_SERIES = 8;
const MOST_BARS = 40;
const LONGEST_NAME = 40;

/** Builds what is drawn of a table; only where nothing is wrong with it. */
export function buildData(
  { head, rows }: Csv,
  attributes: PlotAttributes,
): { data?: PlotData; findings: Finding[] } {
  const findings: Finding[] = [];
  const found = findColumns(head, attributes, findings);
  if (findings.length > 0) return { findings };
  const cellsOf = (index: number) => rows.flatMap((row) => row[index] ?? []);
  const xs = cellsOf(found.x);
  const kind = attributes.type === 'bar' ? 'name' : tellKind(xs);
  const type = attributes.type ?? (kind === 'name' ? 'bar' : 'line');
  const data: PlotData = {
    type,
    kind,
    xLabel: attributes.xLabel ?? attributes.x,
    yLabel: attributes.yLabel ?? attributes.y,
    logX: attributes.scale !== undefined,
    logY: attributes.scale === 'log-log',
    names: [],
    series: [],
  };
  judgeKind(data, attributes, findings);
  if (findings.length > 0) return { findings };

  const ys = cellsOf(found.y);
  const groups = found.series === undefined ? undefined : cellsOf(found.series);
  const series = new Map<string, Series>();
  const names = new Map<string, number>();
  const seen = new Set<string>();
  const twice: Repeated[] = [];
  for (const [index, cell] of xs.entries()) {
    const group = groups?.[index];
    const y = readValue(ys[index], attributes.y, data.logY, findings);
    const x =
      kind === 'name'
        ? readName(cell, attributes.x, names, findings)
        : readPlace(cell, attributes.x, data, findings);
    if (group) judgeName(group, attributes.series ?? '', findings);
    if (x === undefined || y === undefined) continue;
    const name = group?.text ?? '';
    const of = series.get(name) ?? { name, points: [] };
    series.set(name, of);
    of.points.push({ x, y, written: ys[index]?.text ?? '' });
    const key = `${x}\n${name}`;
    if (type !== 'dot' && seen.has(key)) twice.push({ cell, ...(group && { group }) });
    seen.add(key);
  }
  tellTwice(twice, findings);
  data.names = [...names.keys()];
  data.series = [...series.values()];
  if (type === 'line') for (const { points } of data.series) points.sort((a, b) => a.x - b.x);
  judgeAmount(data, attributes, findings);
  return findings.length > 0 ? { findings } : { data, findings };
}

function findColumns(head: readonly Cell[], attributes: PlotAttributes, findings: Finding[]) {
  const known = head.map(({ text }) => text);
  const find = (at: 'x' | 'y' | 'series') => {
    const name = attributes[at]?.trim();
    const index = name === undefined ? -1 : known.indexOf(name);
    if (name === undefined || index >= 0) return index;
    const list = known.map((one) => `\`${excerpt(one)}\``).join(', ');
    findings.push({
      at,
      code: 'plot-column',
      message: `There is no column \`${excerpt(name)}\` in \`${excerpt(attributes.data)}\`.`,
      fix: suggestion(name, known) ?? `Its columns are ${list}.`,
    });
    return -1;
  };
  const [x, y, series] = [find('x'), find('y'), find('series')];
  return { x, y, series: series < 0 ? undefined : series };
}

function judgeKind({ type, kind }: PlotData, attributes: PlotAttributes, findings: Finding[]) {
  if (kind === 'name' && type !== 'bar') {
    findings.push({
      at: 'x',
      code: 'plot-axis',
      message: `The column \`${excerpt(attributes.x)}\` holds names, which have no place on the axis of \`type="${type}"\`.`,
      fix: 'Write `type="bar"`, or name a column of numbers or of dates such as `2025-01-31`.',
    });
  } else if (type === 'bar' && attributes.scale) {
    findings.push({
      at: 'scale',
      code: 'plot-scale',
      message: 'A bar begins at zero, which a logarithmic axis does not have.',
      fix: 'Delete `scale`, or write `type="dot"`.',
    });
  } else if (kind === 'date' && attributes.scale) {
    findings.push({
      at: 'scale',
      code: 'plot-scale',
      message: `The column \`${excerpt(attributes.x)}\` holds dates, which have no logarithm.`,
      fix: 'Delete `scale`.',
    });
  }
}

function readValue(
  cell: Cell | undefined,
  column: string,
  log: boolean,
  findings: Finding[],
): number | undefined {
  if (!cell) return undefined;
  const value = readNumber(cell.text);
  if (value !== undefined && !(log && value <= 0)) return value;
  const guess = guessNumber(cell.text);
  if (value !== undefined) {
    tell(
      cell,
      'plot-scale',
      `\`${excerpt(cell.text)}\` in column \`${excerpt(column)}\` has no place on a logarithmic axis.`,
      'Delete the line, or the `scale` of the plot.',
      findings,
    );
  } else {
    const size = tellSize(cell.text);
    tell(
      cell,
      'plot-value',
      cell.text === ''
        ? `Column \`${excerpt(column)}\` is empty in this line.`
        : `\`${excerpt(cell.text)}\` in column \`${excerpt(column)}\` is ${size === undefined ? 'not a number' : `too ${size} to be drawn`}.`,
      size !== undefined
        ? 'Write it in another unit, from `1e-15` to `1e15`, or delete the line.'
        : guess === undefined
          ? 'Write a number such as `12`, `-0.5` or `1e-4`, or delete the line.'
          : `Write \`${guess}\`; units belong in \`yLabel\`.`,
      findings,
    );
  }
  return undefined;
}

function readPlace(
  cell: Cell,
  column: string,
  { kind, logX }: PlotData,
  findings: Finding[],
): number | undefined {
  if (kind === 'number') return readValue(cell, column, logX, findings);
  const date = readDate(cell.text);
  if (date === undefined) {
    tell(
      cell,
      'plot-value',
      `\`${excerpt(cell.text)}\` in column \`${excerpt(column)}\` is not a date, as its other cells are.`,
      'Write a day as `2025-01-31`, a month as `2025-01`.',
      findings,
    );
  }
  return date;
}

function readName(cell: Cell, column: string, names: Map<string, number>, findings: Finding[]) {
  if (!judgeName(cell, column, findings)) return undefined;
  const index = names.get(cell.text) ?? names.size;
  names.set(cell.text, index);
  return index;
}

function judgeName(cell: Cell, column: string, findings: Finding[]): boolean {
  const length = Array.from(cell.text).length;
  if (length > 0 && length <= LONGEST_NAME) return true;
  tell(
    cell,
    'plot-name',
    length === 0
      ? `Column \`${excerpt(column)}\` is empty in this line.`
      : `The name \`${excerpt(cell.text)}\` has ${length} characters; at most ${LONGEST_NAME} have room.`,
    length === 0 ? 'Write the name that the point belongs to.' : 'Shorten it in every line.',
    findings,
  );
  return false;
}

type Repeated = { cell: Cell; group?: Cell };

/** Without a column of series it is one slip, that of the column that is not named. */
function tellTwice(twice: readonly Repeated[], findings: Finding[]): void {
  const [first, ...more] = twice;
  if (first?.group !== undefined) {
    for (const { cell, group } of twice) {
      const message = `The value of \`${excerpt(group?.text ?? '')}\` at \`${excerpt(cell.text)}\` stands in the file twice.`;
      const fix = 'Delete one of the two lines, or write `type="dot"`.';
      tell(cell, 'plot-twice', message, fix, findings);
    }
  } else if (first !== undefined) {
    const { cell } = first;
    const others =
      more.length === 0
        ? ''
        : `, and ${more.length} more ${more.length === 1 ? 'line repeats' : 'lines repeat'} a value`;
    tell(
      cell,
      'plot-twice',
      `The value at \`${excerpt(cell.text)}\` stands in the file twice${others}.`,
      `Name the column that tells them apart, \`series="…"\`, or delete ${more.length === 0 ? 'one of the two lines' : 'what is repeated'}.`,
      findings,
    );
  }
}

function judgeAmount(data: PlotData, { x, series }: PlotAttributes, findings: Finding[]): void {
  if (data.series.length > MOST_SERIES) {
    findings.push({
      at: 'series',
      code: 'plot-series',
      message: `The column \`${excerpt(series ?? '')}\` has ${data.series.length} different names; at most ${MOST_SERIES} lines can be told apart.`,
      fix: 'Keep the series that the text speaks of, or make two plots.',
    });
  } else if (data.type === 'bar' && data.names.length * data.series.length > MOST_BARS) {
    findings.push({
      at: 'x',
      code: 'plot-bars',
      message: `The column \`${excerpt(x)}\` asks for ${data.names.length * data.series.length} bars; at most ${MOST_BARS} are drawn.`,
      fix: 'Keep those that the text speaks of, or write numbers or dates (`2025-01-31`) in it.',
    });
  }
}

function tell(cell: Cell, code: string, message: string, fix: string, findings: Finding[]): void {
  const { line, column } = cell;
  findings.push({ at: { line, column }, code, message, fix });
}
