import type { Place, Problem } from '../../problem.ts';

/** One mistake at an offset of the source, before its line and column are known; an error unless it says otherwise. */
export type Fault = {
  offset: number;
  severity?: Problem['severity'];
  code: string;
  message: string;
  fix: string;
  /** As `Edit`, at an offset of its own where it is not the fault's. */
  edit?: { old: string; text: string; offset?: number };
};

/** At most so many errors of one source are listed; the last then says how many more there are. */
export const MAX_PROBLEMS = 100;
/** Warnings beyond these are left out until there are fewer. */
const MAX_WARNINGS = 50;

/** Gathers the faults of one source and turns them into sorted problems. */
export type Report = {
  add(fault: Fault): void;
  /**
   * Drops what is found strictly between two offsets: the inside of a construct that is
   * refused as a whole, so that one mistake does not show as several.
   */
  silence(start: number, end: number): void;
  /** Whether an offset was silenced so far. */
  isSilent(offset: number): boolean;
  place(offset: number): Place;
  /** How many errors were added so far. */
  count(): number;
  problems(): Problem[];
};

/**
 * @param source the text that offsets count in, UTF-16 code units
 * @param file path for the problems
 * @param origin place in the file of the first character of `source`
 */
export function buildReport(source: string, file: string, origin: Place): Report {
  const faults: Fault[] = [];
  const silences: [start: number, end: number][] = [];
  let errorCount = 0;
  const lineStarts = [0];
  for (const ending of source.matchAll(/\r\n|\n|\r/g)) {
    lineStarts.push(ending.index + ending[0].length);
  }

  function place(offset: number): Place {
    let low = 0;
    let high = lineStarts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((lineStarts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    const column = offset - (lineStarts[low] ?? 0);
    return low === 0
      ? { line: origin.line, column: origin.column + column }
      : { line: origin.line + low, column: column + 1 };
  }

  function problems(): Problem[] {
    const inside = buildCover(silences);
    const sorted = faults
      .filter((fault) => !inside(fault.offset))
      .sort((a, b) => a.offset - b.offset || compareText(a.code, b.code));
    const seen = new Set<string>();
    const unique = sorted.filter((fault) => {
      const key = `${fault.offset} ${fault.code} ${fault.message}`;
      return seen.has(key) ? false : seen.add(key);
    });
    const errors = unique.filter((fault) => fault.severity !== 'warning');
    const warnings = unique.filter((fault) => fault.severity === 'warning');
    const listed = new Set([...errors.slice(0, MAX_PROBLEMS), ...warnings.slice(0, MAX_WARNINGS)]);
    const result = unique.flatMap((fault): Problem[] => {
      const { offset, severity = 'error', code, message, fix, edit } = fault;
      if (!listed.has(fault)) return [];
      const { old, text, offset: at = offset } = edit ?? { old: '', text: '' };
      const mend = edit && { ...place(at), old, text };
      return [
        { file, ...place(offset), severity, code, message, fix, ...(mend && { edit: mend }) },
      ];
    });
    const next = errors[MAX_PROBLEMS];
    if (next) {
      result.push({
        file,
        ...place(next.offset),
        severity: 'error',
        code: 'more-problems',
        message: `There are ${errors.length - MAX_PROBLEMS} more problems from here on.`,
        fix: 'Mend those above and check again.',
      });
    }
    return result;
  }

  return {
    add: (fault) => {
      faults.push(fault);
      if (fault.severity !== 'warning') errorCount += 1;
    },
    silence: (start, end) => void silences.push([start, end]),
    isSilent: (offset) => silences.some(([start, end]) => offset > start && offset < end),
    place,
    count: () => errorCount,
    problems,
  };
}

/** Whether an offset lies strictly inside one of the ranges. */
function buildCover(ranges: [number, number][]): (offset: number) => boolean {
  const sorted = ranges.toSorted((a, b) => a[0] - b[0]);
  const merged: [number, number][] = [];
  for (const [start, end] of sorted) {
    const last = merged.at(-1);
    // A range that starts where another ends stays apart: its own start must be heard.
    if (last && start < last[1]) last[1] = Math.max(last[1], end);
    else merged.push([start, end]);
  }
  return (offset) => {
    let low = 0;
    let high = merged.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((merged[middle]?.[0] ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    const range = merged[low - 1];
    return range !== undefined && offset < range[1];
  };
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The writer's own text, short enough to stand in a sentence: one line, cut at `length` characters. */
export function excerpt(text: string, length = 40): string {
  // A bounded slice first: what follows must not depend on how long a hostile text is.
  const line = text
    .slice(0, length * 4)
    .replace(/\s+/g, ' ')
    .trim();
  const characters = [...line];
  return characters.length > length ? `${characters.slice(0, length - 1).join('')}…` : line;
}
