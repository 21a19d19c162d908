import { spawn } from 'node:child_process';
import { ROOT } from './folders.ts';

/** How a program ended; `output` is all it wrote, both streams in the order they came. */
export type Ending = { code: number; output: string };

export type ChildOptions = {
  /** Milliseconds until it is stopped. */
  limit: number;
  env?: Record<string, string>;
  cwd?: string;
};

/** Runs a program to its end, without input; one that cannot be started ends with 127. */
export function runChild(command: string, args: string[], options: ChildOptions): Promise<Ending> {
  const { limit, env, cwd = ROOT } = options;
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: limit,
      windowsHide: true,
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => (output += text));
    }
    child.on('error', ({ message }) => resolve({ code: 127, output: output + message }));
    child.on('close', (code, signal) => {
      if (signal !== null) output += `\nStopped by ${signal}; the limit is ${limit / 1000} s.`;
      resolve({ code: code ?? 1, output });
    });
  });
}
