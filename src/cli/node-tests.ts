import { globSync } from 'node:fs';
import { relative } from 'node:path';
import { run } from 'node:test';
import { inspect } from 'node:util';
import { ROOT } from './folders.ts';
import type { Outcome } from './steps.ts';

export type NodeTestOptions = {
  /** Patterns of files, from the project's folder, with `/`. */
  patterns: string[];
  /** Folders of files that belong to another step. */
  without?: string[];
  /** Files that run at the same time. */
  concurrency?: number;
  /** Milliseconds for one test. */
  limit?: number;
};

/** What `node:test` passes on of a test's end; its types leave out what is not documented. */
type TestEnd = {
  name: string;
  nesting: number;
  file?: string | undefined;
  line?: number | undefined;
  column?: number | undefined;
  skip?: string | boolean | undefined;
  todo?: string | boolean | undefined;
  details: { type?: string | undefined; error?: unknown };
};

/** Runs test files with `node:test`, each in a process of its own, and counts single tests. */
export async function runNodeTests(options: NodeTestOptions): Promise<Outcome> {
  const without = (options.without ?? []).map((folder) => `${folder}/`);
  const files = globSync(options.patterns, { cwd: ROOT })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => !without.some((folder) => file.startsWith(folder)))
    .sort();
  if (files.length === 0) {
    return { passed: 0, failed: 0, skipped: 0, report: 'There are no such tests yet.' };
  }
  const outcome = { passed: 0, failed: 0, skipped: 0 };
  const report: string[] = [];
  const stderr = new Map<string, string>();
  const names = new Map<string, string[]>();
  const stream = run({
    files: files.map((file) => `${ROOT}/${file}`),
    cwd: ROOT,
    concurrency: options.concurrency ?? 2,
    timeout: options.limit ?? 120_000,
  });
  const fullName = ({ file = '', nesting, name }: TestEnd) => {
    const path = (names.get(file) ?? []).slice(0, nesting);
    return [...path, name].join(' › ');
  };
  stream.on('test:start', ({ file = '', nesting, name }) => {
    names.set(file, [...(names.get(file) ?? []).slice(0, nesting), name]);
  });
  stream.on('test:stderr', ({ file, message }) => {
    stderr.set(file, (stderr.get(file) ?? '') + message);
  });
  stream.on('test:pass', (test: TestEnd) => {
    if (test.details.type === 'suite') return;
    if (test.skip === undefined && test.todo === undefined) {
      outcome.passed += 1;
      return;
    }
    outcome.skipped += 1;
    const reason = test.skip ?? test.todo;
    report.push(`skipped: ${fullName(test)}${typeof reason === 'string' ? ` (${reason})` : ''}`);
  });
  stream.on('test:fail', (test: TestEnd) => {
    if (isParentOfFailure(test.details.error)) return;
    outcome.failed += 1;
    report.push(renderFailure(test, fullName(test), stderr));
  });
  // Read to its end: the stream waits for whoever reads it.
  for await (const _ of stream);
  return { ...outcome, report: report.join('\n') };
}

/** A suite fails with its tests, which are told by themselves. */
function isParentOfFailure(error: unknown): boolean {
  return (error as { failureType?: string } | undefined)?.failureType === 'subtestsFailed';
}

function renderFailure(test: TestEnd, name: string, stderr: Map<string, string>): string {
  const file = test.file === undefined ? '' : relative(ROOT, test.file);
  const place = test.line === undefined ? file : `${file}:${test.line}:${test.column ?? 1}`;
  const error = test.details.error as { cause?: unknown } | undefined;
  const cause = error?.cause ?? error;
  const text = typeof cause === 'string' ? cause : inspect(cause, { depth: 6 });
  const said = stderr.get(test.file ?? '')?.trim() ?? '';
  // A file that does not load says why only on its error stream.
  const isWholeFile = test.nesting === 0 && test.name.endsWith('.ts');
  return [`${place} ${name}`, text, ...(isWholeFile ? [said] : [])].join('\n').trimEnd() + '\n';
}
