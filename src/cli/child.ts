import { spawn } from 'node:child_process';
import { ROOT } from './folders.ts';

/** How a program that was run ended; `output` is all it wrote, both streams in the order they came. */
export type Ending = { code: number; output: string; hasTimedOut: boolean };

export type ChildOptions = {
  env?: Record<string, string>;
  /** Milliseconds until it is stopped. */
  limit: number;
  /** Called with everything it writes. */
  onOutput?: (text: string) => void;
};

/** Runs a program to its end, without input; one that cannot be started ends with 127. */
export function runChild(command: string, args: string[], options: ChildOptions): Promise<Ending> {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: ROOT,
      env: { ...process.env, ...options.env },
      stdio: ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
    });
    let output = '';
    let hasTimedOut = false;
    const timer = setTimeout(() => {
      hasTimedOut = true;
      child.kill('SIGTERM');
      setTimeout(() => child.kill('SIGKILL'), 5000).unref();
    }, options.limit);
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text;
        options.onOutput?.(text);
      });
    }
    const finish = (code: number) => {
      clearTimeout(timer);
      resolve({ code, output, hasTimedOut });
    };
    child.on('error', (error) => {
      output += error.message;
      finish(127);
    });
    child.on('close', (code) => finish(code ?? 1));
  });
}
