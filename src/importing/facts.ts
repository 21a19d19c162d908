import { dayOfFile, type Document } from './documents.ts';
import { FactsReader } from './facts-reader.ts';
import { listOf } from './front-matter.ts';
import { mendLine } from './line.ts';
import type { Mapping } from './mapping.ts';
import type { Names, Resolved } from './names.ts';
import { tellSource } from './sources.ts';

/** The facts of a paper as ours. @param issueDay the day of its issue, where the text says none */
export function readPaperFacts(
  document: Document,
  mapping: Mapping,
  names: Names,
  issueDay: string | undefined,
): FactsReader {
  const reader = new FactsReader(document, mapping);
  reader.value('slug');
  reader.value('issue');
  reader.text('title');
  reader.set('title', mendLine(document.title));
  const authors = readAuthors(reader);
  reader.set('authors', authors.names);
  reader.set(
    'organisations',
    reader.list('organisations').length > 0 ? reader.list('organisations') : authors.organisations,
  );
  reader.set('venue', reader.text('venue'));
  const source = readSource(reader);
  reader.set('published', reader.day('published') ?? guessDay(reader, source['arxiv'], mapping));
  reader.set('summarised', reader.day('summarised') ?? dayOfFile(document.file) ?? issueDay);
  for (const [key, value] of Object.entries(source)) reader.set(key, value);
  const links = Object.fromEntries(
    ['code', 'project', 'pdf', 'video', 'slides', 'data'].flatMap((key) => {
      const url = reader.text(key);
      return url === undefined ? [] : [[key, url]];
    }),
  );
  if (Object.keys(links).length > 0) reader.set('links', links);
  reader.set('categories', reader.list('categories'));
  const tags = resolveAll(reader, 'tags', (written) => names.tag(written));
  reader.set('tags', tags);
  for (const key of ['tldr', 'abstract']) {
    const text = reader.text(key);
    if (text !== undefined) reader.set(key, mendLine(text));
  }
  for (const key of ['writers', 'reviewers']) reader.set(key, readPeople(reader, key, names));
  reader.set('assistance', reader.text('assistance'));
  if (reader.text('draft') === 'true') reader.set('draft', 'true');
  return reader;
}

/** The facts of an issue as ours. */
export function readIssueFacts(document: Document, mapping: Mapping, names: Names): FactsReader {
  const reader = new FactsReader(document, mapping);
  reader.value('slug');
  reader.value('issue');
  reader.text('title');
  reader.set('title', mendLine(document.title));
  reader.set('date', reader.day('date') ?? dayOfFile(document.file));
  reader.set('editors', readPeople(reader, 'editors', names));
  if (!('editors' in reader.facts))
    reader.look('editors', 'Nobody is named as editor: add `editors`, or a default in the mapping');
  if (reader.text('draft') === 'true') reader.set('draft', 'true');
  return reader;
}

function readPeople(reader: FactsReader, key: string, names: Names): string[] {
  return resolveAll(reader, key, (written) => names.person(written));
}

/** The values of a key as they are here, each once; what changed and what is unknown is told. */
function resolveAll(
  reader: FactsReader,
  key: string,
  resolve: (written: string) => Resolved,
): string[] {
  const values = reader.list(key).map((written) => {
    const { value, told } = resolve(written);
    reader.changed(key, written, value);
    if (told !== undefined) reader.look(key, told);
    return value;
  });
  return [...new Set(values)];
}

/** `Ali Behrouz, Peilin Zhong and Vahab Mirrokni (Google Research)`, `Tri Dao, et al.` */
function readAuthors(reader: FactsReader): { names: string[]; organisations: string[] } {
  const value = reader.value('authors');
  const organisations: string[] = [];
  const plain = (text: string) =>
    text.replace(/\s*\(([^()]*)\)\s*$/, (_, inside: string) => {
      organisations.push(...inside.split(/\s*,\s*/));
      return '';
    });
  const list = typeof value === 'string' ? listOf(plain(value)) : listOf(value);
  const names = list
    .map((name) =>
      name
        .replace(/,?\s*\bet\s+al\.?$/i, '')
        .replace(/\.$/, '')
        .trim(),
    )
    .filter((name) => name !== '' && !/^(?:and others|others)$/i.test(name));
  const isCut = list.some((name) => /\bet\s+al\.?$|^(?:and )?others$/i.test(name));
  if (isCut)
    reader.look('authors', 'The list of authors is cut short with “et al.”: add the others');
  if (names.length === 0) reader.look('authors', 'Nobody is named as author: add `authors`');
  return { names: [...new Set(names)], organisations };
}

/** What an address of the paper says: which paper it is at arXiv, a publisher or OpenReview. */
function readSource(
  reader: FactsReader,
): Partial<Record<'arxiv' | 'doi' | 'openreview' | 'url', string>> {
  const found: Partial<Record<'arxiv' | 'doi' | 'openreview' | 'url', string>> = {};
  for (const key of ['arxiv', 'doi', 'openreview', 'url', 'source']) {
    for (const text of reader.list(key)) {
      const told = tellSource(text, key);
      const [id] = Object.values(told);
      if (id === undefined) reader.look(key, `\`${text}\` is no place where a paper can be read`);
      else reader.changed(key, text, id);
      Object.assign(found, { ...told, ...found });
    }
  }
  if (Object.keys(found).length === 0)
    reader.look(
      'source',
      'No place is named where the paper can be read: add `arxiv`, `doi`, `openreview` or `url`',
    );
  return found;
}

function guessDay(
  reader: FactsReader,
  arxiv: string | undefined,
  mapping: Mapping,
): string | undefined {
  const [, year, month] = /^(?:.*\/)?(\d{2})(\d{2})/.exec(arxiv ?? '') ?? [];
  const where = arxiv === undefined ? 'of the paper' : `at https://arxiv.org/abs/${arxiv}`;
  if (year === undefined || month === undefined || mapping.fill?.published !== 'arxiv-month') {
    reader.look(
      'published',
      `The day on which the paper was made public is not told: add \`published\`, from its page ${where}`,
    );
    return undefined;
  }
  reader.look(
    'published',
    `Only the month of \`published\` is known, from the arXiv id: correct the day, ${where}`,
  );
  return `${Number(year) > 90 ? '19' : '20'}${year}-${month}-01`;
}
