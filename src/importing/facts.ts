import { stringify } from 'yaml';
import { arxiv as arxivSchema, doi as doiSchema } from '../schemas/identifiers.ts';
import { mapped, namesOf, dayOfFile, type Document } from './documents.ts';
import { oldDay } from './dates.ts';
import { listOf, textOf, type Value } from './front-matter.ts';
import { isLine, mendLine } from './line.ts';
import type { Mapping } from './mapping.ts';
import type { Names, Resolved } from './names.ts';

type Facts = Record<string, unknown>;

/** What became of a fact: the line of the old file, and the key of ours. */
type FactNote = { line: number; key: string; kind: 'look' | 'mended'; text: string };

/** Reads the facts of one text by the mapping. */
export class FactsReader {
  readonly facts: Facts = {};
  readonly notes: FactNote[] = [];
  readonly #document: Document;
  readonly #names: Mapping['paper'];
  readonly #defaults: Record<string, string | string[] | undefined>;
  readonly #used = new Set<string>();

  constructor(document: Document, mapping: Mapping) {
    const { kind } = document;
    this.#document = document;
    this.#names = kind === 'paper' ? mapping.paper : mapping.issue;
    this.#defaults = mapping.defaults?.[kind] ?? {};
  }

  value(key: string): Value | undefined {
    const { values } = this.#document.front;
    for (const name of namesOf(this.#names, key)) this.#used.add(name.split('.')[0] ?? '');
    const value = mapped(values, this.#names, key);
    return value ?? this.#defaults[key];
  }

  text(key: string): string | undefined {
    return textOf(this.value(key));
  }

  list(key: string): string[] {
    return [...new Set(listOf(this.value(key)))];
  }

  /** The line of the old file on which a key of ours stands. */
  look(key: string, text: string): void {
    this.notes.push({ line: this.#lineOf(key), key, kind: 'look', text });
  }

  /** Tells that a value is written otherwise now. */
  changed(key: string, old: string, present: string): void {
    if (old === present) return;
    const text = `\`${old.replaceAll('`', "'")}\` in \`${key}\` became \`${present}\``;
    this.notes.push({ line: this.#lineOf(key), key, kind: 'mended', text });
  }

  #lineOf(key: string): number {
    const { lines } = this.#document.front;
    const heads = namesOf(this.#names, key).map((one) => one.split('.')[0] ?? '');
    return heads.map((one) => lines.get(one)).find((one) => one !== undefined) ?? 1;
  }

  day(key: string): string | undefined {
    const text = this.text(key);
    const day = oldDay(text);
    if (text !== undefined && day === undefined)
      this.look(key, `\`${key}\` has no day that can be told: \`${text}\``);
    if (text !== undefined && day !== undefined) this.changed(key, text, day);
    return day;
  }

  set(key: string, value: unknown): void {
    const isEmpty =
      value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
    if (!isEmpty) this.facts[key] = value;
  }

  /** Facts of the old text that no key of ours took, as lines for a comment. */
  rest(): string[] {
    const { values, lines } = this.#document.front;
    return [...values]
      .filter(([key]) => !this.#used.has(key) && !IMPLIED.has(key))
      .map(([key, value]) => {
        const written =
          `${key}: ${typeof value === 'string' ? value : JSON.stringify(value)}`.replace(
            /\s+/g,
            ' ',
          );
        const told = written.length > 300 ? `${written.slice(0, 299)}…` : written;
        this.notes.push({
          line: lines.get(key) ?? 1,
          key,
          kind: 'look',
          text: `\`${told.replaceAll('`', "'")}\` has no place among our facts; it stands as a comment`,
        });
        return told;
      });
  }
}

/** Told by the folder, or in the report's list of old addresses. */
const IMPLIED = new Set([
  'potm_year',
  'potm_month',
  'permalink',
  'redirect_from',
  'aliases',
  'url',
]);

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

/** Makes what is missing of the text, and says so. */
export function fillFromText(reader: FactsReader, body: string, mapping: Mapping): void {
  const paragraph = body
    .split(/\n{2,}/)
    .map((one) => one.replace(/\s*<br \/>\s*|\s+/g, ' ').trim())
    .find(
      (one) =>
        /^[\p{L}\p{N}*_“"'$]/u.test(one) &&
        !/\[\^|\\(?:eq)?ref\{|<Claim|\$\$/.test(one) &&
        one.length > 40 &&
        one.length <= 6000 &&
        isLine(one),
    );
  if (!('tldr' in reader.facts)) {
    const sentence =
      paragraph === undefined
        ? undefined
        : /^.{30,400}?[.!?](?=\s+[\p{Lu}\d“"]|$)/u.exec(paragraph)?.[0];
    const isTaken =
      mapping.fill?.tldr === 'first-sentence' && sentence !== undefined && isLine(sentence);
    if (isTaken) reader.set('tldr', sentence);
    reader.look(
      'tldr',
      isTaken
        ? '`tldr` is the first sentence of the text: say in one what the paper found'
        : '`tldr` is missing: say in one sentence what the paper found',
    );
  }
  if ('abstract' in reader.facts) return;
  const isTaken = mapping.fill?.abstract === 'first-paragraph' && paragraph !== undefined;
  if (isTaken) reader.set('abstract', paragraph);
  reader.look(
    'abstract',
    isTaken
      ? '`abstract` is the first paragraph of the text: write one in your own words'
      : '`abstract` is missing: write a paragraph in your own words',
  );
}

const ORDER =
  'title authors organisations venue published date summarised arxiv doi openreview url links categories tags tldr abstract writers reviewers editors assistance aliases draft'.split(
    ' ',
  );

/** The file: facts between lines of hyphens, what had no place as a comment, then the text. */
export function writeFile(
  facts: Facts,
  rest: readonly string[],
  body: string,
): { source: string; bodyLine: number } {
  const ordered = Object.fromEntries(
    ORDER.filter((key) => key in facts).map((key) => [key, facts[key]]),
  );
  const yaml = stringify(ordered, {
    lineWidth: 0,
    singleQuote: true,
    defaultKeyType: 'PLAIN',
  }).trimEnd();
  const comments =
    rest.length === 0
      ? ''
      : `\n# From the old archive:\n${rest.map((line) => `# ${line}`).join('\n')}`;
  const head = `---\n${yaml}${comments}\n---\n\n`;
  return { source: `${head}${body.trim()}\n`, bodyLine: head.split('\n').length };
}
