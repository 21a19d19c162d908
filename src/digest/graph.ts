import type { PaperData } from '../schemas/paper.ts';

const arxivHosts = ['arxiv.org', 'www.arxiv.org', 'export.arxiv.org'];
const arxivId = /^(\d{4}\.\d{4,5}|[a-z]+(?:-[a-z]+)*(?:\.[A-Za-z]{2})?\/\d{7})(?:v\d+)?$/;

/**
 * What an address says which paper it leads to, without version, host or letter case: `arxiv:2501.00663`,
 * `doi:10.1000/xyz`, `openreview:abc`. Undefined for any other address.
 */
export function addressKey(url: string): string | undefined {
  const parsed = URL.parse(url);
  if (parsed === null || !/^https?:$/.test(parsed.protocol)) return undefined;
  const { hostname, searchParams } = parsed;
  const path = decode(parsed.pathname);
  if (arxivHosts.includes(hostname)) {
    const id = /^\/(?:abs|pdf|html|format)\/(.+?)(?:\.pdf)?\/?$/.exec(path)?.[1] ?? '';
    return arxivId.test(id) ? arxivKey(id) : undefined;
  }
  if (hostname === 'doi.org' || hostname === 'dx.doi.org' || hostname === 'www.doi.org') {
    const doi = path.slice(1);
    return doi.startsWith('10.') ? doiKey(doi) : undefined;
  }
  if (hostname === 'openreview.net' && /^\/(?:forum|pdf)$/.test(path)) {
    const id = searchParams.get('id');
    return id === null || id === '' ? undefined : `openreview:${id}`;
  }
  return undefined;
}

/** The keys under which a paper is found, by the field that gives each. */
export function paperKeys({
  arxiv,
  doi,
  openreview,
}: Pick<Partial<PaperData>, 'arxiv' | 'doi' | 'openreview'>): { field: string; key: string }[] {
  return [
    ...(arxiv === undefined ? [] : [{ field: 'arxiv', key: arxivKey(arxiv) }]),
    ...(doi === undefined ? [] : [{ field: 'doi', key: doiKey(doi) }]),
    ...(openreview === undefined ? [] : [{ field: 'openreview', key: `openreview:${openreview}` }]),
  ];
}

/** The subject class of an old identifier is no part of it: `math.AG/0601001` is `math/0601001`. */
function arxivKey(id: string): string {
  return `arxiv:${id
    .toLowerCase()
    .replace(/v\d+$/, '')
    .replace(/\.[a-z]{2}\//, '/')}`;
}

/** arXiv gives each of its papers a DOI: https://info.arxiv.org/help/doi.html */
function doiKey(doi: string): string {
  const own = /^10\.48550\/arxiv\.(.+)$/i.exec(doi)?.[1];
  return own === undefined ? `doi:${doi.toLowerCase()}` : arxivKey(own);
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
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
