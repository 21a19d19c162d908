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
const forms = {
  paper: ['bib', 'ris', 'csl.json', 'md', 'json'],
  issue: ['bib', 'csl.json', 'md', 'json'],
  papers: ['bib', 'csl.json'],
  list: ['bib', 'csl.json', 'json'],
  person: ['bib', 'csl.json', 'json'],
} as const satisfies Record<string, readonly Twin[]>;

/** @param page address of the page */
export function buildTwins({ routes }: Edition, kind: keyof typeof forms, page: string): TwinsView {
  const links = forms[kind].map((form) => ({
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
  const { routes } = edition;
  if (hasOwnFiles(person)) return buildTwins(edition, 'person', routes.author(person.id));
  const [only] = listWorks(person);
  if (only === undefined) return { links: [], alternates: [] };
  const cited = new Set<string>(forms.person.map((form) => types[form]));
  const { links } = buildTwins(edition, 'paper', routes.paper(only));
  return { links: links.filter(({ type }) => cited.has(type)), alternates: [] };
}
