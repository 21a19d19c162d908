import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { contentFolder } from '../../src/digest/folders.ts';
import { readSiteFile } from '../../src/digest/site-file.ts';
import { attribute, dist, listFiles, readPages } from './site.ts';

const { site } = readSiteFile(contentFolder());
assert.ok(site);
const sitemap = listFiles(dist)
  .filter((file) => /^sitemap(?:-\d+)?\.xml$/.test(file))
  .map((file) => readFileSync(path.join(dist, file), 'utf8'))
  .join('\n');
const named = [...sitemap.matchAll(/<url><loc>([^<]*)<\/loc>/g)].map(([, address = '']) => address);

test('every page that is to be found stands in the sitemap, and nothing else does', () => {
  const findable = readPages()
    .filter(({ address, elements }) => {
      const isHidden = elements.some(
        (element) =>
          attribute(element, 'name') === 'robots' &&
          attribute(element, 'content')?.includes('noindex') === true,
      );
      return !isHidden && address !== '404.html';
    })
    .map(({ address }) => site.url + address);
  assert.deepEqual([...named].sort(), findable.sort());
});

test('a page’s address in the sitemap is the one that it calls its own', () => {
  for (const { address, elements } of readPages()) {
    if (!named.includes(site.url + address)) continue;
    const canonical = elements.find((element) => attribute(element, 'rel') === 'canonical');
    assert.equal(canonical && attribute(canonical, 'href'), site.url + address);
  }
});

test('robots are led to it', () => {
  const robots = readFileSync(path.join(dist, 'robots.txt'), 'utf8');
  assert.match(robots, /^User-agent: \*\nAllow: \/\n/);
  assert.ok(robots.includes(`\nSitemap: ${site.url}sitemap.xml\n`));
});
