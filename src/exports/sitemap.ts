import type { Edition } from '../digest/edition.ts';
import type { Issue, Paper, Person } from '../digest/model.ts';
import {
  dayOfIssue,
  listOfCategory,
  listOfEquations,
  listOfIssues,
  listOfPapers,
  listOfPerson,
  listOfTag,
  listPeriods,
  type DatedList,
} from '../digest/periods.ts';
import { listWorks } from '../digest/works.ts';
import type { Routes } from '../routes.ts';
import { listLetters } from '../views/people.ts';

/** A page that is to be found: its full address, and the day on which what it says last changed, where the content knows. */
export type SitemapEntry = { address: string; changed?: string };

/** https://www.sitemaps.org/protocol.html: so many addresses a file; its other bound, 50 MB, is further than our addresses are long. */
const most = 50_000;

type Dated = [path: string, changed?: string | undefined];

/** Every page for readers, the issues and papers first. */
export function listPages(edition: Edition): SitemapEntry[] {
  const { digest, routes } = edition;
  const dayOf = new Map(digest.papers.map((paper) => [paper.slug, changedOn(paper)]));
  const newest = (slugs: readonly string[]) => latest(slugs.map((slug) => dayOf.get(slug)));
  const ofIssue = ({ date, papers }: Issue) => latest([date, newest(papers)]);
  const ofPerson = (person: Person) =>
    latest([
      newest(listWorks(person)),
      ...person.issues.map((id) => digest.issueById.get(id)?.date),
    ]);
  const issues = latest(digest.issues.map(ofIssue));
  const slugs = digest.papers.map(({ slug }) => slug);
  const papers = newest(slugs);
  const all = latest([issues, papers]);
  /** Of the papers that were published or summarised in a year or a month. */
  const ofPapers = (some: readonly string[]) => (period: string) =>
    newest(
      some.filter((slug) => {
        const { published = '', day = '' } = digest.paperBySlug.get(slug) ?? {};
        return published.startsWith(period) || day.startsWith(period);
      }),
    );
  const partsOf = (list: DatedList, changed: (period: string) => string | undefined) =>
    listPeriods(edition, list).map((period): Dated => [
      routes.period(list.folder, period),
      changed(period),
    ]);
  const pages: Dated[] = [
    [routes.home(), all],
    [routes.issues(), issues],
    ...partsOf(listOfIssues(digest, routes), (period) =>
      latest(digest.issues.filter((one) => dayOfIssue(one).startsWith(period)).map(ofIssue)),
    ),
    ...digest.issues.map((issue): Dated => [routes.issue(issue.id), ofIssue(issue)]),
    [routes.papers(), papers],
    ...partsOf(listOfPapers(digest, routes), ofPapers(slugs)),
    ...digest.papers.map(({ slug }): Dated => [routes.paper(slug), dayOf.get(slug)]),
    [routes.authors(), all],
    ...listLetters(edition).map((letter): Dated => [routes.authorsOf(letter), all]),
    ...digest.people.flatMap((person): Dated[] => [
      [routes.author(person.id), ofPerson(person)],
      ...partsOf(listOfPerson(digest, routes, person), ofPapers(listWorks(person))),
    ]),
    [routes.tags(), papers],
    ...digest.tags.flatMap((tag): Dated[] => [
      [routes.tag(tag.id), newest(tag.papers)],
      ...partsOf(listOfTag(digest, routes, tag), ofPapers(tag.papers)),
    ]),
    ...digest.categories.flatMap((category): Dated[] => [
      [routes.category(category.slug), newest(category.papers)],
      ...partsOf(listOfCategory(digest, routes, category), ofPapers(category.papers)),
    ]),
    [routes.equations(), papers],
    ...partsOf(listOfEquations(digest, routes), ofPapers(slugs)),
    [routes.statistics(), all],
    [routes.search()],
    [routes.feeds()],
    [routes.reading()],
    [routes.about()],
    [routes.contribute()],
    [routes.contributePreview()],
    [routes.contributeErrors()],
  ];
  return pages.map(([path, changed]) => ({
    address: routes.absolute(path),
    ...(changed && { changed }),
  }));
}

/** The day of its last correction, of its withdrawal, of its summary, or of its publication. */
function changedOn({ day, corrections, withdrawn }: Paper): string {
  return latest([day, withdrawn?.date, ...corrections.map(({ date }) => date)]) ?? day;
}

function latest(days: readonly (string | undefined)[]): string | undefined {
  return days
    .filter((one) => one !== undefined)
    .sort()
    .at(-1);
}

/** A file of a sitemap, and the path it is served at. */
export type SitemapFile = { path: string; xml: string };

/** The one at `routes.sitemap()`, and behind it, where it has more addresses than a file may hold, the parts that it names. */
export function renderSitemap(
  pages: readonly SitemapEntry[],
  routes: Routes,
  perFile = most,
): [SitemapFile, ...SitemapFile[]] {
  const path = routes.sitemap();
  if (pages.length <= perFile) return [{ path, xml: renderPart(pages) }];
  const parts: SitemapFile[] = [];
  const entries: string[] = [];
  for (let start = 0; start < pages.length; start += perFile) {
    const members = pages.slice(start, start + perFile);
    const part = { path: routes.sitemap(parts.length + 1), xml: renderPart(members) };
    const changed = latest(members.map((page) => page.changed));
    parts.push(part);
    entries.push(
      renderEntry('sitemap', { address: routes.absolute(part.path), ...(changed && { changed }) }),
    );
  }
  return [{ path, xml: renderFile('sitemapindex', entries) }, ...parts];
}

function renderPart(pages: readonly SitemapEntry[]): string {
  return renderFile(
    'urlset',
    pages.map((page) => renderEntry('url', page)),
  );
}

function renderFile(root: string, entries: readonly string[]): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<${root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">`,
    ...entries,
    `</${root}>`,
    '',
  ].join('\n');
}

/** An address is made of slugs and of a `url` that site.yaml was asked about: nothing in it is markup. */
function renderEntry(name: string, { address, changed }: SitemapEntry): string {
  const day = changed === undefined ? '' : `<lastmod>${changed}</lastmod>`;
  return `<${name}><loc>${address}</loc>${day}</${name}>`;
}
