import type { Edition } from '../digest/edition.ts';
import { facetOfCategory, facetOfTag, type Facet } from '../digest/facets.ts';
import type { Paper } from '../digest/model.ts';
import {
  listOfCategory,
  listOfPapers,
  listOfTag,
  OF_PAPERS,
  selectPeriod,
  type DatedList,
} from '../digest/periods.ts';
import { buildListData } from '../exports/linked-data.ts';
import { count, periodName, text } from '../text.ts';
import { buildFollowing } from './following.ts';
import { buildNarrowing, type ListScope, type Narrowing } from './narrowing.ts';
import type { Page, TextLink } from './page.ts';
import { buildParts, type PartsView } from './parts.ts';
import { buildYears, type YearOfRows } from './row.ts';
import { buildTrail, type TrailView } from './trail.ts';
import { buildTwins, buildTwinsOfFacet, type TwinLink } from './twins.ts';

/** A page of papers in rows: all, a tag's, a category's, or those of one year or month of these. */
export type PaperListView = {
  page: Page;
  kicker?: string;
  title: string;
  intro?: string;
  /** Absent where a look shows them all. */
  narrowing?: Narrowing;
  /** Of a tag. */
  trail?: TrailView;
  years: YearOfRows[];
  /** The way to the other pages of the list. */
  parts?: PartsView;
  twins: TwinLink[];
  /** The feed of a tag or a category. */
  follow?: TextLink;
};

/** @param period a year or a month; empty for the newest */
export function buildPapers(edition: Edition, period = ''): PaperListView {
  const { digest, routes } = edition;
  const first = routes.papers();
  const slugs = digest.papers.map(({ slug }) => slug);
  const rows = buildRows(edition, slugs, listOfPapers(digest, routes), first, period, 'all');
  if (period !== '') {
    const title = text.list.papersOf(periodName(period));
    return {
      ...describePart(edition, rows.path, title, period, [[text.nav.papers, first]]),
      ...rows.view,
    };
  }
  const { links, alternates } = buildTwins(edition, 'papers', first, slugs.length);
  return {
    page: {
      title: text.list.papers,
      description: text.list.papersIntro,
      path: first,
      alternates,
      linkedData: buildListData(edition, [text.nav.papers, first]),
    },
    title: text.list.papers,
    intro: text.list.papersIntro,
    ...rows.view,
    twins: links,
  };
}

export function buildTag(edition: Edition, id: string, period = ''): PaperListView {
  const { digest, routes } = edition;
  const tag = digest.tagById.get(id);
  if (!tag) throw new Error(`No tag ${id}`);
  const facet = facetOfTag(routes, tag);
  const rows = buildRows(
    edition,
    ...([tag.papers, listOfTag(digest, routes, tag), facet.page, period, `tag ${id}`] as const),
  );
  const steps: Step[] = [
    [text.nav.tags, routes.tags()],
    [tag.label, facet.page],
  ];
  const kicker = text.list.tag;
  if (period !== '') {
    const title = text.list.partOf(tag.label, periodName(period));
    return { ...describePart(edition, rows.path, title, period, steps), kicker, ...rows.view };
  }
  const trail = buildTrail(edition, tag.papers);
  return {
    ...describeFacet(edition, 'tag', facet, tag.label, tag.description, steps),
    kicker,
    intro: tag.description,
    ...rows.view,
    ...(trail && { trail }),
  };
}

export function buildCategory(edition: Edition, id: string, period = ''): PaperListView {
  const { digest, routes } = edition;
  const category = digest.categoryById.get(id);
  if (!category) throw new Error(`No category ${id}`);
  const { slug, label, papers } = category;
  const name = label === id ? id : `${label} (${id})`;
  const facet = facetOfCategory(routes, category);
  const list = listOfCategory(digest, routes, category);
  const rows = buildRows(edition, papers, list, facet.page, period, `category ${slug}`);
  const steps: Step[] = [
    [text.nav.tags, routes.tags()],
    [name, facet.page],
  ];
  const kicker = text.list.category;
  if (period !== '') {
    const title = text.list.partOf(name, periodName(period));
    return { ...describePart(edition, rows.path, title, period, steps), kicker, ...rows.view };
  }
  return {
    ...describeFacet(edition, 'category', facet, name, name, steps),
    kicker,
    ...rows.view,
  };
}

type Step = [name: string, path: string];

/** What a page of a year or a month says of itself; files and feeds are of the first page. */
function describePart(
  edition: Edition,
  path: string,
  title: string,
  period: string,
  steps: readonly Step[],
): Pick<PaperListView, 'page' | 'title' | 'twins'> {
  const linkedData = buildListData(edition, ...steps, [periodName(period), path]);
  return { page: { title, description: title, path, linkedData }, title, twins: [] };
}

function describeFacet(
  edition: Edition,
  kind: 'tag' | 'category',
  facet: Facet,
  title: string,
  description: string,
  steps: readonly Step[],
): Pick<PaperListView, 'page' | 'title' | 'twins' | 'follow'> {
  const twins = buildTwinsOfFacet(edition, facet);
  const { follow, ...following } = buildFollowing(edition, kind, facet, title);
  return {
    page: {
      ...{ title, description, path: facet.page },
      alternates: [...following.alternates, ...twins.alternates],
      linkedData: buildListData(edition, ...steps),
    },
    title,
    twins: twins.links,
    ...(follow && { follow }),
  };
}

/** The rows of a page of a list, and what sorts and parts them. */
export function buildRows(
  edition: Edition,
  slugs: readonly string[],
  list: DatedList,
  first: string,
  period: string,
  scope: ListScope,
): { path: string; view: Pick<PaperListView, 'narrowing' | 'years' | 'parts'> } {
  const papers = slugs.flatMap((slug) => edition.digest.paperBySlug.get(slug) ?? []);
  const { all, shown } = selectPeriod(papers, dayOf, period, OF_PAPERS);
  const last = shown.length < all.length ? shown.at(-1) : undefined;
  const narrowing = buildNarrowing(edition, all.map(slugOf), last && scope);
  const parts = buildParts(edition, list, {
    first,
    period,
    ...(last && {
      last: dayOf(last),
      said: text.list.newestOf(shown.length, count(all.length, 'paper')),
    }),
  });
  return {
    path: period === '' ? first : edition.routes.period(list.folder, period),
    view: {
      ...(narrowing && { narrowing }),
      years: buildYears(edition, shown.map(slugOf)),
      ...(parts && { parts }),
    },
  };
}

function dayOf({ published }: Paper): string {
  return published;
}

function slugOf({ slug }: Paper): string {
  return slug;
}
