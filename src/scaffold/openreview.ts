import { explainOdd } from './ask.ts';
import { buildAuthors, findCode, fitting, fittingLine, type Facts } from './facts.ts';
import { listOf, readJson, recordOf, textIn } from './json.ts';
import { readLatex } from './latex.ts';
import { tidyLine } from './line.ts';
import { Refusal } from './refusal.ts';

/**
 * Reads OpenReview's answer about one note. The fields of version 2 are `{ value }`, those of version 1
 * values: https://docs.openreview.net/reference/api-v2/entities/note/fields
 */
export function readOpenreview(text: string, id: string): Facts {
  const answer = readJson(text);
  const [first] = listOf(answer['notes']);
  if (first === undefined) {
    if (Array.isArray(answer['notes'])) throw new Refusal(unknownNote(id));
    throw explainOdd('OpenReview', text);
  }
  const note = recordOf(first);
  const content = recordOf(note['content']);
  const field = (name: string): unknown => recordOf(content[name])['value'] ?? content[name];
  const title = textIn(field('title'));
  const forum = textIn(note['forum']);
  if (forum !== undefined && forum !== note['id']) {
    const own = fitting('openreview', forum);
    throw new Refusal(
      `${id} is a review or a comment, not a paper.${own === undefined ? '' : ` Its paper is ${own}.`}`,
    );
  }
  if (title === undefined) throw explainOdd('OpenReview', text);
  const venue = fittingLine(field('venue'), 200);
  const status = `${venue ?? ''} ${textIn(field('venueid')) ?? ''}`;
  if (/withdrawn|desk.?rejected/i.test(status) || typeof note['ddate'] === 'number') {
    throw new Refusal(
      `OpenReview has ${id} as withdrawn${venue === undefined ? '' : `: “${venue}”`}. If it is meant all the same, ask the editors first.`,
    );
  }
  const abstract = textIn(field('abstract'));
  const names = listOf(field('authors')).map((name) => ({ name: textIn(name) }));
  const isAnonymous =
    names.length === 0 || names.some(({ name }) => /^anonymous/i.test(name ?? ''));
  const day = readDay(note);
  const code = findCode(
    ['code', 'code_url', 'software', 'abstract'].map((name) => textIn(field(name)) ?? '').join(' '),
  );
  const pdf = fitting('url', absolutePdf(textIn(field('pdf'))));
  return {
    title: readLatex(title),
    ...(abstract !== undefined && { abstract: readLatex(abstract) }),
    ...(isAnonymous
      ? { authors: [], authorsNote: 'OpenReview does not name the authors yet.' }
      : buildAuthors(names)),
    ...(day !== undefined && { published: day }),
    // “Submitted to ICLR 2026” is no place where it was published.
    ...(venue !== undefined &&
      !/submitted|under review|reject/i.test(status) && { venue: tidyVenue(venue) }),
    openreview: id,
    ...(code !== undefined && { code }),
    ...(pdf !== undefined && { pdf }),
  };
}

function unknownNote(id: string): string {
  return `OpenReview knows no paper ${id}. Write what follows \`forum?id=\` in its address.`;
}

/** The first day on which everybody could read it, in UTC. */
function readDay(note: Record<string, unknown>): string | undefined {
  const times = ['odate', 'pdate']
    .map((key) => note[key])
    .filter((time) => typeof time === 'number');
  const created = ['cdate', 'tcdate']
    .map((key) => note[key])
    .filter((time) => typeof time === 'number');
  const [first] = (times.length > 0 ? times : created).sort((a, b) => a - b);
  // Beyond this no Date has a year of four digits.
  if (first === undefined || !(Math.abs(first) < 2e14)) return undefined;
  return fitting('day', new Date(first).toISOString().slice(0, 10));
}

function absolutePdf(path: string | undefined): string | undefined {
  if (path === undefined) return undefined;
  return /^\/(?:pdf|attachment)[/?]/.test(path) ? `https://openreview.net${path}` : path;
}

/** `ICLR 2025 Poster` → `ICLR 2025`. */
function tidyVenue(venue: string): string {
  return tidyLine(venue).replace(/\s+(?:poster|oral|spotlight|notable.*|conference)$/i, '');
}
