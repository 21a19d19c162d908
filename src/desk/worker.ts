/** Judges and renders apart from the page, which goes on whatever a text does to this. */
import { z } from 'zod';
import { Bench, type Known } from '../digest/known.ts';
import { begin } from './begin.ts';
import { buildSheet } from './judge.ts';
import type { Answer, Request } from './messages.ts';
import { readFile } from './read-file.ts';

// Compiling a schema into a function is what a strict policy forbids.
z.config({ jitless: true });

let bench: Bench | undefined;

const answer = (message: Answer) => {
  postMessage(message);
};

addEventListener('message', ({ data }: MessageEvent<Request>) => void handle(data));

async function handle(request: Request): Promise<void> {
  if (request.kind === 'open') {
    const response = await fetch(request.known);
    const known = (await response.json()) as Known;
    bench = new Bench(known);
    const issues = known.entries.flatMap(({ kind, id }) => (kind === 'issue' ? [id] : []));
    const { repository, branch } = known.site;
    answer({
      ...{ kind: 'open', issues: issues.sort().reverse() },
      folder: known.site.folder ?? known.folder,
      ...(repository !== undefined && { repository }),
      ...(branch !== undefined && { branch }),
    });
    return;
  }
  const { id } = request;
  try {
    if (!bench) throw new Error('not open');
    if (request.kind === 'judge') {
      answer({ kind: 'judge', id, sheet: buildSheet(bench, request.draft, request.files) });
    } else if (request.kind === 'file') {
      answer({ kind: 'file', id, file: await readFile(request.name, request.bytes) });
    } else {
      answer({ kind: 'begin', id, ...(await begin(request.given, request.today, bench.known)) });
    }
  } catch (error) {
    console.error(error);
    answer({ kind: 'failed', id });
  }
}
