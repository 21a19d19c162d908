import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { contentFolder } from '../../src/digest/folders.ts';
import { readSiteFile } from '../../src/digest/site-file.ts';
import { buildRoutes } from '../../src/routes.ts';
import type { FormulaDirectory, FormulaIndex } from '../../src/search/formulas.ts';
import { attribute, dist, listFiles, readPages, textOf } from './site.ts';

const { site } = readSiteFile(contentFolder());
assert.ok(site);
const routes = buildRoutes(site.url);
const pages = readPages();
const papers = pages.filter(({ address }) => /^papers\/(?!year\/)[^/]+\/$/.test(address));
const pathOf = (address: string) => path.join(dist, address.slice(routes.base.length));

/** What the index keeps of a paper, behind a mark of Pagefind's. */
type Fragment = {
  url: string;
  content: string;
  meta: Record<string, string>;
  anchors: { id: string }[];
};
const folder = pathOf(routes.searchIndex());
const fragments = listFiles(path.join(folder, 'fragment')).map((file) => {
  const bytes = gunzipSync(readFileSync(path.join(folder, 'fragment', file)));
  return JSON.parse(bytes.subarray('pagefind_dcd'.length).toString()) as Fragment;
});

test('every paper is searched, once, under its address', () => {
  assert.deepEqual(
    fragments.map(({ url }) => url).sort(),
    papers.map(({ address }) => routes.base + address).sort(),
  );
});

test('sections that the index names are on the page of their paper', () => {
  for (const { url, anchors, meta } of fragments) {
    const page = papers.find(({ address }) => routes.base + address === url);
    const ids = new Set(page?.elements.map((element) => attribute(element, 'id')));
    for (const { id } of anchors) assert.ok(ids.has(id), `${url}#${id}`);
    const heading = page?.elements.find(({ tagName }) => tagName === 'h1');
    assert.ok(heading && meta['title']);
    assert.equal(textOf(heading).slice(0, 5), meta['title'].slice(0, 5));
  }
});

test('no formula of KaTeX, and no source of one, is in what an excerpt shows', () => {
  for (const { url, content } of fragments) {
    assert.doesNotMatch(content, /\\(?:frac|mathcal|left|begin|operatorname)|\$\$|\{\\/, url);
  }
});

test('every formula of the index is set on the page that it leads to, at its anchor', () => {
  const read = (address: string) => JSON.parse(readFileSync(pathOf(address), 'utf8')) as unknown;
  const { parts } = read(routes.searchFormulas()) as FormulaDirectory;
  const all = parts.flatMap(({ address }) => (read(address) as FormulaIndex).papers);
  assert.ok(all.length > 0);
  for (const { href, sections, labelled } of all) {
    const page = papers.find(({ address }) => routes.base + address === href);
    assert.ok(page, href);
    const ids = new Set(page.elements.map((element) => attribute(element, 'id')));
    const set = new Set(page.elements.map((element) => attribute(element, 'data-tex')));
    for (const [anchor, ...formulas] of sections) {
      assert.ok(anchor === '' || ids.has(anchor), `${href}#${anchor}`);
      for (const tex of formulas) assert.ok(set.has(tex), `${href}: ${tex}`);
    }
    for (const [anchor, , tex] of labelled) {
      assert.ok(ids.has(anchor), `${href}#${anchor}`);
      assert.ok(set.has(tex), `${href}: ${tex}`);
    }
  }
});

test('no other page asks for anything of the search', () => {
  for (const { address, html } of pages) {
    if (address === 'search/') continue;
    assert.ok(!html.includes('pagefind') && !html.includes('wasm-unsafe-eval'), address);
  }
});
