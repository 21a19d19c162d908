import { utimesSync } from 'node:fs';
import { workerData } from 'node:worker_threads';

/** The thread that touches a lock as long as its process lives: who waits sees that somebody is at it. */
const { file, interval } = workerData as { file: string; interval: number };

setInterval(() => {
  const now = new Date();
  try {
    utimesSync(file, now, now);
  } catch {
    // It was just given back.
  }
}, interval);
