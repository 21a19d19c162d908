import { arxiv as arxivSchema, doi as doiSchema } from '../schemas/identifiers.ts';

/** Which place an address means where a paper can be read: an id at arXiv, a publisher or OpenReview, or a page. */
export function tellSource(
  text: string,
  key = 'source',
): Partial<Record<'arxiv' | 'doi' | 'openreview' | 'url', string>> {
  const arxiv =
    /(?:^|arxiv\.org\/(?:abs|pdf|html)\/|arxiv:\s*)((?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?\/\d{7})(?:v[1-9]\d*)?)(?:\.pdf)?(?:$|[?#])/i.exec(
      text,
    )?.[1];
  if (arxiv !== undefined && arxivSchema.safeParse(arxiv).success) return { arxiv };
  const doi = /(?:^|doi\.org\/|doi:\s*)(10\.\d{4,9}\/\S+)$/i.exec(text)?.[1];
  if (doi !== undefined && doiSchema.safeParse(doi).success) return { doi };
  const openreview =
    /openreview\.net\/(?:forum|pdf)\?id=([\w-]+)/.exec(text)?.[1] ??
    (key === 'openreview' ? text : undefined);
  if (openreview !== undefined) return { openreview };
  return /^https?:\/\//.test(text) ? { url: text } : {};
}
