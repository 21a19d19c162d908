import { stripVTControlCharacters } from 'node:util';
import { runChild } from './child.ts';
import type { Outcome } from './steps.ts';

/**
 * Runs test files with `node --test`. `patterns` are globs from the project's folder on, `limit`
 * the milliseconds for one file.
 */
export async function runNodeTests(patterns: string[], limit: number): Promise<Outcome> {
  const { code, output } = await runChild(
    process.execPath,
    [
      '--test',
      '--test-reporter=spec',
      '--test-concurrency=2',
      `--test-timeout=${limit}`,
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

/** The list of what passed, and the sums, are of no use beside what failed. */
export function withoutPassed(output: string): string {
  const lines = stripVTControlCharacters(output).split('\n');
  return lines.filter((line) => !/^\s*(?:ok|[✓✔▶ℹ])\s/.test(line)).join('\n');
}
