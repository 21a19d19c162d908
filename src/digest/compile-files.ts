import { availableParallelism } from 'node:os';
import path from 'node:path';
import {
  MessageChannel,
  receiveMessageOnPort,
  Worker,
  type MessagePort,
} from 'node:worker_threads';
import { Sources, type Compiled } from './compile-file.ts';
import type { ContentFile } from './listing.ts';

/** Fewer are compiled here before another thread has loaded what it takes. */
const FILES_A_THREAD = 150;
/** Besides this one; each takes memory of its own. */
const MOST_THREADS = 3;
/** Milliseconds without news after which a file that another thread has is compiled here. */
const PATIENCE = 5000;

/** What another thread is given. */
export type Share = {
  content: string;
  rules: string;
  files: readonly ContentFile[];
  /** The position of the next file that nobody has, and how many files were told of. */
  state: Int32Array<SharedArrayBuffer>;
  port: MessagePort;
};

/** What a thread tells of a file that it had; nothing was compiled where it could not. */
export type Told = { position: number; compiled?: Compiled };

/** Takes a file that nobody has: its position, past the last where there is none. */
export function takeNext(state: Share['state']): number {
  return Atomics.add(state, 0, 1);
}

/** Counts a file that was told of, and wakes who waits for it. */
export function tellOne(state: Share['state']): void {
  Atomics.add(state, 1, 1);
  Atomics.notify(state, 1);
}

/**
 * Compiles files, many in several threads. A file that another thread does not finish, or that ends it, is
 * compiled in this one: whatever is wrong with it shows as if there were no others.
 *
 * @param rules as `hashRules` gives them
 * @param onCompiled called with each, in any order
 */
export function compileFiles(
  content: string,
  rules: string,
  files: readonly ContentFile[],
  onCompiled: (file: ContentFile, compiled: Compiled) => void,
): void {
  const sources = new Sources(content, rules);
  const left = new Set(files.keys());
  const settle = (position: number, compiled?: Compiled) => {
    const file = files[position];
    // One that took too long may be told of after it was compiled here.
    if (!file || !left.delete(position)) return;
    onCompiled(file, compiled ?? sources.compile(file));
  };
  const state = new Int32Array(new SharedArrayBuffer(8));
  const helpers = startHelpers({ content, rules, files, state });
  const listen = () => {
    for (const { port } of helpers) {
      for (let news = receiveMessageOnPort(port); news; news = receiveMessageOnPort(port)) {
        const { position, compiled } = news.message as Told;
        settle(position, compiled);
      }
    }
  };
  try {
    for (let next = takeNext(state); next < files.length; next = takeNext(state)) {
      settle(next);
      listen();
    }
    for (;;) {
      const told = Atomics.load(state, 1);
      listen();
      const [position] = left;
      if (position === undefined) break;
      if (Atomics.wait(state, 1, told, PATIENCE) === 'timed-out') settle(position);
    }
  } finally {
    for (const { worker } of helpers) void worker.terminate();
  }
}

function startHelpers(share: Omit<Share, 'port'>): { worker: Worker; port: MessagePort }[] {
  const count = Math.min(
    MOST_THREADS,
    availableParallelism() - 1,
    Math.floor(share.files.length / FILES_A_THREAD),
  );
  return Array.from({ length: count }, () => {
    const { port1: port, port2 } = new MessageChannel();
    // By its place in the project: a bundler would move it away from what it imports.
    const worker = new Worker(path.resolve('src/digest/compile-worker.ts'), {
      workerData: { ...share, port: port2 } satisfies Share,
      transferList: [port2],
    });
    worker.unref();
    // What it did not do is done here, and fails here.
    worker.on('error', () => undefined);
    return { worker, port };
  });
}
