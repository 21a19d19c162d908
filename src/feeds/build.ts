import type { Edition } from '../digest/edition.ts';
import { paperAt } from '../digest/found.ts';
import { buildTagUri } from '../digest/tag-uri.ts';
import { FEED_FORMATS, type FeedFormat } from '../routes.ts';
import { text } from '../text.ts';
import { findFeed, followAll, listFeeds, type FeedSource } from './catalogue.ts';
import { loadNewestIds, loadPartIds } from './archive.ts';
import { loadNewest } from './cut.ts';
import { Entries, type Flavour, type LoadFormulas, type MainFeed } from './entries.ts';
import type { Archive, Feed, FeedFile, FeedItem } from './feed.ts';
import { rankPaper } from './items.ts';

const formats = Object.keys(FEED_FORMATS) as FeedFormat[];
const main: readonly MainFeed[] = ['papers', 'issues'];
const flavours: readonly Flavour[] = ['mathml', 'pictures'];

/** One of the series of documents that a main feed is: what readers follow, and its archive. */
type Series = { of: MainFeed; flavour: Flavour; format: FeedFormat };

const series: readonly Series[] = main.flatMap((of) =>
  flavours.flatMap((flavour) => formats.map((format) => ({ of, flavour, format }))),
);

/** The path of a document of a series: of its archive, counted from 1, or of what readers follow. */
function pathOf({ routes }: Edition, { of, flavour, format }: Series, part?: number): string {
  const pictures = flavour === 'pictures';
  return part === undefined
    ? routes.feed(of, format, pictures)
    : routes.feedArchive(of, format, part, pictures);
}

/** The paths of all documents of the feeds of all papers and of all issues. */
export async function listMainFiles(edition: Edition): Promise<string[]> {
  const paths: string[] = [];
  const add = (of: MainFeed, part?: number) => {
    for (const one of series) if (one.of === of) paths.push(pathOf(edition, one, part));
  };
  for (const of of main) {
    const { parts } = await loadNewestIds(edition, of);
    add(of);
    for (let part = 1; part <= parts; part += 1) {
      // So that a build knows which parts are as they were before it asks for their documents.
      await loadPartIds(edition, of, part);
      add(of, part);
    }
  }
  return paths;
}

/** The paths of the feeds of all tags, categories and people. */
export function listFacetFiles(edition: Edition): string[] {
  return listFeeds(edition).flatMap(({ of, path }) => (of === undefined ? [path] : []));
}

/** One document by its path, made of the entries that it holds and no others; `undefined` where none is. */
export async function buildFeedFile(
  edition: Edition,
  loadFormulas: LoadFormulas,
  path: string,
): Promise<FeedFile | undefined> {
  const number = /\/([1-9]\d*)\.[a-z]+$/.exec(path)?.[1];
  const part = number === undefined ? undefined : Number(number);
  const found = series.find((one) => pathOf(edition, one, part) === path);
  if (found) return await buildMainFile(edition, loadFormulas, found, part);
  const source = findFeed(edition, path);
  return source && (await buildFacetFile(edition, loadFormulas, source));
}

async function buildMainFile(
  edition: Edition,
  loadFormulas: LoadFormulas,
  one: Series,
  part: number | undefined,
): Promise<FeedFile> {
  const { of, flavour, format } = one;
  const entries = new Entries(edition, flavour, loadFormulas);
  const path = pathOf(edition, one, part);
  const addressOf = (other?: number) => edition.routes.absolute(pathOf(edition, one, other));
  const before = (last: number) => (last >= 1 ? addressOf(last) : undefined);
  const build = async (ids: readonly string[], archive: Archive): Promise<FeedFile> => {
    const items: FeedItem[] = [];
    for (const id of ids) items.push(await entries.load(of, id));
    const pictures = flavour === 'pictures';
    const source = followAll(edition, of);
    return { path, format, feed: buildFeed(edition, source, path, items, { pictures, archive }) };
  };
  if (part === undefined) {
    const { ids, parts } = await loadNewestIds(edition, of);
    return await build(ids, { previous: before(parts) });
  }
  const { ids, isLast } = await loadPartIds(edition, of, part);
  return await build(ids, {
    previous: before(part - 1),
    next: isLast ? undefined : addressOf(part + 1),
    current: addressOf(),
  });
}

async function buildFacetFile(
  edition: Edition,
  loadFormulas: LoadFormulas,
  source: FeedSource,
): Promise<FeedFile> {
  const { digest } = edition;
  const entries = new Entries(edition, 'mathml', loadFormulas);
  const ranked = source.papers.flatMap((slug) => {
    const paper = paperAt(digest, slug);
    return paper.body ? [{ slug, ...rankPaper(digest.site, paper) }] : [];
  });
  const items = await loadNewest(ranked, ({ slug }) => entries.load('papers', slug));
  const { path } = source;
  return { path, format: 'atom', feed: buildFeed(edition, source, path, items) };
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
