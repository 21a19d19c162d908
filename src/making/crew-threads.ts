import { availableParallelism } from 'node:os';
import path from 'node:path';
import { SHARE_ENV, Worker } from 'node:worker_threads';
import { buildSeats, Crew, type Seat } from './crew.ts';
import type { Bundled } from './program.ts';

/** Each takes memory of its own. */
const MOST_THREADS = 4;
/** Of fewer papers all is made before another thread has read them. */
const PAPERS_A_THREAD = 100;

/** What another thread is given. */
export type Task = {
  seat: Seat;
  bundle: Bundled;
  /** Folders of the files that are made, and of the shared parts. */
  folder: string;
  parts: string;
};

/**
 * Starts the threads that make a site of so many papers beside this one.
 *
 * @returns this thread's place among them, and what ends them all, which waits until none of them writes any more
 */
export function startCrew(
  papers: number,
  task: Omit<Task, 'seat'>,
): { crew: Crew; end: () => Promise<void> } {
  const size = Math.min(
    MOST_THREADS,
    availableParallelism(),
    Math.max(1, Math.floor(papers / PAPERS_A_THREAD)),
  );
  const [own, ...others] = buildSeats(size);
  const crew = new Crew(own);
  const workers = others.map((seat) => {
    // By its place in the project, as the threads that compile.
    const worker = new Worker(path.resolve('src/making/thread.ts'), {
      workerData: { ...task, seat } satisfies Task,
      transferList: seat.ports,
      // What draws asks the process, not the thread, where its fonts are.
      env: SHARE_ENV,
    });
    worker.on('error', (error) => {
      crew.fail(error);
    });
    return worker;
  });
  const end = async () => {
    crew.close();
    await Promise.all(workers.map((worker) => worker.terminate()));
  };
  return { crew, end };
}
