import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** A build is long over after this, and the number of its process may be another's by now. */
const OLDEST = 15 * 60_000;

/**
 * Runs something while no other process does the same, waiting for its turn. `file` holds the
 * number of the process that is at it; one that a killed process left behind does not count.
 */
export async function withLock<T>(
  file: string,
  onWait: () => void,
  run: () => Promise<T>,
): Promise<T> {
  mkdirSync(dirname(file), { recursive: true });
  if (!take(file)) {
    onWait();
    while (!take(file)) await wait(200);
  }
  try {
    return await run();
  } finally {
    rmSync(file, { force: true });
  }
}

function take(file: string): boolean {
  if (isLeftBehind(file)) rmSync(file, { force: true });
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
    if (Date.now() - statSync(file).mtimeMs > OLDEST) return true;
    // Still empty, it is being written: 0 asks for this process's own group, which is there.
    process.kill(Number(readFileSync(file, 'utf8')), 0);
    return false;
  } catch (error) {
    // No such process. Any other answer means that it is there, or that the file is gone.
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}
