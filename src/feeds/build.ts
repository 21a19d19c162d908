import type { FormulaPictures } from '../formula-pictures/load.ts';
import type { Edition } from '../digest/edition.ts';
import { buildTagUri } from '../digest/tag-uri.ts';
import { FEED_FORMATS, type FeedFormat } from '../routes.ts';
import { text } from '../text.ts';
import { listFeeds, type FeedSource } from './catalogue.ts';
import { cutFeed, takeNewest } from './cut.ts';
import type { Archive, Feed, FeedFile, FeedItem } from './feed.ts';
import type { Form } from './item-parts.ts';
import { buildIssueItem, buildPaperItem } from './items.ts';

export type Formulas = Pick<FormulaPictures, 'pictureOf'>;

const formats = Object.keys(FEED_FORMATS) as FeedFormat[];

/** Every document of every feed. Those that share an entry hold the same object. */
export function buildFeedFiles(edition: Edition, formulas: Formulas): FeedFile[] {
  const mathml = buildItems(edition, { address: edition.routes.absolute, headingShift: 0 });
  const pictures = buildItems(edition, buildPicturesForm(edition, formulas));
  return listFeeds(edition).flatMap((source) => {
    const { of } = source;
    if (of === undefined) return [buildFacetFile(edition, source, mathml)];
    return [
      ...buildMainFiles(edition, source, of, mathml, false),
      ...buildMainFiles(edition, source, of, pictures, true),
    ];
  });
}

/** The form of entries in the flavour for readers that strip MathML. */
export function buildPicturesForm({ routes }: Edition, { pictureOf }: Formulas): Form {
  return {
    address: routes.absolute,
    headingShift: 0,
    formulaPicture(tex, display) {
      const picture = pictureOf(tex, display);
      return picture && { ...picture, href: routes.absolute(routes.formula(picture.name)) };
    },
  };
}

type Items = { papers: ReadonlyMap<string, FeedItem>; issues: readonly FeedItem[] };

/** An entry of every summary, by the slug of its paper, and of every issue. */
function buildItems(edition: Edition, form: Form): Items {
  const { papers, issues } = edition.digest;
  return {
    papers: new Map(
      papers
        .filter((paper) => paper.body)
        .map((paper) => [paper.slug, buildPaperItem(edition, paper, form)]),
    ),
    issues: issues.map((issue) => buildIssueItem(edition, issue, form)),
  };
}

function listItems({ papers }: FeedSource, items: Items): FeedItem[] {
  return papers.flatMap((slug) => items.papers.get(slug) ?? []);
}

function buildFacetFile(edition: Edition, source: FeedSource, items: Items): FeedFile {
  const newest = takeNewest([], listItems(source, items));
  const { path } = source;
  return { path, format: 'atom', feed: buildFeed(edition, source, path, newest) };
}

/** A main feed in one flavour: in each format what readers follow, and its archive. */
function buildMainFiles(
  edition: Edition,
  source: FeedSource,
  of: 'papers' | 'issues',
  items: Items,
  pictures: boolean,
): FeedFile[] {
  const { routes } = edition;
  const { newest, parts } = cutFeed(of === 'papers' ? listItems(source, items) : items.issues);
  return formats.flatMap((format) => {
    const path = routes.feed(of, format, pictures);
    // Parts are numbered from 1.
    const pathOf = (part: number) => routes.feedArchive(of, format, part, pictures);
    const link = (part: number) =>
      part >= 1 && part <= parts.length ? routes.absolute(pathOf(part)) : undefined;
    const build = (own: string, held: readonly FeedItem[], archive: Archive) => ({
      path: own,
      format,
      feed: buildFeed(edition, source, own, held, { pictures, archive }),
    });
    return [
      build(path, newest, { previous: link(parts.length) }),
      ...parts.map((part, index) =>
        build(pathOf(index + 1), part, {
          previous: link(index),
          next: link(index + 2),
          current: routes.absolute(path),
        }),
      ),
    ];
  });
}

function buildFeed(
  { digest, routes }: Edition,
  source: FeedSource,
  path: string,
  items: readonly FeedItem[],
  { pictures = false, archive = {} }: { pictures?: boolean; archive?: Archive } = {},
): Feed {
  const { site } = digest;
  const { authority, hub } = site.feeds;
  return {
    id: buildTagUri(site, source.name + (pictures ? '-pictures' : '')),
    title: text.feeds.feedTitle(site.name, source.label, pictures),
    description: source.description,
    home: routes.absolute(source.home),
    self: routes.absolute(path),
    language: site.language,
    site: { name: site.name, url: routes.absolute(routes.home()) },
    icon: routes.absolute(routes.favicon()),
    ...(site.licence && { licence: site.licence }),
    ...(hub !== undefined && archive.current === undefined && { hub }),
    updated: items.reduce(
      (newest, { updated }) => (updated > newest ? updated : newest),
      firstDay(authority),
    ),
    items,
    archive,
  };
}

/** The day from which an authority makes ids: before every entry, and what a feed without any is said to be of. */
export function firstDay(authority: string): string {
  const [, date = ''] = authority.split(',');
  return `${date}-01-01`.slice(0, 'YYYY-MM-DD'.length);
}
