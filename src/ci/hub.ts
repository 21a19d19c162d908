import { FEED_FORMATS } from '../routes.ts';
import type { PublishedRecord } from '../record/record.ts';

/** The feeds of the whole site among what was published: full addresses. Those of one tag or person are asked for. */
export function listTopics({ pages }: PublishedRecord, site: string): string[] {
  const endings = Object.values(FEED_FORMATS).map(({ extension }) => `.${extension}`);
  return pages
    .filter(({ address }) => address === '/feeds/')
    .flatMap(({ files }) => files)
    .filter((file) => endings.some((ending) => file.endsWith(ending)))
    .map((file) => new URL(`feeds/${file}`, site).href);
}

/**
 * Tells a WebSub hub that feeds have changed, in the form that public hubs take:
 * https://pubsubhubbub.github.io/PubSubHubbub/pubsubhubbub-core-0.4.html#rfc.section.7
 *
 * Returns what went wrong, as a sentence.
 */
export async function tellHub(hub: string, topics: readonly string[]): Promise<string | undefined> {
  const body = new URLSearchParams([
    ['hub.mode', 'publish'],
    ...topics.map((topic): [string, string] => ['hub.url', topic]),
  ]);
  try {
    const signal = AbortSignal.timeout(20_000);
    const response = await fetch(hub, { method: 'POST', body, redirect: 'error', signal });
    await response.body?.cancel();
    return response.ok ? undefined : `The hub ${hub} answered with ${response.status}.`;
  } catch (error) {
    return `The hub ${hub} cannot be reached: ${error instanceof Error ? error.message : String(error)}.`;
  }
}
