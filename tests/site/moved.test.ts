import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { assemble } from '../../src/digest/assemble.ts';
import { contentFolder } from '../../src/digest/folders.ts';
import { listMoves } from '../../src/digest/moves.ts';
import { entryKinds, readEntries } from '../../src/digest/read.ts';
import { attribute, dist, listFiles, readPages } from './site.ts';

const content = contentFolder();
const { edition } = await assemble(content, readEntries(content, entryKinds));
assert.ok(edition);
const { digest, routes, recorded } = edition;
const moves = listMoves(digest, routes, recorded);
const pages = new Map(readPages().map((page) => [routes.base + page.address, page]));
const files = listFiles(dist);

test('a former address leads on, with a script and without, and says where', () => {
  assert.ok(moves.length > 0);
  for (const { from, to } of moves) {
    const page = pages.get(from);
    assert.ok(page, from);
    assert.ok(pages.has(to), to);
    const find = (tag: string, name: string, value: string) =>
      page.elements.find((one) => one.tagName === tag && attribute(one, name) === value);
    const canonical = find('link', 'rel', 'canonical');
    assert.equal(canonical && attribute(canonical, 'href'), new URL(to, digest.site.url).href);
    assert.ok(find('meta', 'name', 'robots'), from);
    assert.ok(page.html.includes(`<noscript><meta http-equiv="refresh" content="0; url=${to}">`));
    const link = page.elements.find((one) => attribute(one, 'data-moved-to') !== undefined);
    assert.equal(link && attribute(link, 'href'), to);
  }
});

test('only pages at former addresses lead on', () => {
  const former = new Set(moves.map(({ from }) => from));
  for (const [address, { html }] of pages)
    assert.equal(html.includes('http-equiv="refresh"'), former.has(address), address);
});

test('what can be had beside a page can be had at its former addresses, and hosts that read rules lead on', () => {
  const rules = new Map(
    readFileSync(path.join(dist, '_redirects'), 'utf8')
      .split('\n')
      .filter((line) => line.endsWith(' 301'))
      .map((line) => line.split(' ') as [string, string]),
  );
  for (const { from, to } of moves) {
    assert.equal(rules.get(from), to);
    const [former, page] = [from, to].map((one) => one.slice(routes.base.length, -1)) as [
      string,
      string,
    ];
    for (const file of files.filter((one) => /^[./]/.test(one.slice(page.length)))) {
      if (!file.startsWith(page) || file === `${page}/index.html`) continue;
      const copy = former + file.slice(page.length);
      assert.ok(files.includes(copy), copy);
      assert.deepEqual(readFileSync(path.join(dist, copy)), readFileSync(path.join(dist, file)));
      assert.equal(rules.get(routes.base + copy), routes.base + file);
    }
  }
});

test('an anchor of before is there once, at the paper and in its issue', () => {
  for (const { slug, issue, anchors, aliases, body } of digest.papers) {
    const alone = pages.get(routes.paper(slug));
    const within = pages.get(routes.issue(issue));
    assert.ok(alone && within, slug);
    const olds = Object.keys(anchors);
    for (const id of olds) assert.equal(alone.html.split(` id="${id}"`).length, 2, id);
    for (const alias of aliases) {
      assert.equal(within.html.split(` id="${alias}"`).length, 2, alias);
      if (!body) continue;
      for (const id of [...olds, 'the-key-idea']) {
        const count: number = within.html.split(` id="${alias}--${id}"`).length;
        assert.equal(count, 2, `${alias}--${id}`);
      }
    }
  }
});
