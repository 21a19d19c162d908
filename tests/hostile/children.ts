import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Outcome, Task } from './child.ts';

const root = path.resolve(import.meta.dirname, '../..');
const megabytes = 300;

/** What a child said, one line for each task that it finished, and how it ended. */
export type Told<T> = { outcomes: T[]; fault: string };

/**
 * Judges sources in a process of their own, which may read this project and nothing else, write nothing, start
 * nothing and make no code out of text; it is killed after `limit` milliseconds.
 */
export function judgeApart(tasks: readonly Task[], limit: number): Promise<Told<Outcome>> {
  const readable = [root, realpathSync(path.join(root, 'node_modules'))];
  const flags = [
    '--permission',
    ...readable.map((folder) => `--allow-fs-read=${folder}`),
    '--disallow-code-generation-from-strings',
  ];
  return runApart('child.ts', flags, tasks, limit);
}

/** Runs a module of this folder on `input`, bounded in memory and in time. */
export async function runApart<T>(
  module: string,
  flags: readonly string[],
  input: unknown,
  limit: number,
): Promise<Told<T>> {
  const folder = mkdtempSync(path.join(tmpdir(), 'residual-hostile-'));
  const canary = path.join(folder, 'canary');
  const told = await new Promise<Told<T>>((resolve) => {
    const child = spawn(
      process.execPath,
      [...flags, `--max-old-space-size=${megabytes}`, path.join(import.meta.dirname, module)],
      {
        cwd: root,
        env: { PATH: process.env['PATH'], CANARY: canary, TMPDIR: folder, NODE_NO_WARNINGS: '1' },
        timeout: limit,
        killSignal: 'SIGKILL',
      },
    );
    let output = '';
    let errors = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
    // Whoever is killed reads no further.
    child.stdin.on('error', () => undefined).end(JSON.stringify(input));
    child.on('close', (code, signal) => {
      const lines = output.split('\n').filter((line) => line.startsWith('{'));
      const fault =
        code === 0 ? errors : `It ended with ${signal ?? code}. ${errors.slice(0, 2000)}`;
      resolve({ outcomes: lines.map((line) => JSON.parse(line) as T), fault });
    });
  });
  if (existsSync(canary)) told.fault += ' A case wrote the file of the canary.';
  rmSync(folder, { recursive: true, force: true });
  return told;
}
