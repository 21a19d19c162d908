import { workerData } from 'node:worker_threads';
import { Cache } from '../cache.ts';
import { checkContent } from '../digest/check.ts';
import { Crew } from './crew.ts';
import type { Task } from './crew-threads.ts';
import { Ledger } from './ledger.ts';
import { makeFiles } from './make.ts';
import { loadProgram } from './program.ts';

/** A thread of `startCrew`: makes what the others have not, from the content as it reads it itself. */
const { seat, bundle, folder, parts } = workerData as Task;

const crew = new Crew(seat);
try {
  const { edition } = await checkContent({ forPages: true });
  if (edition === undefined) throw new Error('The content can no longer be read.');
  const program = await loadProgram(bundle);
  await makeFiles(edition, program, new Ledger(program.key), {
    folder,
    parts: new Cache(parts, program.key),
    onFile: () => undefined,
    crew,
  });
} catch (error) {
  crew.tell({ kind: 'failure', error });
} finally {
  crew.close();
}
