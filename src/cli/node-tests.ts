import { stripVTControlCharacters } from 'node:util';
import { runChild } from './child.ts';
import type { Outcome } from './steps.ts';

type Running = {
  /** How many files at once. */
  concurrency?: number;
  /** Whether the files share one process, where Node can do that. */
  isTogether?: boolean;
};

/** Runs test files in one process, where Node can do that; Node 22 has another name for it. */
export const TOGETHER: readonly string[] = ['--test-isolation', '--experimental-test-isolation']
  .filter((flag) => process.allowedNodeEnvironmentFlags.has(flag))
  .slice(0, 1)
  .map((flag) => `${flag}=none`);

/**
 * Runs test files with `node --test`. `patterns` are globs from the project's folder on, `limit`
 * the milliseconds for one file, or for one test where they share a process.
 */
export async function runNodeTests(
  patterns: string[],
  limit: number,
  { concurrency = 2, isTogether = false }: Running = {},
): Promise<Outcome> {
  const { code, output } = await runChild(
    process.execPath,
    [
      '--test',
      '--test-reporter=spec',
      `--test-concurrency=${concurrency}`,
      `--test-timeout=${limit}`,
      ...(isTogether ? TOGETHER : []),
      ...patterns,
    ],
    { limit: 5 * limit },
  );
  const text = stripVTControlCharacters(output);
  const sums = new Map(
    [...text.matchAll(/^ℹ (\w+) (\d+)$/gm)].map(([, name, n]) => [name, Number(n)]),
  );
  const sumOf = (...names: string[]) => names.reduce((all, name) => all + (sums.get(name) ?? 0), 0);
  const passed = sumOf('pass');
  const failed = sumOf('fail', 'cancelled');
  const skipped = sumOf('skipped', 'todo');
  const report = withoutPassed(text);
  // A run that broke off has no sums, and one that found no test has tested nothing.
  const isRun = code === 0 && passed + skipped > 0;
  return { passed, failed: isRun ? failed : Math.max(failed, 1), skipped, report };
}

/** The outcomes of the parts of one step as its own. */
export function addOutcomes(outcomes: readonly Outcome[]): Outcome {
  const sumOf = (name: 'passed' | 'failed' | 'skipped') =>
    outcomes.reduce((sum, one) => sum + one[name], 0);
  const reports = outcomes.map(({ report }) => report.trim()).filter((report) => report !== '');
  return {
    ...{ passed: sumOf('passed'), failed: sumOf('failed'), skipped: sumOf('skipped') },
    report: reports.join('\n\n'),
  };
}

/** The list of what passed, and the sums, are of no use beside what failed. */
export function withoutPassed(output: string): string {
  const lines = stripVTControlCharacters(output).split('\n');
  return lines.filter((line) => !/^\s*(?:ok|[✓✔▶ℹ])\s/.test(line)).join('\n');
}
