import type { Edition } from '../digest/edition.ts';
import type { Person } from '../digest/model.ts';
import { hasOwnFiles, listWorks } from '../digest/works.ts';
import type { Twin } from '../routes.ts';
import { text } from '../text.ts';
import type { Alternate, TextLink } from './page.ts';

/** What a page can be had as besides: its line of links, and what its head says of them. */
export type TwinsView = { links: TwinLink[]; alternates: Alternate[] };
export type TwinLink = TextLink & { type: string };

const types: Record<Twin, string> = {
  bib: 'application/x-bibtex',
  'csl.json': 'application/vnd.citationstyles.csl+json',
  ris: 'application/x-research-info-systems',
  md: 'text/markdown',
  json: 'application/json',
  epub: 'application/epub+zip',
};

/** The forms of each kind of page, in the order in which they are named there. */
const forms: Record<'paper' | 'issue' | 'papers' | 'list' | 'person', readonly Twin[]> = {
  paper: ['bib', 'ris', 'csl.json', 'md', 'json'],
  issue: ['epub', 'bib', 'csl.json', 'md', 'json'],
  papers: ['bib', 'csl.json'],
  list: ['bib', 'csl.json', 'json'],
  person: ['bib', 'csl.json', 'json'],
};

/** Those that hold references. */
const citing = new Set<Twin>(['bib', 'csl.json', 'ris']);

/**
 * @param page address of the page
 * @param papers how many there are on it: of none, nothing is cited
 */
export function buildTwins(
  { routes }: Edition,
  kind: keyof typeof forms,
  page: string,
  papers = 1,
): TwinsView {
  const links = forms[kind]
    .filter((form) => papers > 0 || !citing.has(form))
    .map((form) => ({
      href: routes.twin(page, form),
      text: text.cite.twin[form],
      type: types[form],
    }));
  return {
    links,
    alternates: links.map(({ href, type, text: title }) => ({ href, type, title })),
  };
}

/** Who has one work is served by that paper's files; nothing is made of who has none. */
export function buildTwinsOfPerson(edition: Edition, person: Person): TwinsView {
  if (hasOwnFiles(person)) {
    return buildTwins(edition, 'person', edition.routes.author(person.id));
  }
  const [only] = listWorks(person);
  if (only === undefined) return { links: [], alternates: [] };
  // Another page's files: to be led to, but no form of this page.
  const wanted = new Set(forms.person.map((form) => types[form]));
  const { links } = buildTwins(edition, 'paper', edition.routes.paper(only));
  return { links: links.filter(({ type }) => wanted.has(type)), alternates: [] };
}
