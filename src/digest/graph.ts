import { arxivOfDoi, readPaperAddress } from '../schemas/identifiers.ts';
import type { PaperData } from '../schemas/paper.ts';

/**
 * What an address says which paper it leads to, without version, host or letter case: `arxiv:2501.00663`,
 * `doi:10.1000/xyz`, `openreview:abc`. Undefined for any other address.
 */
export function addressKey(url: string): string | undefined {
  const { kind, id } = readPaperAddress(url) ?? {};
  if (kind === undefined || id === undefined) return undefined;
  return { arxiv: arxivKey, doi: doiKey, openreview: openreviewKey }[kind](id);
}

/** The keys under which a paper is found, each once, by the field that gives it. */
export function paperKeys({
  arxiv,
  doi,
  openreview,
  url,
}: Pick<Partial<PaperData>, 'arxiv' | 'doi' | 'openreview' | 'url'>): {
  field: 'arxiv' | 'doi' | 'openreview' | 'url';
  key: string;
}[] {
  const named = [
    ...(arxiv === undefined ? [] : [{ field: 'arxiv' as const, key: arxivKey(arxiv) }]),
    ...(doi === undefined ? [] : [{ field: 'doi' as const, key: doiKey(doi) }]),
    ...(openreview === undefined
      ? []
      : [{ field: 'openreview' as const, key: openreviewKey(openreview) }]),
  ];
  const key = url === undefined ? undefined : addressKey(url);
  const isOther = key !== undefined && named.every((one) => one.key !== key);
  return isOther ? [...named, { field: 'url', key }] : named;
}

/** The subject class of an old identifier is no part of it: `math.AG/0601001` is `math/0601001`. */
function arxivKey(id: string): string {
  return `arxiv:${id
    .toLowerCase()
    .replace(/v\d+$/, '')
    .replace(/\.[a-z]{2}\//, '/')}`;
}

function doiKey(doi: string): string {
  const own = arxivOfDoi(doi);
  return own === undefined ? `doi:${doi.toLowerCase()}` : arxivKey(own);
}

function openreviewKey(id: string): string {
  return `openreview:${id}`;
}

/**
 * Citations among papers and the way back.
 * @param links the addresses in each paper's summary, papers in the order in which "mentioned by" lists them
 */
export function linkPapers(
  links: Iterable<readonly [slug: string, urls: readonly string[]]>,
  paperByAddress: ReadonlyMap<string, string>,
): { citations: Map<string, string[]>; mentionedBy: Map<string, string[]> } {
  const citations = new Map<string, string[]>();
  const mentionedBy = new Map<string, string[]>();
  for (const [slug, urls] of links) {
    const cited = findPapers(urls, paperByAddress);
    cited.delete(slug);
    citations.set(slug, [...cited]);
    for (const other of cited) {
      const mentions = mentionedBy.get(other);
      if (mentions) mentions.push(slug);
      else mentionedBy.set(other, [slug]);
    }
  }
  return { citations, mentionedBy };
}

/** The papers that addresses lead to, each once, in their order. */
export function findPapers(
  urls: readonly string[],
  paperByAddress: ReadonlyMap<string, string>,
): Set<string> {
  return new Set(urls.flatMap((url) => paperByAddress.get(addressKey(url) ?? '') ?? []));
}
