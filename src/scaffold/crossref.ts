import { explainOdd } from './ask.ts';
import { buildAuthors, fitting, fittingLine, maxAuthors, type Facts } from './facts.ts';
import { readJson, recordOf, listOf, textIn } from './json.ts';
import { readMarkup } from './markup.ts';
import { plainOf } from './pieces.ts';
import { Refusal } from './refusal.ts';

/**
 * Reads what Crossref says of a DOI, or the CSL-JSON that doi.org gives: the same names, with lists where
 * the other has one value. https://github.com/CrossRef/rest-api-doc/blob/master/api_format.md,
 * https://docs.citationstyles.org/en/stable/specification.html#appendix-iv-variables
 */
export function readCrossref(text: string, doi: string, service = 'Crossref'): Facts {
  const answer = readJson(text);
  const work = recordOf(answer['message'] ?? answer);
  const written = firstText(work['title']);
  const own = fitting('doi', work['DOI']) ?? doi;
  if (written === undefined && work['author'] === undefined) throw explainOdd(service, text);
  const title = readMarkup(
    [written ?? '', firstText(work['subtitle']) ?? ''].filter(Boolean).join(': '),
  );
  if (isRetracted(work) || /^(?:RETRACTED|WITHDRAWN)\b/.test(plainOf(title))) {
    throw new Refusal(
      `${own} is retracted, its publisher says. If a summary is meant all the same, ask the editors first.`,
    );
  }
  const abstract = textIn(work['abstract']);
  const venue = fittingLine(
    plainOf(
      readMarkup(
        firstText(work['container-title']) ?? textIn(recordOf(work['event'])['name']) ?? '',
      ),
    ),
    200,
  );
  return {
    title,
    ...(abstract !== undefined && {
      abstract: readMarkup(abstract.replace(/^\s*(?:<jats:p>\s*)?abstract[.:]\s+/i, '')),
    }),
    ...buildAuthors(
      listOf(work['author'])
        .slice(0, maxAuthors + 1)
        .map(readAuthor),
    ),
    ...readDay(work),
    doi: own,
    ...(venue !== undefined && { venue }),
    ...findPreprint(work),
  };
}

function readAuthor(value: unknown): { name?: string; affiliation?: string } {
  const author = recordOf(value);
  const part = (key: string) => plainOf(readMarkup((textIn(author[key]) ?? '').slice(0, 600)));
  const given = [
    part('given'),
    part('non-dropping-particle') || part('dropping-particle'),
    part('family'),
    part('suffix'),
  ];
  const affiliation = textIn(recordOf(listOf(author['affiliation'])[0])['name']);
  return {
    name: given.filter(Boolean).join(' ') || part('name') || part('literal'),
    ...(affiliation !== undefined && {
      affiliation: plainOf(readMarkup(affiliation.slice(0, 1000))),
    }),
  };
}

/** The earliest whole day of those given, else what is known of it. */
function readDay(work: Record<string, unknown>): Pick<Facts, 'published' | 'publishedAbout'> {
  const keys = ['published-online', 'posted', 'published', 'published-print', 'issued'];
  const dates = keys.flatMap((key) => {
    const parts = listOf(listOf(recordOf(work[key])['date-parts'])[0]).map(String);
    const [year, ...rest] = parts.slice(0, 3);
    if (
      year === undefined ||
      !/^\d{4}$/.test(year) ||
      !rest.every((part) => /^\d{1,2}$/.test(part))
    )
      return [];
    return [[year, ...rest.map((part) => part.padStart(2, '0'))].join('-')];
  });
  const days = dates.filter((date) => fitting('day', date) !== undefined).sort();
  const [published] = days;
  if (published !== undefined) return { published };
  const [about] = dates.sort();
  return about === undefined ? {} : { publishedAbout: about };
}

function isRetracted(work: Record<string, unknown>): boolean {
  return listOf(work['updated-by']).some((update) =>
    ['retraction', 'withdrawal', 'removal'].includes(textIn(recordOf(update)['type']) ?? ''),
  );
}

/** The arXiv id of what the publisher names as the preprint. */
function findPreprint(work: Record<string, unknown>): Pick<Facts, 'arxiv'> {
  for (const preprint of listOf(recordOf(work['relation'])['has-preprint'])) {
    const id = /10\.48550\/arxiv\.(.+)$/i.exec(textIn(recordOf(preprint)['id']) ?? '')?.[1];
    const arxiv = fitting('arxiv', id);
    if (arxiv !== undefined) return { arxiv };
  }
  return {};
}

function firstText(value: unknown): string | undefined {
  return textIn(Array.isArray(value) ? value[0] : value);
}
