import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { parseOpml } from 'feedsmith';
import { parseFragment, type DefaultTreeAdapterTypes as Parse5 } from 'parse5';
import { assemble } from '../../src/digest/assemble.ts';
import { contentFolder } from '../../src/digest/folders.ts';
import { entryKinds, readEntries } from '../../src/digest/read.ts';
import { groupFeeds, listFeeds } from '../../src/feeds/catalogue.ts';
import { FEED_FORMATS, type FeedFormat } from '../../src/routes.ts';
import { sanitizeForFreshRss } from '../feeds/freshrss.ts';
import { sanitizeForMiniflux } from '../feeds/miniflux.ts';
import {
  assertWellFormed,
  readWithFeedsmith,
  readWithRssParser,
  readXhtml,
  type Read,
} from '../feeds/parsers.ts';
import { attribute, dist, listOwnFiles, readPages, textOf } from './site.ts';

const content = contentFolder();
const { edition } = await assemble(content, readEntries(content, entryKinds));
assert.ok(edition);
const { digest, routes } = edition;
const { authority } = digest.site.feeds;
const all = listOwnFiles(routes.base);

/** A document of a feed as it was built. */
type Document = { address: string; format: FeedFormat; source: string; read: Read };

const documents = all
  .filter((file) => /^feeds\/(?!feeds\.opml|index\.html)/.test(file) || file.endsWith('/feed.xml'))
  .map((file): Document => {
    const source = readFileSync(path.join(dist, file), 'utf8');
    const format = file.endsWith('.json') ? 'json' : source.includes('<rss ') ? 'rss' : 'atom';
    const address = routes.base + file;
    return { address, format, source, read: readWithFeedsmith(format, source) };
  });

const idOf = (kind: 'paper' | 'issue', id: string) => `tag:${authority}:${kind}/${id}`;
const summaries = digest.papers.filter(({ body }) => body);
const isTrial = ({ address }: Document) => address.includes('/feeds/try');

function* walk(node: Parse5.Node): Generator<Parse5.Element> {
  if ('tagName' in node) yield node;
  if ('childNodes' in node) for (const child of node.childNodes) yield* walk(child);
}

/** Every entry, with the first document that holds it. */
const entries = [
  ...new Map(
    documents
      .toReversed()
      .flatMap(({ address, read }) => read.items.map(({ html = '' }) => [html, address] as const)),
  ),
].map(([html, address]) => ({ html, address }));

/** The main feeds, and one of each kind of the others, which hold the same entries. */
const kinds = [...new Map(documents.toReversed().map((one) => [kindOf(one), one])).values()];

function kindOf({ address }: Document): string {
  return address.endsWith('/feed.xml') ? (address.split('/').at(-3) ?? '') : address;
}

test('every document is well-formed, and so is the markup of every entry', async () => {
  await assertWellFormed(
    ...documents.filter(({ format }) => format !== 'json').map(({ source }) => source),
  );
  await assertWellFormed(...entries.map(({ html }) => `<div>${html}</div>`));
});

test('every summary and every issue is an entry of its feeds, in all formats and flavours', () => {
  const expected = {
    papers: summaries.map(({ id }) => idOf('paper', id)).sort(),
    issues: digest.issues.map(({ id }) => idOf('issue', id)).sort(),
  };
  for (const kind of ['papers', 'issues'] as const) {
    for (const format of ['atom', 'rss', 'json'] as const) {
      for (const pictures of [false, true]) {
        const start = routes.feed(kind, format, pictures);
        const archive = start.replace(/\.[a-z]+$/, '/');
        const own = documents.filter(
          (one) =>
            one.address === start || (one.format === format && one.address.startsWith(archive)),
        );
        const ids = own.flatMap(({ read }) => read.items.map(({ id }) => id ?? ''));
        assert.deepEqual([...new Set(ids)].sort(), expected[kind], start);
        for (const { read, address } of own)
          assert.equal(new Set(read.items.map(({ id }) => id)).size, read.items.length, address);
      }
    }
  }
});

