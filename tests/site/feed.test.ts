import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { parseRssFeed } from 'feedsmith';
import { parse, type DefaultTreeAdapterTypes as Parse5 } from 'parse5';
import Parser from 'rss-parser';
import { SaxesParser } from 'saxes';
import { assemble } from '../../src/digest/assemble.ts';
import { contentFolder } from '../../src/digest/folders.ts';
import { entryKinds, readEntries } from '../../src/digest/read.ts';
import { attribute, dist } from './site.ts';

const content = contentFolder();
const { edition } = await assemble(content, readEntries(content, entryKinds));
assert.ok(edition);
const { digest, routes } = edition;
const xml = readFileSync(path.join(dist, 'feeds/papers.xml'), 'utf8');
const summaries = digest.papers.filter((paper) => paper.body && !paper.withdrawn).slice(0, 50);
const feed = parseRssFeed(xml);
const items = feed.items ?? [];

/** Parses to the end or throws at the first thing that is not well-formed XML. */
function assertWellFormed(text: string): void {
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(text).close();
}

function* walk(node: Parse5.Node): Generator<Parse5.Element> {
  if ('tagName' in node) yield node;
  if ('childNodes' in node) for (const child of node.childNodes) yield* walk(child);
}

test('the feed is well-formed, and so is the markup of every item', () => {
  assertWellFormed(xml);
  for (const item of items) assertWellFormed(`<div>${item.content?.encoded ?? ''}</div>`);
});

test('every summary is an item, once, and two parsers agree on it', async () => {
  const other = await new Parser().parseString(xml);
  assert.deepEqual(
    items.map((item) => item.guid?.value),
    summaries.map((paper) => `tag:${digest.site.feeds.authority}:paper/${paper.id}`),
  );
  assert.deepEqual(
    items.map((item) => [item.title, item.link, item.content?.encoded]),
    other.items.map((item) => [
      item.title,
      item.link,
      (item as Record<string, unknown>)['content:encoded'],
    ]),
  );
  assert.deepEqual(
    items.map((item) => item.title),
    summaries.map((paper) => paper.title.plain),
  );
});

test('an item has an absolute address, its day, its writers, its tags and its sentence', () => {
  items.forEach((item, index) => {
    const paper = summaries[index];
    assert.ok(paper);
    assert.equal(item.link, routes.absolute(routes.paper(paper.slug)));
    assert.equal(new Date(item.pubDate ?? '').toISOString().slice(0, 10), paper.summarised);
    assert.deepEqual(
      item.dc?.creators,
      paper.writers.map((id) => digest.personById.get(id)?.name),
    );
    assert.equal(item.description, paper.tldr.plain);
    assert.equal(item.guid?.isPermaLink, false);
  });
});

test('a formula comes as MathML, once, displayed ones in a paragraph of their own', () => {
  items.forEach((item, index) => {
    const paper = summaries[index];
    assert.ok(paper);
    const elements = [...walk(parse(item.content?.encoded ?? ''))];
    const formulas = elements.filter(({ tagName }) => tagName === 'math');
    assert.ok(formulas.length >= (paper.facts?.formulas ?? 0), paper.slug);
    assert.ok(!elements.some(({ tagName }) => tagName === 'annotation'), paper.slug);
    for (const formula of formulas.filter((math) => attribute(math, 'display') === 'block')) {
      const parent = formula.parentNode as Parse5.Element;
      assert.equal(parent.tagName, 'p', paper.slug);
      assert.equal(parent.childNodes.filter(({ nodeName }) => nodeName === 'math').length, 1);
    }
  });
});

test('nothing in an item needs a style, a class or a script, and every address is absolute', () => {
  for (const item of items) {
    for (const element of walk(parse(item.content?.encoded ?? ''))) {
      assert.ok(!['script', 'style', 'iframe', 'object', 'svg'].includes(element.tagName));
      for (const { name, value } of element.attrs) {
        assert.ok(!/^on|^class$|^id$|^data-/.test(name), `${item.link}: ${name}`);
        if (name === 'href' || name === 'src') {
          assert.match(value, /^(https?:\/\/|mailto:)/, `${item.link}: ${value}`);
        }
      }
    }
  }
});

test('the feed says where it is, and is no larger than readers take', () => {
  assert.ok(
    feed.atom?.links?.some(
      ({ rel, href }) => rel === 'self' && href === routes.absolute(routes.feed('papers', 'rss')),
    ),
  );
  assert.equal(feed.link, digest.site.url);
  assert.equal(feed.language, digest.site.language);
  assert.ok(Buffer.byteLength(xml) < 1_000_000, `${Buffer.byteLength(xml)} bytes`);
});
