import { text } from '../text.ts';
import { invertName, oneLine } from './names.ts';
import type { Reference } from './reference.ts';

const types: Record<Reference['kind'], string> = {
  preprint: 'UNPB',
  article: 'JOUR',
  conference: 'CPAPER',
  other: 'GEN',
  summary: 'ELEC',
};

/**
 * RIS, which EndNote, Mendeley and Zotero read: `TY  - JOUR`, a tag a line, lines ended by CR LF, formulas as Unicode
 * (https://web.archive.org/web/20120526103719/http://refman.com/support/risformat_intro.asp).
 */
export function renderRis(references: readonly Reference[]): string {
  return references
    .map((reference) =>
      buildLines(reference)
        // A line break in a value would begin a tag of a stranger's.
        .map(([tag, value]) => `${tag}  - ${oneLine(value)}\r\n`)
        .join(''),
    )
    .join('\r\n');
}

function buildLines(reference: Reference): [tag: string, value: string][] {
  const { key, kind, title, authors, date, venue, arxiv, doi, url, abstract, withdrawn } =
    reference;
  const { year, month, day } = date;
  const pad = (part: number) => String(part).padStart(2, '0');
  return [
    ['TY', types[kind]],
    ['ID', key],
    ['TI', title.plain],
    ...authors.map((name): [string, string] => ['AU', invertName(name)]),
    ...line(kind === 'article' ? 'JO' : 'T2', venue),
    ['PY', String(year)],
    ...line('DA', month && day && `${year}/${pad(month)}/${pad(day)}`),
    ...line('PB', kind === 'preprint' ? 'arXiv' : undefined),
    ...line('AN', arxiv && `arXiv:${arxiv.id}`),
    ...line('ET', arxiv?.version),
    ...line('DO', doi),
    ['UR', url],
    ...line('AB', abstract),
    ...line('N1', withdrawn && text.cite.withdrawn(withdrawn)),
    ['ER', ''],
  ];
}

function line(tag: string, value: string | 0 | undefined): [tag: string, value: string][] {
  return value === undefined || value === 0 ? [] : [[tag, value]];
}
