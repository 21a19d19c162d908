import type { Edition } from '../digest/edition.ts';
import type { Digest, Name, Paper, Text } from '../digest/model.ts';
import { lettersId } from '../digest/people.ts';
import { listSources } from '../digest/sources.ts';
import { arxivDoi } from '../routes.ts';
import { text } from '../text.ts';
import { nameIssue } from '../views/issue-name.ts';

/** What BibTeX, CSL-JSON, RIS and COinS are all written from: a paper, or our summary of one. */
export type Reference = {
  /**
   * Of letters, digits and hyphens, unique in the digest and for ever: from the first author's family name, the year of
   * publication and the paper's id, `behrouz2024-titans`, never from a place in a list.
   */
  key: string;
  kind: 'preprint' | 'article' | 'conference' | 'other' | 'summary';
  title: Text;
  authors: ReferenceName[];
  /** Month and day are absent where it is known by the year of its venue alone. */
  date: { year: number; month?: number; day?: number };
  /** Journal, conference or, of a summary, the site and the issue. */
  venue?: string;
  arxiv?: { id: string; version?: string; category?: string };
  /** Its own, else the one that arXiv gives. */
  doi?: string;
  url: string;
  /** Plain text; only where it is the authors' own. */
  abstract?: string;
  /** Of a summary: what it is of. */
  of?: Reference;
  /** Of a summary: the day on which it was withdrawn. */
  withdrawn?: string;
};

/** A person with a family name, or a group that is all one name. */
export type ReferenceName =
  { given: string; particle: string; family: string; suffix: string } | { literal: string };

/** The papers of a list, in its order, each followed by our summary of it if there is one. */
export function buildReferences(edition: Edition, slugs: readonly string[]): Reference[] {
  return slugs.flatMap((slug) => {
    const paper = edition.digest.paperBySlug.get(slug);
    if (!paper) return [];
    const summary = buildSummaryReference(edition, paper);
    return [buildReference(edition, paper), ...(summary ? [summary] : [])];
  });
}

/** The paper itself, as its authors would have it cited. */
export function buildReference({ digest }: Edition, paper: Paper): Reference {
  const { arxiv, venue } = paper;
  const [category] = paper.categories;
  const doi = paper.doi ?? (arxiv && arxivDoi(arxiv.id));
  const version = arxiv?.version?.replace(/^v/, '');
  return {
    key: buildKey(paper),
    kind: kindOf(paper),
    title: paper.title,
    authors: paper.authors.map((name) => buildName(digest, name)),
    date: dateOf(paper),
    ...(venue && { venue }),
    ...(arxiv && {
      arxiv: { id: arxiv.id, ...(version && { version }), ...(category && { category }) },
    }),
    ...(doi && { doi }),
    url: listSources(paper)[0]?.href ?? '',
    ...(paper.abstractByAuthors && { abstract: paper.abstract.plain }),
  };
}

/** Our summary, a work of its writers; undefined for a listing. */
export function buildSummaryReference(edition: Edition, paper: Paper): Reference | undefined {
  if (!paper.body) return undefined;
  const { digest, routes } = edition;
  const of = buildReference(edition, paper);
  const issue = digest.issueById.get(paper.issue);
  const [before, after] = text.cite.summaryOf;
  return {
    // A paper's key has the four digits of a year before its first hyphen, so none is taken.
    key: `summary-${of.key}`,
    kind: 'summary',
    title: surround(before, paper.title, after),
    authors: paper.writers.flatMap((id) => {
      const person = digest.personById.get(id);
      if (!person) return [];
      // Each by its name: of a copy of all, every new summary of theirs would be a part.
      const { name, given, family, suffix } = person;
      return [buildName(digest, { name, given, family, ...(suffix && { suffix }), person: id })];
    }),
    date: splitDay(paper.summarised ?? paper.published),
    venue: issue ? text.cite.within(digest.site.name, nameIssue(issue)) : digest.site.name,
    url: routes.absolute(routes.paper(paper.slug)),
    of,
    ...(paper.withdrawn && { withdrawn: paper.withdrawn.date }),
  };
}

function surround(before: string, { tree, plain }: Text, after: string): Text {
  const children = [
    { type: 'text' as const, value: before },
    ...tree.children,
    { type: 'text' as const, value: after },
  ];
  return { tree: { ...tree, children }, plain: before + plain + after };
}

/** A name without Latin letters gives the id of its person. */
function buildKey({ authors, published, id }: Paper): string {
  const [first] = authors;
  const letters = lettersId(first?.family ?? '').id || lettersId(first?.person ?? '').id;
  return `${letters.replaceAll('-', '')}${published.slice(0, 4)}-${id}`;
}

const journal =
  /^(?:nature|science|cell)\b|\b(?:journal|transactions|letters|annals|magazine|bulletin|acta|review|PNAS|JMLR|TMLR|TACL|proceedings of the (?:national academy|royal society|IEEE))\b/i;
const conference =
  /\b(?:proc|proceedings|conference|workshop|symposium|congress|meeting|NeurIPS|NIPS|ICML|ICLR|AISTATS|COLT|UAI|AAAI|IJCAI|ACL|EMNLP|NAACL|EACL|COLING|CoNLL|CVPR|ICCV|ECCV|KDD|SIGIR|COLM|CoRL|ICRA|MLSys|STOC|FOCS|SODA|SIGGRAPH)\b/i;

/** Where it was published, by the words of its venue; what has no such word and a year is most often a conference. */
function kindOf({ venue, arxiv }: Paper): Reference['kind'] {
  if (venue === undefined) return arxiv ? 'preprint' : 'other';
  if (journal.test(venue)) return 'article';
  return conference.test(venue) || yearIn(venue) !== undefined ? 'conference' : 'article';
}

/** What a venue names its year by counts: a paper of NeurIPS 2025 is of 2025, though first made public in 2024. */
function dateOf({ venue = '', published }: Paper): Reference['date'] {
  const year = yearIn(venue);
  return year === undefined ? splitDay(published) : { year };
}

function yearIn(venue: string): number | undefined {
  const found = /.*\b((?:19|20)\d\d)\b/.exec(venue)?.[1];
  return found === undefined ? undefined : Number(found);
}

function splitDay(day: string): Reference['date'] {
  const [year = 0, month, date] = day.split('-').map(Number);
  return { year, ...(month && { month }), ...(date && { day: date }) };
}

function buildName(
  { personById }: Digest,
  { name, given, family, suffix = '', person }: Omit<Name, 'affiliation'>,
): ReferenceName {
  if (personById.get(person)?.collective) return { literal: name };
  // Small letters, as TeX and Zotero tell a particle; what has none after them is a name in small letters.
  const words = family.split(' ');
  const start = words.findIndex((word) => !/^\p{Ll}/u.test(word));
  const split = Math.max(start, 0);
  return {
    given,
    particle: words.slice(0, split).join(' '),
    family: words.slice(split).join(' '),
    suffix,
  };
}
