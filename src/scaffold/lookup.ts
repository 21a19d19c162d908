import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { readArxiv } from './arxiv.ts';
import { ask } from './ask.ts';
import { readCrossref } from './crossref.ts';
import type { Facts } from './facts.ts';
import { findPaper, sayPaper, type Known } from './known.ts';
import { shown } from './line.ts';
import { readOpenreview } from './openreview.ts';
import { keepPause } from './pause.ts';
import { Refusal } from './refusal.ts';
import { buildRequests, buildUserAgent, type Identified } from './services.ts';
import type { Source } from './source.ts';
import type { World } from './world.ts';

/**
 * The facts of a paper from the services that know its source, or from a file; `note` is what to say of them.
 * A paper that the digest has is refused before anybody is asked.
 */
export async function findFacts(
  source: Source,
  known: Known,
  world: World,
): Promise<{ facts: Facts; note?: string }> {
  if (source.kind === 'bibtex') {
    const facts = await readFile(source.file, world);
    return { facts, ...(facts.arxiv !== undefined && { note: sayBetter(facts.arxiv) }) };
  }
  refuseKnown(known, { [source.kind]: source.id });
  return await askServices(source, known, world);
}

function sayBetter(arxiv: string): string {
  return `The paper is on arXiv, which knows more than such a file: npm run new -- paper ${arxiv}`;
}

async function readFile(file: string, world: World): Promise<Facts> {
  // Its parser takes long to load, and who gives an id needs it not.
  const { readBibtex } = await import('./bibtex.ts');
  if (file === '-') return readBibtex(await world.readInput(), 'What was piped in');
  const size = statSync(file, { throwIfNoEntry: false });
  if (!size?.isFile()) throw new Refusal(`There is no file ${shown(file)}.`, 2);
  if (size.size > 5_000_000)
    throw new Refusal(`${shown(file)} has more than 5 MB. Keep the one entry that is meant.`);
  return readBibtex(readFileSync(file, 'utf8'), shown(path.basename(file)));
}

async function askServices(
  source: Identified,
  known: Known,
  world: World,
): Promise<{ facts: Facts; note?: string }> {
  const requests = buildRequests(source, world.environment);
  const userAgent = buildUserAgent(known.site);
  const names = requests.map(({ service }) => service).join(' nor ');
  for (const request of requests) {
    const { service, pause, url } = request;
    await world.during(
      `Keeping the pause of ${pause} seconds that ${service} asks for`,
      keepPause(world.cache, new URL(url).host, pause, world),
    );
    const asking = ask(request, {
      userAgent,
      ...(world.limit !== undefined && { limit: world.limit }),
    });
    const answer = await world.during(`Asking ${service} for ${source.id}`, asking);
    if (answer === 'offline') {
      return {
        facts: { authors: [], [source.kind]: source.id },
        note: `${service} cannot be reached from here, so the file holds only what you gave. Fill the rest in by hand, or delete it and try again online.`,
      };
    }
    if (answer !== 'unknown') return { facts: readAnswer(source, answer.text, service) };
  }
  throw new Refusal(
    requests.length > 1
      ? `Neither ${names} knows ${source.id}. Look the DOI up, or give a BibTeX file.`
      : `${names} knows no paper ${source.id}. Look it up, or give a BibTeX file.`,
  );
}

function readAnswer({ kind, id }: Identified, text: string, service: string): Facts {
  if (kind === 'arxiv') return readArxiv(text, id);
  return kind === 'doi' ? readCrossref(text, id, service) : readOpenreview(text, id);
}

/** Throws where the digest has a paper under one of these identifiers. */
export function refuseKnown(
  known: Known,
  facts: Pick<Facts, 'arxiv' | 'doi' | 'openreview'>,
): void {
  const paper = findPaper(known, facts);
  if (paper !== undefined) throw new Refusal(sayPaper(known, paper));
}
