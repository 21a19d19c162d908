import { formatNumber } from './statistics.ts';
import type { Row } from './row.ts';
import type { Series } from './tables.ts';

/** What is measured, in the order in which each needs the one before it. */
const SCENARIOS = [
  { scenario: 'Cold', run: (row: Row) => row.cold() },
  { scenario: 'Unchanged', run: (row: Row) => row.unchanged() },
  { scenario: 'One body edited', run: (row: Row) => row.edit() },
];

/**
 * Measures all rows in turn, round by round, so that what slows the machine for a while slows all of them. A row
 * that failed is not asked again.
 */
export async function runRounds(
  rows: readonly Row[],
  rounds: number,
  say: (line: string) => void,
): Promise<Series[]> {
  const series = SCENARIOS.flatMap((one) =>
    rows.map((row) => ({ ...one, row, outcomes: [] as Series['outcomes'] })),
  );
  const failed = new Map<Row, string>();
  for (let round = 1; round <= rounds; round += 1) {
    for (const { scenario, run, row, outcomes } of series) {
      const failure = failed.get(row);
      const outcome = failure === undefined ? await run(row) : { failure };
      if ('failure' in outcome) failed.set(row, outcome.failure);
      outcomes.push(outcome);
      if (failure !== undefined) continue;
      const told = 'failure' in outcome ? outcome.failure : `${formatNumber(outcome.wall)} s`;
      say(`Round ${round} of ${rounds}, ${scenario.toLowerCase()}, ${row.name}: ${told}`);
    }
  }
  return series.map(({ scenario, row, outcomes }) => ({ scenario, row: row.name, outcomes }));
}
