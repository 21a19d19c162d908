import { createServer, type AddressInfo } from 'node:net';
import { start, stop, ended } from './measure.ts';
import { writeSentence, type Dev } from './row.ts';

/** Seconds until a page was there, and of each edit until its text was in the page; or why not. */
export type Following = { started: number; seen: number[] } | { failure: string };

/** Milliseconds that a page or a change may take. */
const LIMIT = 5 * 60_000;
/** Between two questions, and until a change that nobody noticed is made again. */
const PAUSE = 20;
const UNNOTICED = 5_000;

/** Starts a server, edits a paper some times, and asks for its page until it has the text. */
export async function follow({ command, page, edit }: Dev, edits: number): Promise<Following> {
  const port = await findPort();
  const begun = performance.now();
  const { child, output } = start(command(port));
  const end = ended(child);
  let hasEnded: () => boolean = () => false;
  void end.then(() => (hasEnded = () => true));
  const url = `http://localhost:${port}${page}`;
  const wait = (text: string, limit = LIMIT) => waitFor(url, text, limit, () => hasEnded());
  try {
    if (!(await wait('</html>'))) {
      return { failure: hasEnded() ? `ended: ${lastLine(output())}` : 'no page' };
    }
    const started = (performance.now() - begun) / 1000;
    // Some answer before they watch the files: the first change, which is not counted, may have to be made again.
    const isWatched = async (limit: number): Promise<boolean> => {
      const sentence = writeSentence();
      edit(sentence);
      if (await wait(sentence, limit)) return true;
      return limit < LIMIT && !hasEnded() && (await isWatched(2 * limit));
    };
    if (!(await isWatched(UNNOTICED))) return { failure: 'no change was seen' };
    const seen: number[] = [];
    for (let at = 0; at < edits; at += 1) {
      const sentence = writeSentence();
      const saved = performance.now();
      edit(sentence);
      if (!(await wait(sentence))) return { failure: 'a change was not seen' };
      seen.push((performance.now() - saved) / 1000);
    }
    return { started, seen };
  } finally {
    stop(child);
    await end;
  }
}

/** Whether a page has a text, in time and before `isOver`; each answer is waited for, so no server is pressed. */
async function waitFor(
  url: string,
  text: string,
  limit: number,
  isOver: () => boolean,
): Promise<boolean> {
  const until = performance.now() + limit;
  while (performance.now() < until && !isOver()) {
    try {
      const response = await fetch(url, { signal: AbortSignal.timeout(limit) });
      if (response.ok && (await response.text()).includes(text)) return true;
    } catch {
      // Nobody listens yet.
    }
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
  return false;
}

async function findPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

function lastLine(output: string): string {
  return (output.trim().split('\n').at(-1) ?? '').slice(0, 120);
}
