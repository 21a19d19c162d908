import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import { JSDOM } from 'jsdom';
import Parser from 'rss-parser';
import { SaxesParser } from 'saxes';
import { memoryPages, validateXML } from 'xmllint-wasm';
import type { FeedFormat } from '../../src/routes.ts';

/** What a parser that had no part in making a feed read of it. */
export type Read = {
  id?: string;
  title?: string;
  links: (string | undefined)[];
  items: ReadItem[];
};
export type ReadItem = {
  id?: string | undefined;
  url?: string | undefined;
  title?: string | undefined;
  published?: string | undefined;
  updated?: string | undefined;
  authors: (string | undefined)[];
  topics: (string | undefined)[];
  summary?: string | undefined;
  /** As the reader gets it to show. */
  html?: string | undefined;
};

/** As feedsmith reads each format. */
export function readWithFeedsmith(format: FeedFormat, source: string): Read {
  if (format === 'atom') {
    const feed = parseAtomFeed(source);
    return {
      ...(feed.id && { id: feed.id }),
      ...(feed.title && { title: textOf(feed.title) }),
      links: (feed.links ?? []).map(({ rel, href }) => `${rel} ${href}`),
      items: (feed.entries ?? []).map((entry) => ({
        id: entry.id,
        url: entry.links?.find(({ rel }) => rel === 'alternate')?.href,
        title: textOf(entry.title),
        published: dayOf(entry.published),
        updated: dayOf(entry.updated),
        authors: (entry.authors ?? []).map(({ name }) => name),
        topics: (entry.categories ?? []).map(({ label }) => label),
        summary: textOf(entry.summary),
        html: textOf(entry.content),
      })),
    };
  }
  if (format === 'rss') {
    const feed = parseRssFeed(source);
    return {
      ...(feed.title && { title: feed.title }),
      links: (feed.atom?.links ?? []).map(({ rel, href }) => `${rel} ${href}`),
      items: (feed.items ?? []).map((item) => ({
        id: item.guid?.value,
        url: item.link,
        title: item.title,
        published: dayOf(item.pubDate),
        updated: dayOf(item.atom?.updated),
        authors: item.dc?.creators ?? [],
        topics: (item.categories ?? []).map(({ name }) => name),
        summary: item.description,
        html: item.content?.encoded,
      })),
    };
  }
  const feed = parseJsonFeed(source);
  return {
    ...(feed.title && { title: feed.title }),
    links: [
      `self ${feed.feed_url}`,
      ...(feed.next_url ? [`prev-archive ${feed.next_url}`] : []),
      ...(feed.hubs ?? []).map(({ url }) => `hub ${url}`),
    ],
    items: (feed.items ?? []).map((item) => ({
      id: item.id,
      url: item.url,
      title: item.title,
      published: dayOf(item.date_published),
      updated: dayOf(item.date_modified),
      authors: (item.authors ?? []).map(({ name }) => name),
      topics: item.tags ?? [],
      summary: item.summary,
      html: item.content_html,
    })),
  };
}

type RssParserItem = {
  id?: string;
  guid?: string;
  link?: string;
  title?: string;
  isoDate?: string;
  'content:encoded'?: string;
  content?: string;
};

type Short = Pick<ReadItem, 'id' | 'url' | 'title' | 'published' | 'html'>;

/**
 * As rss-parser reads Atom and RSS: less, and by another XML parser. That one forgets what came first of the words and
 * the elements in an element, so in xhtml it finds everything and puts it into another order.
 */
export async function readWithRssParser(source: string): Promise<Short[]> {
  const { items } = await new Parser<object, RssParserItem>().parseString(source);
  return items.map((item) => ({
    id: item.id ?? item.guid,
    url: item.link,
    title: item.title,
    published: dayOf(item.isoDate),
    html: item['content:encoded'] ?? item.content,
  }));
}

/** As a browser reads Atom: the markup of each entry, by a parser of XML that knows nothing of feeds. */
export function readXhtml(source: string): { text: string; html: string }[] {
  const { document } = new JSDOM(source, { contentType: 'application/xml' }).window;
  return [...document.querySelectorAll('entry > content > div')].map((div) => ({
    text: div.textContent,
    html: div.innerHTML,
  }));
}

/** Parses documents to the end, or throws at the first thing that is not well-formed XML: two parsers are asked. */
export async function assertWellFormed(...sources: string[]): Promise<void> {
  for (const source of sources) {
    const parser = new SaxesParser({ xmlns: true });
    parser.on('error', (error) => {
      throw error;
    });
    parser.write(source).close();
  }
  const { valid, rawOutput } = await validateXML({
    xml: sources.map((contents, index) => ({ fileName: `${index}.xml`, contents })),
    normalization: 'c14n',
    maxMemoryPages: memoryPages.GiB,
  });
  if (!valid) throw new Error(rawOutput);
}

function dayOf(date: unknown): string | undefined {
  return date === undefined ? undefined : new Date(date as string).toISOString().slice(0, 10);
}

function textOf(value: unknown): string {
  return typeof value === 'string'
    ? value
    : ((value as { value?: string } | undefined)?.value ?? '');
}