test('an entry has its title, its absolute address, its days, its writers, its tags and its sentence', () => {
  const byId = new Map(summaries.map((paper) => [idOf('paper', paper.id), paper]));
  for (const { read } of documents) {
    for (const item of read.items) {
      const paper = byId.get(item.id ?? '');
      if (!paper) continue;
      assert.equal(item.title, paper.title.plain);
      assert.equal(item.url, routes.absolute(routes.paper(paper.slug)));
      assert.equal(item.published, paper.summarised);
      const changes = [...paper.corrections, ...(paper.withdrawn ? [paper.withdrawn] : [])];
      assert.equal(
        item.updated,
        [paper.summarised ?? '', ...changes.map(({ date }) => date)].sort().at(-1),
      );
      assert.deepEqual(
        item.authors,
        paper.writers.map((id) => digest.personById.get(id)?.name),
      );
      assert.equal(item.summary, paper.tldr.plain);
      for (const id of paper.tags) assert.ok(item.topics.includes(digest.tagById.get(id)?.label));
    }
  }
});

test('a second parser reads the same', async () => {
  for (const { address, format, source, read } of kinds) {
    if (format === 'json') continue;
    const other = await readWithRssParser(source);
    const pick = (items: typeof other) =>
      items.map(({ id, url, title, published }) => [id, url, title, published]);
    assert.deepEqual(pick(other), pick(read.items as typeof other), address);
    const texts =
      format === 'rss'
        ? other.map(({ html = '' }) => textOf(parseFragment(html)))
        : readXhtml(source).map(({ text }) => text);
    assert.deepEqual(
      texts,
      read.items.map(({ html = '' }) => textOf(parseFragment(html))),
      address,
    );
  }
});

test('ids are tag: URIs of the authority, and each feed has one', () => {
  const ids = new Set<string>();
  for (const { address, format, read } of documents) {
    for (const { id } of read.items) assert.ok(id?.startsWith(`tag:${authority}:`), address);
    const { id = '' } = read;
    if (format !== 'atom' || read.links.some((link) => link?.startsWith('current '))) continue;
    assert.ok(id.startsWith(`tag:${authority}:feed/`), address);
    assert.ok(!ids.has(id), `${address}: ${id}`);
    ids.add(id);
  }
});

test('a document says once where it is, leads only to documents that are there, and is no larger than readers take', () => {
  const addresses = new Set(documents.map(({ address }) => routes.absolute(address)));
  for (const { address, format, source, read } of documents) {
    const self = read.links.filter((link) => link?.startsWith('self '));
    assert.deepEqual(self, [`self ${routes.absolute(address)}`], address);
    for (const link of read.links) {
      const [, rel = '', href = ''] = /^(\S+) (.*)$/.exec(link ?? '') ?? [];
      if (/^(?:current|prev-archive|next-archive)$/.test(rel))
        assert.ok(addresses.has(href), `${address} → ${link}`);
    }
    assert.ok(read.items.length <= 50, address);
    assert.ok(Buffer.byteLength(source) < 1_000_000, `${address}: ${Buffer.byteLength(source)}`);
    assert.equal(/\.([a-z]+)$/.exec(address)?.[1] ?? '', extensionOf(address, format));
  }
});

/** Beside its page a feed is `feed.xml`. */
function extensionOf(address: string, format: FeedFormat): string {
  return address.endsWith('/feed.xml') ? 'xml' : FEED_FORMATS[format].extension;
}

