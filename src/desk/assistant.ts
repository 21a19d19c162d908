import type { Answer, Request } from './messages.ts';

/** What is asked of a worker, without the number of the question. */
export type Question = Request extends infer R
  ? R extends { id: number }
    ? Omit<R, 'id'>
    : never
  : never;

/** How long a text may be worked at, in milliseconds, once the worker stands ready. */
const LIMIT = 2_000;

/**
 * A worker that is asked one thing after the other. One that takes longer than the limit is ended, and the next
 * question is asked of a new one; so is one that fails to load, of which the page is told once.
 */
export class Assistant {
  readonly #make: () => Worker;
  readonly #known: string;
  readonly #limit: number;
  #worker: Worker | undefined;
  #ready: Promise<Extract<Answer, { kind: 'open' }>> | undefined;
  #turn: Promise<unknown> = Promise.resolve();
  #last = 0;

  constructor(make: () => Worker, known: string, limit = LIMIT) {
    this.#make = make;
    this.#known = known;
    this.#limit = limit;
  }

  /** What is known of the digest. Rejects where the worker does not come up. */
  open(): Promise<Extract<Answer, { kind: 'open' }>> {
    this.#ready ??= new Promise((resolve, reject) => {
      const worker = this.#make();
      this.#worker = worker;
      const fail = () => {
        this.#end();
        reject(new Error('The worker did not start.'));
      };
      worker.addEventListener('error', fail, { once: true });
      worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
        if (data.kind === 'open') resolve(data);
      });
      const request: Request = { kind: 'open', known: this.#known };
      worker.postMessage(request);
    });
    return this.#ready;
  }

  /** The answer, or `late` where it did not come in time. */
  ask(question: Question): Promise<Answer | { kind: 'late' }> {
    const turn = this.#turn.then(() => this.#ask(question));
    this.#turn = turn.catch(() => undefined);
    return turn;
  }

  async #ask(question: Question): Promise<Answer | { kind: 'late' }> {
    await this.open();
    const worker = this.#worker;
    if (!worker) return { kind: 'late' };
    this.#last += 1;
    const id = this.#last;
    return await new Promise((resolve) => {
      const stop = new AbortController();
      const settle = (answer: Answer | { kind: 'late' }) => {
        clearTimeout(timer);
        stop.abort();
        resolve(answer);
      };
      const timer = setTimeout(() => {
        this.#end();
        settle({ kind: 'late' });
      }, this.#limit);
      const listen = ({ data }: MessageEvent<Answer>) => {
        if (data.kind !== 'open' && data.id === id) settle(data);
      };
      worker.addEventListener('message', listen, { signal: stop.signal });
      worker.postMessage({ ...question, id });
    });
  }

  #end(): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#ready = undefined;
  }
}
