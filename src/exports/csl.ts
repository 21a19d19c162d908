import { text } from '../text.ts';
import { oneLine } from './names.ts';
import type { Reference, ReferenceName } from './reference.ts';

type Type = 'article' | 'article-journal' | 'paper-conference' | 'document' | 'review';

type CslName =
  | { family: string; given?: string; 'non-dropping-particle'?: string; suffix?: string }
  | { literal: string };

/** What we write of https://github.com/citation-style-language/schema, `schemas/input/csl-data.json`. */
export type CslItem = {
  id: string;
  type: Type;
  title: string;
  author: CslName[];
  issued: { 'date-parts': [[number, number?, number?]] };
  'container-title'?: string;
  publisher?: string;
  number?: string;
  version?: string;
  DOI?: string;
  URL: string;
  abstract?: string;
  'reviewed-title'?: string;
  'reviewed-author'?: CslName[];
  note?: string;
};

const types: Record<Reference['kind'], Type> = {
  preprint: 'article',
  article: 'article-journal',
  conference: 'paper-conference',
  other: 'document',
  summary: 'review',
};

/** CSL-JSON has no maths: formulas are Unicode, `O(n²)`. Capitals are as printed; styles know what to do with them. */
export function renderCsl(references: readonly Reference[]): string {
  return `${JSON.stringify(references.map(buildCsl), undefined, 2)}\n`;
}

export function buildCsl(reference: Reference): CslItem {
  const { key, kind, title, authors, date, venue, arxiv, doi, url, abstract, of } = reference;
  const { year, month, day } = date;
  return {
    id: key,
    type: types[kind],
    title: oneLine(title.plain),
    author: authors.map(buildName),
    issued: {
      'date-parts': [
        month === undefined ? [year] : day === undefined ? [year, month] : [year, month, day],
      ],
    },
    ...(venue && { 'container-title': oneLine(venue) }),
    ...(kind === 'preprint' && { publisher: 'arXiv' }),
    ...(arxiv && { number: `arXiv:${arxiv.id}` }),
    ...(arxiv?.version && { version: arxiv.version }),
    ...(doi && { DOI: doi }),
    URL: url,
    ...(abstract && { abstract: oneLine(abstract) }),
    ...(of && {
      'reviewed-title': oneLine(of.title.plain),
      'reviewed-author': of.authors.map(buildName),
    }),
    ...(reference.withdrawn && { note: text.cite.withdrawn(reference.withdrawn) }),
  };
}

function buildName(name: ReferenceName): CslName {
  if ('literal' in name) return { literal: oneLine(name.literal) };
  const { given, particle, family, suffix } = name;
  return {
    family: oneLine(family),
    ...(given && { given: oneLine(given) }),
    ...(particle && { 'non-dropping-particle': oneLine(particle) }),
    ...(suffix && { suffix: oneLine(suffix) }),
  };
}
