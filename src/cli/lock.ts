import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';

/** Milliseconds from one touch of a lock that is held to the next. */
const TOUCH = 2000;
/** A lock that nobody touched for so long has no holder: the number of its process is another's by now. */
const SILENCE = 5 * 60_000;

/**
 * Runs something while no other process does the same, waiting for its turn however long that takes. `file` holds
 * the number of the process that is at it, and is touched by it all the while; one that a killed process left behind
 * does not count.
 *
 * @param silence milliseconds without a touch, after which it was left behind
 */
export async function withLock<T>(
  file: string,
  onWait: () => void,
  run: () => Promise<T>,
  silence = SILENCE,
): Promise<T> {
  mkdirSync(dirname(file), { recursive: true });
  const watched = new WatchedLock(file, silence);
  if (!watched.take()) {
    onWait();
    while (!watched.take()) await wait(200);
  }
  // In a thread of its own: a check of many papers keeps this one busy for minutes.
  const keeper = new Worker(new URL('lock-keeper.ts', import.meta.url), {
    workerData: { file, interval: Math.min(TOUCH, silence / 4) },
  });
  keeper.unref();
  // Where no more threads are to be had, the number alone keeps the lock, as long as nobody waits.
  keeper.on('error', () => undefined);
  try {
    return await run();
  } finally {
    await keeper.terminate();
    // A process that was halted for long finds its lock another's.
    if (readHolder(file) === process.pid) rmSync(file, { force: true });
  }
}

/** The number of the process that holds a lock; 0 while it is being written or is gone. */
function readHolder(file: string): number {
  try {
    return Number(readFileSync(file, 'utf8'));
  } catch {
    return 0;
  }
}

/** The lock as one sees it who waits for it. */
class WatchedLock {
  readonly #file: string;
  readonly #silence: number;
  #touched: number | undefined;
  /** By this process's clock, which stands still while the machine sleeps, as its holder does. */
  #seen = 0;

  constructor(file: string, silence: number) {
    this.#file = file;
    this.#silence = silence;
  }

  take(): boolean {
    if (this.#isLeftBehind()) rmSync(this.#file, { force: true });
    try {
      // Fails where the file is there, in one step.
      writeFileSync(this.#file, String(process.pid), { flag: 'wx' });
      return true;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
      throw error;
    }
  }

  #isLeftBehind(): boolean {
    try {
      const { mtimeMs } = statSync(this.#file);
      if (mtimeMs !== this.#touched) {
        this.#touched = mtimeMs;
        this.#seen = performance.now();
      } else if (performance.now() - this.#seen > this.#silence) return true;
      // 0 asks for this process's own group, which is there.
      process.kill(readHolder(this.#file), 0);
      return false;
    } catch (error) {
      // No such process. Any other answer means that it is there, or that the file is gone.
      return (error as NodeJS.ErrnoException).code === 'ESRCH';
    }
  }
}
