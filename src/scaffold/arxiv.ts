import type { Newest } from '../versions/lock.ts';
import { category } from '../schemas/categories.ts';
import { explainOdd } from './ask.ts';
import { buildAuthors, findCode, findVenue, fitting, fittingLine, type Facts } from './facts.ts';
import { maxText, readLatex } from './latex.ts';
import { shown, tidyLine } from './line.ts';
import { Refusal } from './refusal.ts';
import { childrenOf, readXml, textOf, type XmlElement } from './xml.ts';

/**
 * Reads arXiv's answer about one paper: Atom with arXiv's own elements, an error as an entry of that title:
 * https://info.arxiv.org/help/api/user-manual.html#_details_of_atom_results_returned
 *
 * @param id as it was asked for, with or without its version
 */
export function readArxiv(text: string, id: string): Facts {
  const [entry] = readEntries(text);
  if (entry === undefined) throw unknown(id);
  const plain = (name: string) => tidyLine(textOf(childrenOf(entry, name)[0]).slice(0, maxText));
  if (plain('title') === 'Error' && !plain('id').includes('/abs/')) {
    const said = plain('summary');
    if (/incorrect id format|not found|malformed/i.test(said)) throw unknown(id);
    throw new Refusal(`arXiv answers with an error: “${shown(said)}”.`);
  }
  const found = fitting('arxiv', /\/abs\/(.+)$/.exec(plain('id'))?.[1]);
  if (found === undefined || !isSame(found, id)) throw explainOdd('arXiv', text);
  const comment = plain('comment');
  const summary = plain('summary');
  if (isWithdrawn(comment, summary)) {
    throw new Refusal(
      `arXiv:${found} is withdrawn: “${shown(comment || summary)}”. If an earlier version is meant, ask the editors first.`,
    );
  }
  const published = fitting('day', plain('published').slice(0, 10));
  const doi = fitting('doi', plain('doi'));
  const venue = fittingLine(plain('journal_ref'), 200) ?? findVenue(comment);
  const code =
    findCode(comment) ??
    (/\b(?:code|implementation|source)\b/i.test(summary) ? findCode(summary) : undefined);
  return {
    title: readLatex(textOf(childrenOf(entry, 'title')[0])),
    abstract: readLatex(textOf(childrenOf(entry, 'summary')[0])),
    ...buildAuthors(
      childrenOf(entry, 'author').map((author) => ({
        name: textOf(childrenOf(author, 'name')[0]),
        affiliation: textOf(childrenOf(author, 'affiliation')[0]),
      })),
    ),
    ...(published !== undefined && { published }),
    ...(venue !== undefined && { venue }),
    arxiv: found,
    ...(doi !== undefined && { doi }),
    ...(code !== undefined && { code }),
    categories: readCategories(entry),
  };
}

/**
 * Reads arXiv's answer about many papers: the newest version of each and its day, by identifier without a version. Of
 * what it does not know it says nothing; `published` is the day of the first version, `updated` of the one it names.
 */
export function readArxivVersions(text: string): Map<string, Newest> {
  const entries = readEntries(text, '');
  const line = (entry: XmlElement, name: string) =>
    tidyLine(textOf(childrenOf(entry, name)[0]).slice(0, maxText));
  const found = entries.flatMap((entry): [string, Newest][] => {
    const [, id = '', version = ''] = /\/abs\/(.+)(v\d+)$/.exec(line(entry, 'id')) ?? [];
    const known = fitting('arxiv', id + version);
    const date = fitting('day', line(entry, 'updated').slice(0, 10));
    return known === undefined || date === undefined ? [] : [[id, { version, date }]];
  });
  const [first] = entries;
  if (first && found.length === 0) {
    const said = line(first, 'title') === 'Error' ? line(first, 'summary') : undefined;
    if (said === undefined) throw explainOdd('arXiv', text, '');
    throw new Refusal(`arXiv answers with an error: “${shown(said)}”.`);
  }
  return new Map(found);
}

function readEntries(text: string, otherwise?: string): XmlElement[] {
  if (/^\s*rate exceeded/i.test(text)) {
    throw new Refusal('arXiv has had too many requests from here. Try again in a few minutes.');
  }
  const feed = readXml(text);
  if (feed?.name !== 'feed') throw explainOdd('arXiv', text, otherwise);
  return childrenOf(feed, 'entry');
}

function unknown(id: string): Refusal {
  return new Refusal(
    /v\d+$/.test(id)
      ? `arXiv knows no paper ${id}. Look the id and the version up; without its version the newest is taken.`
      : `arXiv knows no paper ${id}. Look the id up: https://arxiv.org/abs/${id}`,
  );
}

/** The same paper; the version that was asked for, if one was. */
function isSame(found: string, asked: string): boolean {
  const base = (id: string) => id.replace(/v\d+$/, '').replace(/\.[A-Z]{2}\//, '/');
  const version = (id: string) => /v\d+$/.exec(id)?.[0];
  return base(found) === base(asked) && (version(asked) ?? version(found)) === version(found);
}

function isWithdrawn(comment: string, summary: string): boolean {
  return (
    /\bwithdrawn\b/i.test(comment) ||
    /^(?:this|the)\s+(?:\w+\s+){1,3}(?:has|have|is|was)(?:\s+been)?\s+withdrawn\b/i.test(summary) ||
    /^withdrawn\b/i.test(summary)
  );
}

/** The primary category first, then the others as they come. Classes of MSC and ACM stand there too. */
function readCategories(entry: XmlElement): string[] {
  const terms = ['primary_category', 'category'].flatMap((name) =>
    childrenOf(entry, name).map(({ attributes }) => attributes['term'] ?? ''),
  );
  const known = terms.filter(
    (term) => /^[a-z-]+(?:\.[A-Za-z-]+)?$/.test(term) && category.safeParse(term).success,
  );
  return [...new Set(known)].slice(0, 20);
}
