import { twin } from '../routes.ts';
import { nameCopies } from './copies-names.ts';
import type { Kept } from './list.ts';

/** As many files as are asked for at a time. */
const AT_ONCE = 6;

/**
 * The references of papers in one file, from the file that each has beside its page, or from the copy of it that is
 * kept for reading offline; `missing` holds the titles of those that neither gave. A key that two papers share is left as it is: programs that read BibTeX say so.
 *
 * @param base the site's base path
 */
export async function collectBibtex(
  papers: readonly Kept[],
  base: string,
): Promise<{ text: string; missing: string[] }> {
  const texts: (string | undefined)[] = [];
  for (let from = 0; from < papers.length; from += AT_ONCE) {
    const asked = papers
      .slice(from, from + AT_ONCE)
      .map(({ path }) => ask(twin(base + path, 'bib'), nameCopies(base).kept));
    texts.push(...(await Promise.all(asked)));
  }
  return {
    text: texts.filter((text) => text !== undefined).join('\n'),
    missing: papers.filter((_, index) => texts[index] === undefined).map(({ title }) => title),
  };
}

async function ask(href: string, kept: string): Promise<string | undefined> {
  try {
    const response = await fetch(href).catch(() => caches.match(href, { cacheName: kept }));
    return response?.ok ? await response.text() : undefined;
  } catch {
    return undefined;
  }
}
