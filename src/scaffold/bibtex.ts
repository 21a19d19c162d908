import { BibLatexParser } from 'biblatex-csl-converter';
import { category } from '../schemas/categories.ts';
import { buildAuthors, findCode, findVenue, fitting, fittingLine, type Facts } from './facts.ts';
import { listOf, recordOf, textIn } from './json.ts';
import { readLatex } from './latex.ts';
import { shown, tidyLine } from './line.ts';
import { plainOf, type Mark, type Piece } from './pieces.ts';
import { Refusal } from './refusal.ts';
import { readSource } from './source.ts';

/** More than any list of authors with an abstract. */
const maxLength = 400_000;
/** Where a formula stood; the characters are nobody's, and are taken out of what was given. */
const formulaMark = /\uE000(\d+)\uE001/;

/** The parser would print the keys. */
const citation =
  /[\s~]*\\(?:[a-z]{0,10}cite[a-z]{0,10}|ref|eqref|label)\*?(?:\[[^\]]{0,100}\]){0,2}\{[^{}]{0,500}\}/gi;

const marks: Readonly<Record<string, Mark>> = {
  em: 'emphasis',
  strong: 'strong',
  sup: 'sup',
  sub: 'sub',
};

/**
 * Reads a BibTeX or BibLaTeX file with one entry.
 *
 * @param name what the file is called in a sentence
 */
export function readBibtex(source: string, name: string): Facts {
  if (source.length > maxLength) {
    throw new Refusal(
      `${name} has ${source.length} characters, more than one paper needs. Keep the one entry.`,
    );
  }
  if (source.includes('\uFFFD')) {
    throw new Refusal(
      `${name} is not in UTF-8: letters would be lost. Save it as UTF-8 and try again.`,
    );
  }
  const { text, formulas } = hideFormulas(
    source.replace(/[\uE000-\uF8FF\uFEFF]/g, '').replace(citation, ''),
  );
  const parsed = new BibLatexParser(text, {
    processUnexpected: true,
    processUnknown: true,
  }).parse();
  const entries = Object.values(parsed.entries);
  const [entry] = entries;
  if (entry === undefined) {
    throw new Refusal(`${name} holds no entry of BibTeX. One begins like \`@article{key,\`.`);
  }
  if (entries.length > 1) {
    const keys = entries.slice(0, 5).map(({ entry_key: key }) => shown(key));
    throw new Refusal(
      `${name} holds ${entries.length} entries: ${keys.join(', ')}${entries.length > 5 ? ', …' : ''}. Keep the one that is meant.`,
    );
  }
  const { unknown_fields: unknown, unexpected_fields: unexpected, fields } = entry;
  const all: Record<string, unknown> = { ...unknown, ...unexpected, ...fields };
  const pieces = (key: string) => readNodes(all[key], formulas);
  const plain = (key: string) => plainOf(pieces(key));
  const title = [
    ...pieces('title'),
    ...(all['subtitle'] === undefined ? [] : [{ text: ': ' }, ...pieces('subtitle')]),
  ];
  const abstract = pieces('abstract');
  const notes = ['note', 'addendum', 'howpublished', 'comment', 'annotation'].map(plain).join(' ');
  const journal = ['booktitle', 'journaltitle', 'journal', 'eventtitle', 'series']
    .map(plain)
    .find((text) => text !== '');
  const venue =
    journal === undefined || /\barxiv\b/i.test(journal)
      ? findVenue(notes)
      : fittingLine(journal, 200);
  const code = findCode(
    ['code', 'github', 'note', 'abstract', 'howpublished'].map(plain).join(' '),
  );
  const categories = plain('eprintclass')
    .split(/[\s,;]+/)
    .filter((term) => term !== '' && category.safeParse(term).success);
  return {
    ...(title.length > 0 && { title }),
    ...(abstract.length > 0 && { abstract }),
    ...readAuthors(all['author'], formulas),
    ...readDate(all['date'] ?? all['year']),
    ...readPlaces({
      eprint: plain('eprint'),
      kind: plain('eprinttype'),
      doi: plain('doi'),
      url: plain('url'),
      text: `${journal ?? ''} ${notes}`,
    }),
    ...(venue !== undefined && { venue }),
    ...(code !== undefined && { code }),
    ...(categories.length > 0 && { categories }),
  };
}

