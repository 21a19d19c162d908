import type { Edition } from '../digest/edition.ts';
import { hasOwnFiles, type Facet } from '../digest/facets.ts';
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
const forms: Record<'paper' | 'issue' | 'papers' | 'facet', readonly Twin[]> = {
  paper: ['bib', 'ris', 'csl.json', 'md', 'json'],
  issue: ['epub', 'bib', 'csl.json', 'md', 'json'],
  papers: ['bib', 'csl.json'],
  facet: ['bib', 'csl.json', 'json'],
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

/** What gathers one paper is served by that paper's files; nothing is made of what gathers none. */
export function buildTwinsOfFacet(edition: Edition, facet: Facet): TwinsView {
  if (hasOwnFiles(edition, facet)) return buildTwins(edition, 'facet', facet.page);
  const [only] = facet.works;
  if (only === undefined) return { links: [], alternates: [] };
  // Another page's files: to be led to, but no form of this page.
  const wanted = new Set(forms.facet.map((form) => types[form]));
  const { links } = buildTwins(edition, 'paper', edition.routes.paper(only));
  return { links: links.filter(({ type }) => wanted.has(type)), alternates: [] };
}
