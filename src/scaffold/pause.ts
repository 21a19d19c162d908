import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

export type Clock = { now: () => number; wait: (milliseconds: number) => Promise<unknown> };

/**
 * Waits until a service may be asked again, and notes that it is asked now. Runs of the program know of
 * each other by the time of a file in the cache, one for each server.
 *
 * @param seconds between two requests
 */
export async function keepPause(
  folder: string,
  host: string,
  seconds: number,
  { now, wait }: Clock,
): Promise<void> {
  if (seconds === 0) return;
  const file = path.join(folder, host.replace(/[^\w.-]/g, '-'));
  const asked = statSync(file, { throwIfNoEntry: false })?.mtimeMs;
  const left = asked === undefined ? 0 : asked + seconds * 1000 - now();
  // A clock that was set back must not make anybody wait for hours.
  if (left > 0 && left <= seconds * 1000) await wait(left);
  mkdirSync(folder, { recursive: true });
  // For whoever looks; what counts is when it was written.
  writeFileSync(file, `${now()}\n`);
}
