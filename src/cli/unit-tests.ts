import { globSync } from 'node:fs';
import { ROOT } from './folders.ts';
import { addOutcomes, runNodeTests } from './node-tests.ts';
import type { Outcome } from './steps.ts';

const UNIT = ['tests/*.test.ts', 'tests/!(site|browser|full)/**/*.test.ts'];

/** What changes its process for good, starts others or may have to be stopped has a process of its own. */
const ALONE = [
  'tests/{ci,cli,hostile}/**/*.test.ts',
  'tests/digest/{folders,tree-file}.test.ts',
  'tests/finder/formulas.test.ts',
  'tests/formula-pictures/load.test.ts',
  'tests/reader/facts-of-years.test.ts',
  'tests/sharing/load.test.ts',
  'tests/upgrade.test.ts',
];

/** The files of unit tests: those that run in a process each, and those that share one. */
export function listUnitTests(): { alone: string[]; together: string[] } {
  const find = (patterns: string[]) =>
    globSync(patterns, { cwd: ROOT }).map((file) => file.replaceAll('\\', '/'));
  const alone = new Set(find(ALONE));
  const together = find(UNIT).filter((file) => !alone.has(file));
  return { alone: [...alone].sort(), together: together.sort() };
}

/** Runs the unit tests. Most load the same program, which takes longer than their tests do: they load it once. */
export async function runUnitTests(limit: number): Promise<Outcome> {
  const { alone, together } = listUnitTests();
  return addOutcomes(
    await Promise.all([
      runNodeTests(together, limit, { isTogether: true }),
      runNodeTests(alone, limit, { concurrency: 1 }),
    ]),
  );
}