test('nothing in an entry needs a style, a class, an id or a script, and every address is whole', () => {
  let addresses = 0;
  for (const { address, html } of entries) {
    for (const element of walk(parseFragment(html))) {
      assert.ok(
        !['script', 'style', 'iframe', 'object', 'svg', 'template', 'form'].includes(
          element.tagName,
        ),
        address,
      );
      for (const { name, value } of element.attrs) {
        assert.ok(!/^on|^class$|^id$|^style$|^data-|^srcset$/.test(name), `${address}: ${name}`);
        if (name !== 'href' && name !== 'src') continue;
        assert.match(value, /^(?:https?:\/\/[^/]|mailto:)/, `${address}: ${value}`);
        addresses += 1;
      }
    }
    assert.doesNotMatch(html, /katex/, address);
  }
  assert.ok(addresses > 0);
});

test('what an entry leads to on this site is there', () => {
  const files = new Set(all);
  const ids = new Map(
    readPages().map(({ address, elements }) => [
      address,
      new Set(elements.map((element) => attribute(element, 'id'))),
    ]),
  );
  const home = routes.absolute(routes.base);
  for (const { address, html } of entries) {
    for (const element of walk(parseFragment(html))) {
      const target = attribute(element, 'href') ?? attribute(element, 'src');
      if (!target?.startsWith(home)) continue;
      const [place = '', anchor] = target.slice(home.length).split('#');
      const file = place === '' || place.endsWith('/') ? `${place}index.html` : place;
      assert.ok(files.has(decodeURI(file)), `${address} → ${target}`);
      if (anchor !== undefined && file.endsWith('index.html'))
        assert.ok(ids.get(place)?.has(decodeURIComponent(anchor)), `${address} → ${target}`);
    }
  }
});

test('formulas are MathML or pictures, never both, displayed ones in a paragraph of their own', () => {
  const shown = new Map<string, number>();
  for (const { address, read } of documents) {
    const isPictures = address.includes('-pictures');
    for (const { id, html = '' } of read.items) {
      const elements = [...walk(parseFragment(html))];
      const maths = elements.filter(({ tagName }) => tagName === 'math');
      const pictures = elements.filter(
        (element) =>
          element.tagName === 'img' && (attribute(element, 'src') ?? '').includes('/formulas/'),
      );
      assert.ok(!elements.some(({ tagName }) => tagName === 'annotation'), address);
      if (!isPictures) assert.equal(pictures.length, 0, address);
      for (const picture of pictures) {
        assert.ok(attribute(picture, 'alt'), address);
        assert.match(attribute(picture, 'width') ?? '', /^[1-9]\d*$/, address);
        assert.match(attribute(picture, 'height') ?? '', /^[1-9]\d*$/, address);
      }
      // As many in each flavour.
      const known = shown.get(id ?? '') ?? maths.length + pictures.length;
      assert.equal(maths.length + pictures.length, known, `${address} ${id}`);
      shown.set(id ?? '', known);
      for (const formula of maths.filter((one) => attribute(one, 'display') === 'block')) {
        const parent = formula.parentNode as Parse5.Element;
        assert.equal(parent.tagName, 'p', address);
        const rest = parent.childNodes.filter((child) => child !== formula).map(textOf);
        assert.match(rest.join(''), /^(?: \([^)]+\))?$/, address);
      }
    }
  }
  for (const paper of summaries.filter(({ withdrawn }) => !withdrawn))
    assert.ok((shown.get(idOf('paper', paper.id)) ?? 0) >= (paper.facts?.formulas ?? 0));
});

test('readers that strip most of it leave each formula once, and every word', () => {
  const base = routes.absolute(routes.base);
  for (const { address, html } of entries) {
    const take = (source: string) => {
      const elements = [...walk(parseFragment(source))];
      return {
        text: textOf(parseFragment(source)).replace(/\s+/g, ' '),
        formulas: elements.filter(({ tagName }) => tagName === 'math').map(textOf),
        pictures: elements
          .filter(({ tagName }) => tagName === 'img')
          .map((image) => [attribute(image, 'src'), attribute(image, 'alt')]),
        cells: elements.filter(({ tagName }) => /^t[dh]$/.test(tagName)).map(textOf),
        code: elements.filter(({ tagName }) => /^(?:pre|code)$/.test(tagName)).map(textOf),
      };
    };
    const whole = take(html);
    assert.deepEqual(take(sanitizeForMiniflux(html, base)), whole, address);
    assert.deepEqual(take(sanitizeForFreshRss(html)), whole, address);
  }
});

