import { count } from '../text.ts';
import { LOCK_FILE, type Newest } from '../versions/lock.ts';
import { readArxivVersions } from './arxiv.ts';
import { ask } from './ask.ts';
import { keepPause } from './pause.ts';
import { Refusal } from './refusal.ts';
import { buildUserAgent, buildVersionsRequest } from './services.ts';
import type { World } from './world.ts';

/** As many as an address of a few kilobytes names. */
const MOST_IDS = 100;

/** What arXiv said, and in sentences what it did not. */
export type Said = { newest: Map<string, Newest>; faults: string[] };

/** Asks arXiv for the newest versions of papers, many at a time. @param ids without versions */
export async function askVersions(
  ids: readonly string[],
  site: Parameters<typeof buildUserAgent>[0],
  world: Pick<World, 'cache' | 'environment' | 'now' | 'wait' | 'during' | 'limit'>,
): Promise<Said> {
  const said: Said = { newest: new Map(), faults: [] };
  const userAgent = buildUserAgent(site, 'npm run versions');
  for (let at = 0; at < ids.length; at += MOST_IDS) {
    const some = ids.slice(at, at + MOST_IDS);
    const request = buildVersionsRequest(some, world.environment);
    const { service, pause, url } = request;
    try {
      await keepPause(world.cache, new URL(url).host, pause, world);
      const asking = ask(request, { userAgent, ...(world.limit && { limit: world.limit }) });
      const answer = await world.during(`Asking ${service} for ${some.length} papers`, asking);
      if (typeof answer === 'string') {
        throw new Refusal(
          answer === 'offline'
            ? `${service} cannot be reached from here.`
            : `${service} has no such page.`,
        );
      }
      const found = readArxivVersions(answer.text);
      for (const id of some) {
        const newest = found.get(withoutClass(id));
        if (newest) said.newest.set(id, newest);
        else said.faults.push(`${service} says nothing of ${id}.`);
      }
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      said.faults.push(
        `${error.message} ${count(some.length, 'paper stays as it is', 'papers stay as they are')} in ${LOCK_FILE}.`,
      );
    }
  }
  return said;
}

/** An old identifier as arXiv answers with it: `math.GT/0309136` is `math/0309136`. */
function withoutClass(id: string): string {
  return id.replace(/\.[A-Z]{2}\//, '/');
}
