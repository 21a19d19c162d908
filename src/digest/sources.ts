import { sources } from '../routes.ts';
import type { Paper } from './model.ts';

type Facts = Pick<Paper, 'arxiv' | 'doi' | 'openreview' | 'url'>;

/** Where a paper is published, by what `id` says of it there; an arXiv id comes with the version that was read. */
export type Source = { kind: keyof Facts; id: string; href: string };

/** The places of a paper, that of its text first. The schema asks for one at least. */
export function listSources({ arxiv, doi, openreview, url }: Facts): Source[] {
  const id = arxiv && arxiv.id + (arxiv.version ?? '');
  return [
    ...(id ? [{ kind: 'arxiv' as const, id, href: sources.arxiv(id) }] : []),
    ...(doi ? [{ kind: 'doi' as const, id: doi, href: sources.doi(doi) }] : []),
    ...(openreview
      ? [{ kind: 'openreview' as const, id: openreview, href: sources.openreview(openreview) }]
      : []),
    ...(url ? [{ kind: 'url' as const, id: url, href: url }] : []),
  ];
}

/** Where its text is read: as PDF if there is one, in the version that was read. */
export function findText(paper: Facts & Pick<Paper, 'links'>): { href: string; pdf: boolean } {
  const { pdf } = paper.links;
  const [first] = listSources(paper);
  if (first?.kind === 'arxiv') return { href: sources.arxivPdf(first.id), pdf: true };
  if (pdf) return { href: pdf, pdf: !pdf.includes('#') };
  return { href: first?.href ?? '', pdf: false };
}