test('the list of feeds has every feed that is offered, and none that is not there', () => {
  const opml = parseOpml(readFileSync(path.join(dist, 'feeds/feeds.opml'), 'utf8'));
  const listed = opml.body?.outlines?.flatMap(({ outlines = [] }) =>
    outlines.map(({ xmlUrl }) => xmlUrl ?? ''),
  );
  // As Atom and in the first flavour: the others bring the same entries, the archive brings older ones.
  const built = documents
    .filter((one) => one.format === 'atom' && !one.address.includes('-pictures') && !isTrial(one))
    .filter(({ read }) => !read.links.some((link) => link?.startsWith('current ')))
    .map(({ address }) => routes.absolute(address));
  const groups = [...groupFeeds(edition).values()];
  const left = groups.reduce((sum, { feeds, all }) => sum + all - feeds.length, 0);
  assert.equal(listed?.length, built.length - left);
  assert.deepEqual(
    listed.filter((address) => !built.includes(address)),
    [],
  );
});

test('a page that a feed follows says so, to programs and to readers; every page names the main feeds', () => {
  const pages = new Map(readPages().map((page) => [routes.base + page.address, page]));
  const alternates = (of: Parse5.Element[]) =>
    of
      .filter((one) => one.tagName === 'link' && attribute(one, 'rel') === 'alternate')
      .map((one) => [attribute(one, 'type'), attribute(one, 'href')].join(' '));
  for (const { elements, address } of pages.values()) {
    const named = alternates(elements);
    for (const kind of ['papers', 'issues'] as const)
      for (const format of ['atom', 'rss'] as const)
        assert.ok(
          named.includes(`${FEED_FORMATS[format].type} ${routes.feed(kind, format)}`),
          address,
        );
  }
  for (const { of, home, path: feed } of listFeeds(edition)) {
    if (of !== undefined) continue;
    const page = pages.get(home);
    assert.ok(page, home);
    assert.ok(alternates(page.elements).includes(`application/atom+xml ${feed}`), home);
    assert.ok(
      page.elements.some((one) => one.tagName === 'a' && attribute(one, 'href') === feed),
      home,
    );
  }
});

test('the page of feeds shows every address that is offered, and an entry without anything of KaTeX in it', () => {
  const page = readPages().find(({ address }) => address === 'feeds/');
  assert.ok(page);
  const links = new Set(
    page.elements.filter(({ tagName }) => tagName === 'a').map((one) => attribute(one, 'href')),
  );
  const offered = [...groupFeeds(edition).values()].flatMap(({ feeds }) => feeds);
  const shown = new Set(offered.map((feed) => feed.path));
  const left = new Set(
    listFeeds(edition).flatMap((feed) => (shown.has(feed.path) ? [] : [feed.path])),
  );
  for (const document of documents) {
    if (left.has(document.address)) continue;
    const isArchive = document.read.links.some((link) => link?.startsWith('current '));
    if (isArchive || /^\d+\.json$/.test(path.posix.basename(document.address))) continue;
    const { address } = document;
    assert.ok(links.has(address) || links.has(routes.absolute(address)), address);
  }
  assert.ok(links.has(routes.opml()));
  const sample = page.elements.find((one) => attribute(one, 'role') === 'region');
  assert.equal(
    sample !== undefined,
    summaries.some(({ withdrawn }) => !withdrawn),
  );
  if (sample)
    for (const element of walk(sample))
      assert.doesNotMatch(attribute(element, 'class') ?? '', /katex|formula/);
});
