import type { Following } from './dev.ts';
import type { Cost, Outcome } from './measure.ts';
import { formatRatio, formatSpread } from './statistics.ts';

/** What was measured of one program doing one thing, round by round. */
export type Series = { row: string; scenario: string; outcomes: Outcome[] };

/** A table of Markdown; the first column is words, the others numbers. */
export function renderTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const marks = head.map((_, at) => (at === 0 ? ':--' : '--:'));
  return [line(head), line(marks), ...rows.map(line)].join('\n');
}

const MEASURES = {
  wall: 'wall, s',
  cpu: 'CPU, s',
  memory: 'peak, MB',
} as const satisfies Record<keyof Cost, string>;

/** One table a scenario: medians and what they lie between, and ratios to the row `base` where it is there. */
export function renderCosts(series: readonly Series[], base: string): string {
  const scenarios = Map.groupBy(series, ({ scenario }) => scenario);
  return [...scenarios]
    .map(([scenario, all]) => {
      const measures = Object.keys(MEASURES) as (keyof Cost)[];
      const reference = all.find(({ row }) => row === base);
      const ratios = reference === undefined ? [] : measures;
      const head = [
        scenario,
        ...Object.values(MEASURES),
        ...ratios.map((name) => `${MEASURES[name].replace(/,.*/, '')} ×`),
      ];
      const rows = all.map(({ row, outcomes }) => {
        const failure = outcomes.find((outcome) => 'failure' in outcome);
        if (failure) return [row, failure.failure, ...head.slice(2).map(() => '–')];
        return [
          row,
          ...measures.map((name) => formatSpread(valuesOf(outcomes, name))),
          ...ratios.map((name) =>
            formatRatio(valuesOf(outcomes, name), valuesOf(reference?.outcomes ?? [], name)),
          ),
        ];
      });
      return renderTable(head, rows);
    })
    .join('\n\n');
}

function valuesOf(outcomes: readonly Outcome[], name: keyof Cost): number[] {
  return outcomes.flatMap((outcome) => {
    const value = 'failure' in outcome ? undefined : outcome[name];
    return value === undefined ? [] : [value];
  });
}

/** How long a server takes to begin and to show a change: medians, and ratios to the row `base`. */
export function renderFollowing(
  rows: readonly { row: string; following: Following }[],
  base: string,
): string {
  const reference = rows.find(({ row }) => row === base)?.following;
  const [baseStarted, baseSeen] = timesOf(reference);
  return renderTable(
    ['', 'first page, s', 'a change is seen, s', 'first page ×', 'change ×'],
    rows.map(({ row, following }) => {
      if ('failure' in following) return [row, following.failure, '–', '–', '–'];
      const [started, seen] = timesOf(following);
      return [
        row,
        formatSpread(started),
        formatSpread(seen),
        formatRatio(started, baseStarted),
        formatRatio(seen, baseSeen),
      ];
    }),
  );
}

function timesOf(following: Following | undefined): [started: number[], seen: number[]] {
  return following === undefined || 'failure' in following
    ? [[], []]
    : [[following.started], following.seen];
}
