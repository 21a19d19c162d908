import type { ElementContent } from 'hast';
import { renderPage, withoutFolder } from '../body/rendering/html.ts';
import type { Edition } from '../digest/edition.ts';
import { groupFeeds } from '../feeds/catalogue.ts';
import { renderItem } from '../feeds/item-parts.ts';
import { buildPaperBlocks } from '../feeds/items.ts';
import { specimen } from '../formula-pictures/specimen.ts';
import { FEED_FORMATS, strangers, type FeedFormat } from '../routes.ts';
import { count, text } from '../text.ts';
import type { IndexEntry } from './indexes.ts';
import type { Page, TextLink } from './page.ts';

/** What there is to follow, what it looks like, and what to try first. */
export type FeedsView = {
  page: Page;
  main: MainFeed[];
  groups: FeedGroupView[];
  opml: string;
  /** A formula of each kind as it should look, and the feeds that hold it. */
  trial: { html: string; feeds: Address[] };
  /** The newest summary as an entry; absent where there is none. */
  sample?: { title: string; html: string };
};

/** Feeds of tags, categories or people; of too many to list them, the index of their pages. */
export type FeedGroupView = {
  id: string;
  title: string;
  entries: IndexEntry[];
  index?: { said: string; link: TextLink };
};

export type MainFeed = {
  title: string;
  description: string;
  /** In each format, in both flavours. */
  addresses: Address[];
  pictures: Address[];
};

/** The full address, as it is put into a reader, and what is there. */
export type Address = { name: string; href: string };

const formats = Object.keys(FEED_FORMATS) as FeedFormat[];

export function buildFeeds(edition: Edition): FeedsView {
  const { routes } = edition;
  const sample = buildSample(edition);
  const { trial } = text.feeds;
  return {
    page: { title: text.feeds.title, description: text.feeds.intro, path: routes.feeds() },
    main: [buildMain(edition, 'papers'), buildMain(edition, 'issues')],
    groups: buildGroups(edition),
    opml: routes.opml(),
    trial: {
      html: renderPage(specimen, { idPrefix: '', headingShift: 0, resolve: withoutFolder }),
      feeds: [false, true].map((pictures) => ({
        name: pictures ? trial.pictures : trial.mathml,
        href: routes.absolute(routes.trialFeed(pictures)),
      })),
    },
    ...(sample && { sample }),
  };
}

function buildMain({ routes }: Edition, of: 'papers' | 'issues'): MainFeed {
  const [title, description] = text.feeds.main[of];
  const list = (pictures: boolean) =>
    formats.map((format) => ({
      name: text.feeds.formats[format],
      href: routes.absolute(routes.feed(of, format, pictures)),
    }));
  return { title, description, addresses: list(false), pictures: list(true) };
}

function buildGroups(edition: Edition): FeedsView['groups'] {
  const { routes } = edition;
  const byGroup = groupFeeds(edition);
  const indexes = {
    tags: { href: routes.tags(), text: text.list.tags },
    categories: { href: `${routes.tags()}#categories`, text: text.list.categories },
    people: { href: routes.authors(), text: text.list.authors },
  };
  return (['tags', 'categories', 'people'] as const).flatMap((id): FeedGroupView[] => {
    const { feeds, all } = byGroup.get(id) ?? { feeds: [], all: 0 };
    if (all === 0) return [];
    const entries = feeds.map(({ label, path, papers }) => ({
      href: path,
      text: label,
      count: count(countSummaries(edition, papers), 'summary', 'summaries'),
    }));
    const index = { said: text.feeds.eachOnItsPage(all), link: indexes[id] };
    return [{ id, title: text.feeds.groups[id], entries, ...(feeds.length === 0 && { index }) }];
  });
}

/** Of papers by their slugs: listings among them are no entries. */
function countSummaries({ digest }: Edition, papers: readonly string[]): number {
  return papers.filter((slug) => digest.paperBySlug.get(slug)?.body).length;
}

/** Made by what makes the feeds, with the addresses and the depth of headings of this page. */
function buildSample(edition: Edition): FeedsView['sample'] {
  const paper = edition.digest.papers.find(({ body, withdrawn }) => body && !withdrawn);
  if (!paper) return undefined;
  const form = { address: (path: string) => path, headingShift: 2 };
  const blocks = buildPaperBlocks(edition, paper, form);
  markStrangers(blocks);
  return { title: paper.title.plain, html: renderItem(blocks) };
}

/** On a page, a link to an address that a stranger gave says so; in a feed there is nobody to tell. */
function markStrangers(nodes: readonly ElementContent[]): void {
  for (const node of nodes) {
    if (node.type !== 'element') continue;
    const { href } = node.properties;
    if (typeof href === 'string' && /^[a-z]+:/i.test(href)) node.properties['rel'] = [strangers];
    markStrangers(node.children);
  }
}
