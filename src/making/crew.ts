import { MessageChannel, type MessagePort } from 'node:worker_threads';
import type { Cell } from './cells.ts';

/** The place of one thread among those that make a site; can be sent to a thread. */
export type Seat = {
  /** From 0, which is the thread that began. */
  number: number;
  size: number;
  /** The position of the next file that nobody has. */
  next: Int32Array<SharedArrayBuffer>;
  /** To each of the others; what is told before they listen waits for them. */
  ports: MessagePort[];
};

/** The places of so many threads. */
export function buildSeats(size: number): Seat[] {
  const next = new Int32Array(new SharedArrayBuffer(4));
  const seats = Array.from({ length: size }, (_, number): Seat => ({
    ...{ number, size, next },
    ports: [],
  }));
  for (const [number, one] of seats.entries()) {
    for (const other of seats.slice(number + 1)) {
      const { port1, port2 } = new MessageChannel();
      one.ports.push(port1);
      other.ports.push(port2);
    }
  }
  return seats;
}

/** What one thread tells the others. */
export type News =
  | { kind: 'part'; name: string; hash: string; reads: readonly Cell[] }
  | { kind: 'output'; file: string; reads: readonly Cell[]; faults: readonly string[] }
  | { kind: 'failure'; error: unknown };

/**
 * The threads that make one site, as one of them sees them. All list the same files in the same order; each makes those
 * that nobody has, and tells the others. Without a seat one thread is alone.
 */
export class Crew {
  readonly number: number;
  readonly size: number;
  readonly #next: Seat['next'];
  readonly #ports: readonly MessagePort[];
  readonly #waiting = new Set<() => void>();
  #failure: { error: unknown } | undefined;

  constructor(seat?: Seat) {
    this.number = seat?.number ?? 0;
    this.size = seat?.size ?? 1;
    this.#next = seat?.next ?? new Int32Array(new SharedArrayBuffer(4));
    this.#ports = seat?.ports ?? [];
  }

  /** @param onNews called with what the others tell, except for failures */
  listen(onNews: (news: News) => void): void {
    for (const port of this.#ports) {
      port.on('message', (news: News) => {
        if (news.kind === 'failure') this.fail(news.error);
        else onNews(news);
        for (const look of this.#waiting) look();
      });
    }
  }

  /** The position of a file that nobody has, which is now this thread's; past the last where there is none. */
  take(): number {
    return Atomics.add(this.#next, 0, 1);
  }

  tell(news: News): void {
    for (const port of this.#ports) port.postMessage(news);
  }

  /** Another thread has failed: whoever waits for it waits in vain. */
  fail(error: unknown): void {
    this.#failure ??= { error };
    for (const look of this.#waiting) look();
  }

  /** Waits until something has become true by what others tell; throws what another thread failed with. */
  async waitUntil(isTrue: () => boolean): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      const look = () => {
        if (this.#failure === undefined && !isTrue()) return;
        this.#waiting.delete(look);
        if (this.#failure === undefined) resolve();
        else reject(asError(this.#failure.error));
      };
      this.#waiting.add(look);
      look();
    });
  }

  close(): void {
    for (const port of this.#ports) port.close();
  }
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
