import type { Edition } from '../digest/edition.ts';
import type { Paper } from '../digest/model.ts';
import { renderEntry } from '../exports/bibtex.ts';
import { renderCoins } from '../exports/coins.ts';
import { buildReference, buildSummaryReference } from '../exports/reference.ts';
import { sources, strangers } from '../routes.ts';
import type { TextLink } from './page.ts';
import { buildTwins, type TwinLink } from './twins.ts';

/** How a paper and our summary of it are cited. */
export type CitationView = {
  /** Entries of BibTeX; a listing has no summary. */
  paper: string;
  summary?: string;
  files: TwinLink[];
  /** Where the paper has one, its own or arXiv's. */
  doi?: TextLink;
};

export function buildCitation(edition: Edition, paper: Paper): CitationView {
  const reference = buildReference(edition, paper);
  const summary = buildSummaryReference(edition, paper);
  const { doi } = reference;
  return {
    paper: renderEntry(reference),
    ...(summary && { summary: renderEntry(summary) }),
    files: buildTwins(edition, 'paper', edition.routes.paper(paper.slug)).links,
    ...(doi && { doi: { href: sources.doi(doi), text: doi, rel: strangers } }),
  };
}

/** What Zotero and its like find the paper by, wherever it stands in full. */
export function buildCoins(edition: Edition, paper: Paper): string {
  return renderCoins(buildReference(edition, paper));
}