/** The parser turns formulas into marks and letters, so they are taken out before and put back behind it. */
function hideFormulas(source: string): { text: string; formulas: string[] } {
  const formulas: string[] = [];
  const text = source.replace(
    /(?<!\\)\$\$?((?:\\[\s\S]|[^$\\@]){1,500}?)\$\$?/g,
    (whole, tex: string) => {
      let depth = 0;
      for (const [brace] of tex.matchAll(/\\[\s\S]|[{}]/g)) {
        depth += brace === '{' ? 1 : brace === '}' ? -1 : 0;
        if (depth < 0) return whole;
      }
      return depth === 0 ? `\uE000${formulas.push(tex) - 1}\uE001` : whole;
    },
  );
  return { text, formulas };
}

function readNodes(value: unknown, formulas: readonly string[]): Piece[] {
  if (typeof value === 'string') return restore(value, formulas);
  return listOf(value).flatMap((entry) => {
    const node = recordOf(entry);
    if (node['type'] !== 'text') return [];
    const kinds = listOf(node['marks']).map((mark) => textIn(recordOf(mark)['type']) ?? '');
    const text = typeof node['text'] === 'string' ? node['text'] : '';
    const inner = restore(kinds.includes('enquote') ? `"${text}"` : text, formulas);
    return kinds.reduce<Piece[]>((children, kind) => {
      const mark = Object.hasOwn(marks, kind) ? marks[kind] : undefined;
      return mark === undefined ? children : [{ mark, children }];
    }, inner);
  });
}

function restore(text: string, formulas: readonly string[]): Piece[] {
  return text.split(formulaMark).flatMap((part, index): Piece[] => {
    if (index % 2 === 1) return [{ tex: formulas[Number(part)] ?? '' }];
    // What the parser does not know of LaTeX it leaves as it is.
    return part === '' ? [] : part.includes('\\') ? readLatex(part) : [{ text: part }];
  });
}

function readAuthors(
  value: unknown,
  formulas: readonly string[],
): Pick<Facts, 'authors' | 'authorsNote'> {
  const names = listOf(value).map((entry) => {
    const author = recordOf(entry);
    const part = (key: string) => plainOf(readNodes(author[key], formulas));
    return ['given', 'prefix', 'family', 'suffix', 'literal'].map(part).filter(Boolean).join(' ');
  });
  const isOpen = names.at(-1)?.toLowerCase() === 'others';
  const built = buildAuthors((isOpen ? names.slice(0, -1) : names).map((name) => ({ name })));
  if (!isOpen) return built;
  return {
    ...built,
    authorsNote:
      'The file ends its list with “and others”: write all of them, as the paper prints them.',
  };
}

function readDate(value: unknown): Pick<Facts, 'published' | 'publishedAbout'> {
  const written = tidyLine(typeof value === 'string' ? value : plainOf(readNodes(value, [])));
  const published = fitting('day', written);
  if (published !== undefined) return { published };
  return /^\d{4}(?:-\d\d)?$/.test(written) ? { publishedAbout: written } : {};
}

type Places = { eprint: string; kind: string; doi: string; url: string; text: string };

/** The identifiers, wherever in the entry people put them. */
function readPlaces({ eprint, kind, doi, url, text }: Places): Partial<Facts> {
  const inText = /\barxiv:\s*([\w.-]+\/?\d+(?:\.\d+)?(?:v\d+)?)/i.exec(text)?.[1];
  const given = [
    /^(?:arxiv)?$/i.test(kind) && eprint !== '' ? `arxiv:${eprint.replace(/^arxiv:/i, '')}` : '',
    doi,
    url,
    inText === undefined ? '' : `arxiv:${inText}`,
  ];
  const facts: Partial<Facts> = {};
  for (const one of given.filter((written) => written !== '')) {
    const source = identify(one);
    if (source !== undefined) facts[source.kind] ??= source.id;
  }
  const page = fitting('url', url);
  const isElsewhere =
    facts.arxiv === undefined && facts.doi === undefined && facts.openreview === undefined;
  return isElsewhere && page !== undefined ? { url: page } : facts;
}

function identify(text: string): { kind: 'arxiv' | 'doi' | 'openreview'; id: string } | undefined {
  try {
    const source = readSource(text);
    return source.kind === 'bibtex' ? undefined : source;
  } catch {
    return undefined;
  }
}
