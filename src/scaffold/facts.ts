import { paperSchema, type PaperData } from '../schemas/paper.ts';
import { url } from '../schemas/address.ts';
import { day } from '../schemas/day.ts';
import { arxiv, doi, openreview } from '../schemas/identifiers.ts';
import { tidyLine } from './line.ts';
import type { Piece } from './pieces.ts';

export type AuthorFound = { name: string; affiliation?: string };

/** What a source told of a paper: only what our schemas take, and no text with markup. */
export type Facts = {
  title?: readonly Piece[];
  abstract?: readonly Piece[];
  authors: AuthorFound[];
  /** What is missing of the authors, as a sentence. */
  authorsNote?: string;
  published?: string;
  /** What is known of the day where the day itself is not: `2024-12`. */
  publishedAbout?: string;
  venue?: string;
  categories?: string[];
  code?: string;
  pdf?: string;
} & Partial<Pick<PaperData, 'arxiv' | 'doi' | 'openreview' | 'url'>>;

/** As many as the schema takes. */
export const maxAuthors = 5000;

const schemas = { arxiv, doi, openreview, url, day };

/** A value if the schema of its field takes it. */
export function fitting(kind: keyof typeof schemas, value: unknown): string | undefined {
  const outcome = schemas[kind].safeParse(typeof value === 'string' ? tidyLine(value) : value);
  return outcome.success ? outcome.data : undefined;
}

/** One line of at most `max` characters, or undefined where there is none. */
export function fittingLine(value: unknown, max: number): string | undefined {
  if (typeof value !== 'string') return undefined;
  const tidy = tidyLine(value.slice(0, 5 * max));
  return tidy === '' || tidy.length > max ? undefined : tidy;
}

const author = paperSchema.shape.authors.element;

/** The authors that can be written, with a note where some cannot. */
export function buildAuthors(
  found: readonly { name?: string | undefined; affiliation?: string | undefined }[],
): Pick<Facts, 'authors' | 'authorsNote'> {
  const authors = found.slice(0, maxAuthors).flatMap(({ name, affiliation }) => {
    const written = fittingLine(name, 120);
    const at = fittingLine(affiliation, 200);
    return written === undefined || !author.safeParse(written).success
      ? []
      : [{ name: written, ...(at !== undefined && { affiliation: at }) }];
  });
  if (found.length > maxAuthors) {
    return { authors, authorsNote: `These are the first ${maxAuthors}; no more can be listed.` };
  }
  const lost = found.length - authors.length;
  if (lost === 0) return { authors };
  const some = lost === 1 ? 'One author is' : `${lost} authors are`;
  return { authors, authorsNote: `${some} missing here: compare the list with the paper.` };
}

/** The first address of somebody's code in a text. */
export function findCode(text: string): string | undefined {
  const [found] =
    /https?:\/\/(?:www\.)?(?:github|gitlab)\.com\/[\w.-]+\/[\w.-]*\w/i.exec(text) ??
    /(?<![\w./@])github\.com\/[\w.-]+\/[\w.-]*\w/i.exec(text) ??
    [];
  if (found === undefined) return undefined;
  return fitting(
    'url',
    /^http/i.test(found) ? found.replace(/^http:/i, 'https:') : `https://${found}`,
  );
}

const venues =
  /\b(?:NeurIPS|NIPS|ICML|ICLR|AAAI|IJCAI|AISTATS|UAI|COLT|COLM|CoRL|CVPR|ICCV|ECCV|WACV|ACL|EMNLP|NAACL|EACL|TACL|COLING|KDD|WWW|SIGIR|RecSys|ICRA|IROS|RSS|Interspeech|ICASSP|MLSys|OSDI|SOSP|ISCA|TMLR|JMLR|MICCAI|SIGGRAPH|STOC|FOCS|SODA)\b(?:[\s']*(?:20)?\d\d\b)?/;

/** Where a paper says that it appears: `Accepted at ICLR 2025 (oral)` → `ICLR 2025`. */
export function findVenue(comment: string): string | undefined {
  if (/\b(?:submitted|under review|workshop)\b/i.test(comment)) return undefined;
  const [found] = venues.exec(comment) ?? [];
  const [, name = '', year = ''] = /^([A-Za-z]+)[\s']*(\d*)$/.exec(found ?? '') ?? [];
  if (name === '') return undefined;
  const isSaid = /\b(?:accepted|published|appears?|presented|proceedings|camera)\b/i.test(comment);
  if (year === '' && !isSaid) return undefined;
  return year === '' ? name : `${name} ${year.length === 2 ? `20${year}` : year}`;
}
