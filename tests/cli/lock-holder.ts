import { parentPort, workerData } from 'node:worker_threads';
import { withLock } from '../../src/cli/lock.ts';

/** Holds a lock with a thread that does nothing else for some time. */
const { file, busy, silence } = workerData as { file: string; busy: number; silence: number };

await withLock(
  file,
  () => undefined,
  () => {
    parentPort?.postMessage('holds');
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, busy);
    parentPort?.postMessage('ready');
    return Promise.resolve();
  },
  silence,
);
