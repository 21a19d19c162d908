import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { SaxesParser } from 'saxes';
import { validateXML } from 'xmllint-wasm';
import { renderRobots } from '../../src/exports/robots.ts';
import { listPages, renderSitemap } from '../../src/exports/sitemap.ts';
import { readEdition } from '../edition.ts';
import { readEditions } from './editions.ts';

const edition = await readEdition();
const { routes } = edition;
const pages = listPages(edition);
const changedOf = (path: string) =>
  pages.find(({ address }) => address === routes.absolute(path))?.changed;

test('a page changed when the newest of what it shows was summarised, corrected or withdrawn', () => {
  assert.equal(changedOf(routes.paper('paper-1')), '2026-03-05');
  assert.equal(changedOf(routes.paper('paper-4')), '2026-02-10');
  assert.equal(changedOf(routes.paper('paper-2')), '2026-01-12');
  assert.equal(changedOf(routes.paper('listed')), '2026-03-01');
  assert.equal(changedOf(routes.issue('2026-01')), '2026-03-05');
  assert.equal(changedOf(routes.issue('2026-02')), '2026-02-28');
  assert.equal(changedOf(routes.tag('alloys')), '2026-03-05');
  assert.equal(changedOf(routes.category('math-pr')), '2026-02-20');
  assert.equal(changedOf(routes.author('ironworks')), '2026-03-05');
  assert.equal(changedOf(routes.home()), '2026-03-05');
  assert.equal(changedOf(routes.about()), undefined);
});

test('no page stands in it twice, and every day is one', async () => {
  for (const one of await readEditions()) {
    const all = listPages(one);
    assert.equal(new Set(all.map(({ address }) => address)).size, all.length);
    for (const { address, changed = '2000-01-01' } of all) {
      assert.ok(address.startsWith(one.digest.site.url));
      assert.match(changed, /^\d{4}-\d\d-\d\d$/);
    }
  }
});

/** Element names with what is directly in them, as the protocol has them. */
function readXml(xml: string): { root: string; entries: Record<string, string>[] } {
  const parser = new SaxesParser({ xmlns: true });
  const path: string[] = [];
  const entries: Record<string, string>[] = [];
  let root = '';
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, uri }) => {
    assert.equal(uri, 'http://www.sitemaps.org/schemas/sitemap/0.9');
    path.push(name);
    if (path.length === 1) root = name;
    if (path.length === 2) entries.push({});
  });
  parser.on('text', (text) => {
    const entry = entries.at(-1);
    if (path.length === 3 && entry) entry[path[2] ?? ''] = text;
  });
  parser.on('closetag', () => path.pop());
  parser.write(xml).close();
  return { root, entries };
}

test('one file names all pages, as long as it may', () => {
  const [file, ...parts] = renderSitemap(pages, routes);
  assert.equal(parts.length, 0);
  assert.equal(file.path, '/digest/sitemap.xml');
  const { root, entries } = readXml(file.xml);
  assert.equal(root, 'urlset');
  assert.deepEqual(
    entries,
    pages.map(({ address, changed }) => ({ loc: address, ...(changed && { lastmod: changed }) })),
  );
});

test('more pages than a file may hold come in parts that an index names', () => {
  const [index, ...parts] = renderSitemap(pages, routes, 10);
  const { root, entries } = readXml(index.xml);
  assert.equal(root, 'sitemapindex');
  assert.deepEqual(
    entries.map(({ loc }) => loc),
    parts.map(({ path }) => routes.absolute(path)),
  );
  assert.equal(entries[0]?.['lastmod'], '2026-03-05');
  const named = parts.flatMap(({ xml }) => readXml(xml).entries.map(({ loc }) => loc));
  assert.deepEqual(
    named,
    pages.map(({ address }) => address),
  );
  assert.ok(parts.every(({ xml }) => readXml(xml).entries.length <= 10));
});

test('xmllint finds both kinds of file as the protocol has them', async () => {
  const schema = readFileSync('tests/exports/sitemap.xsd', 'utf8');
  const judge = async (contents: string) => {
    const xml = [{ fileName: 'sitemap.xml', contents }];
    return (await validateXML({ xml, schema })).errors.map(({ message }) => message);
  };
  for (const { xml } of [...renderSitemap(pages, routes), ...renderSitemap(pages, routes, 10)]) {
    assert.deepEqual(await judge(xml), []);
  }
  const [{ xml }] = renderSitemap([{ address: 'titans', changed: 'soon' }], routes);
  assert.ok((await judge(xml)).length > 1, 'what is wrong would be found');
});

test('robots may read everything, and are told where the addresses are', () => {
  assert.equal(
    renderRobots(routes),
    'User-agent: *\nAllow: /\n\nSitemap: https://ferrous.example/digest/sitemap.xml\n',
  );
});
