import { text } from '../text.ts';
import { oneLine, wholeFamily } from './names.ts';
import type { Reference, ReferenceName } from './reference.ts';
import { escapeTex, renderTitle } from './tex.ts';

/** As BibTeX calls them; each is known to biblatex too. */
const types: Record<Reference['kind'], string> = {
  preprint: 'misc',
  article: 'article',
  conference: 'inproceedings',
  other: 'misc',
  summary: 'misc',
};

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * A file that BibTeX and biblatex both read: the fields that the first knows, and of the second those that the first
 * passes by (https://ctan.org/pkg/biblatex, §2; https://info.arxiv.org/help/hypertex/bibstyles/index.html). In UTF-8.
 * By hand: the one writer on npm escapes formulas and leaves `eprint` out.
 */
export function renderBibtex(references: readonly Reference[]): string {
  return references.map((reference) => `${renderEntry(reference)}\n`).join('\n');
}

/** One entry, without a line break at its end. */
export function renderEntry(reference: Reference): string {
  const fields = buildFields(reference).map(([name, value]) => `  ${name} = ${value},\n`);
  return `@${types[reference.kind]}{${reference.key},\n${fields.join('')}}`;
}

function buildFields({
  kind,
  title,
  authors,
  date,
  venue,
  arxiv,
  doi,
  url,
  of,
  withdrawn,
}: Reference): [name: string, value: string][] {
  const month = months[(date.month ?? 0) - 1];
  const venueKey =
    kind === 'article' ? 'journal' : kind === 'conference' ? 'booktitle' : 'howpublished';
  return [
    ['title', braced(of ? renderTitleOf(of) : renderTitle(title))],
    ...field('author', authors.map(renderName).join(' and ')),
    ...field(venueKey, escapeTex(venue ?? '')),
    ['year', braced(String(date.year))],
    // A macro, so that each style writes it its own way.
    ...(month === undefined ? [] : [['month', month] as [string, string]]),
    ...field('eprint', arxiv?.id ?? ''),
    ...(arxiv ? field('archivePrefix', 'arXiv') : []),
    ...field('primaryClass', escapeTex(arxiv?.category ?? '')),
    // Where a version may stand by biblatex's data model.
    ...(kind === 'preprint' ? field('version', arxiv?.version ?? '') : []),
    ...field('doi', renderVerbatim(doi ?? '')),
    ...field('url', renderVerbatim(url)),
    ...field('related', of?.key ?? ''),
    ...field('note', withdrawn === undefined ? '' : escapeTex(text.cite.withdrawn(withdrawn))),
  ];
}

/** A title within a title keeps all of its capitals. */
function renderTitleOf({ title }: Reference): string {
  const [before, after] = text.cite.summaryOf;
  const inner = renderTitle(title);
  // A brace before a backslash would be an accent to BibTeX, whose letters it sets small.
  const guard = inner.startsWith('\\') ? '{}' : '';
  return escapeTex(before).concat(
    before.endsWith(' ') ? ' ' : '',
    braced(guard + inner),
    escapeTex(after),
  );
}

function field(name: string, value: string): [name: string, value: string][] {
  return value === '' ? [] : [[name, braced(value)]];
}

function braced(value: string): string {
  return `{${value}}`;
}

/** `van der Quill, Jr., Ada`; in braces what would be taken apart at another place than its own. */
function renderName(name: ReferenceName): string {
  if ('literal' in name) return braced(escapeTex(name.literal));
  const { given, suffix } = name;
  const family = escapeTex(wholeFamily(name));
  const words = name.family.split(/\s+/);
  const isPlain =
    !/,|\band\b/i.test(family) &&
    words.every((one) => words.length === 1 || /^\p{Lu}/u.test(one)) &&
    (given !== '' || (words.length === 1 && name.particle === '' && family !== 'others'));
  return [isPlain ? family : braced(family), suffix, given]
    .filter((part, index) => index === 0 || part !== '')
    .map((part, index) => (index === 0 ? part : keepWhole(escapeTex(part))))
    .join(', ');
}

/** A part of a name that holds what parts names. */
function keepWhole(part: string): string {
  return /,|\band\b/i.test(part) ? braced(part) : part;
}

/** Addresses and identifiers stand as they are; what TeX or a brace count would trip over is percent-encoded. */
function renderVerbatim(value: string): string {
  return oneLine(value).replace(/[\s{}\\^"<>`|]|[^\x20-\x7e]+/gu, encodeURIComponent);
}
