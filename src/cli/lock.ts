import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** A build that still holds a lock after this has been gone for long, and its number is another's. */
const OLDEST = 15 * 60_000;
const PAUSE = 200;

/**
 * Runs something while no other process does the same, waiting for its turn. `file` says who is at
 * it by a process number; one that a killed process left behind does not count.
 */
export async function withLock<T>(
  file: string,
  onWait: () => void,
  run: () => Promise<T>,
): Promise<T> {
  mkdirSync(dirname(file), { recursive: true });
  let isFirst = true;
  while (!take(file)) {
    if (isFirst) onWait();
    isFirst = false;
    if (isLeftBehind(file)) rmSync(file, { force: true });
    else await wait(PAUSE);
  }
  try {
    return await run();
  } finally {
    rmSync(file, { force: true });
  }
}

function take(file: string): boolean {
  try {
    // Fails where the file is there, in one step.
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function isLeftBehind(file: string): boolean {
  try {
    const age = Date.now() - statSync(file).mtimeMs;
    const text = readFileSync(file, 'utf8');
    // Between its making and its writing a file is empty.
    if (text === '') return age > PAUSE * 5;
    return age > OLDEST || !isRunning(Number(text));
  } catch {
    return false;
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Somebody else's process may not be asked, but is there.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
