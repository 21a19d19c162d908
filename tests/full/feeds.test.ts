import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { DatabaseSync } from 'node:sqlite';
import { parseFragment } from 'parse5';
import { runChild } from '../../src/cli/child.ts';
import { findProgram } from '../../src/cli/programs.ts';
import { buildFixture, type Fixture } from '../fixture.ts';
import { readWithFeedsmith } from '../feeds/parsers.ts';
import { listFiles, textOf } from '../site/site.ts';

const dist = '.cache/test/site-digest';
const folder = path.resolve('.cache/test/newsboat');

/** Why a test cannot run; `false` where it can. */
function missing(program: string): string | false {
  return findProgram(program) === undefined && `${program} is not installed`;
}

let site: Fixture;
before(async () => {
  site = await buildFixture('digest');
});
after(() => site.close());

test('Debian’s xmllint finds every document well-formed', { skip: missing('xmllint') }, () => {
  const files = listFiles(dist)
    .filter((file) => /\/feed\.xml$|^feeds\/.*\.(?:atom|xml|opml)$/.test(file))
    .map((file) => path.join(dist, file));
  assert.ok(files.length > 10);
  const { status, stderr } = spawnSync('xmllint', ['--noout', '--nonet', ...files], {
    encoding: 'utf8',
  });
  assert.equal(stderr, '');
  assert.equal(status, 0);
});

type Row = {
  guid: string;
  title: string;
  author: string;
  url: string;
  day: string;
  content: string;
};

/** What newsboat keeps of a feed that it fetched from the built site. */
async function follow(file: string): Promise<Row[]> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const at = (name: string) => path.join(folder, name);
  writeFileSync(at('urls'), `${site.url}${file}\n`);
  const { code, output } = await runChild(
    'newsboat',
    ['-u', at('urls'), '-c', at('cache.db'), '-C', '/dev/null', '-x', 'reload'],
    { env: { HOME: folder, LC_ALL: 'C.UTF-8' }, limit: 120_000 },
  );
  assert.equal(code, 0, output);
  const database = new DatabaseSync(at('cache.db'), { readOnly: true });
  const rows = database
    .prepare(
      "SELECT guid, title, author, url, date(pubDate, 'unixepoch') AS day, content FROM rss_item ORDER BY guid",
    )
    .all() as Row[];
  database.close();
  return rows;
}

test('newsboat keeps every entry whole', { skip: missing('newsboat') }, async () => {
  for (const file of ['papers.atom', 'papers.xml', 'papers-pictures.atom', 'issues.atom']) {
    const source = readFileSync(path.join(dist, 'feeds', file), 'utf8');
    const read = readWithFeedsmith(file.endsWith('.xml') ? 'rss' : 'atom', source);
    const squeeze = (html = '') => textOf(parseFragment(html)).replace(/\s+/g, ' ').trim();
    const kept = await follow(`feeds/${file}`);
    const count = (html = '', what: RegExp) => html.match(what)?.length ?? 0;
    assert.deepEqual(
      kept.map(({ guid, title, url, day, content }) => ({
        guid,
        title,
        url,
        day,
        text: squeeze(content),
        formulas: count(content, /<math[ >]/g),
        pictures: count(content, /<img /g),
      })),
      read.items
        .map(({ id = '', title, url, published, html }) => ({
          guid: id,
          title,
          url,
          day: published,
          text: squeeze(html),
          formulas: count(html, /<math[ >]/g),
          pictures: count(html, /<img /g),
        }))
        .sort((a, b) => (a.guid < b.guid ? -1 : 1)),
      file,
    );
    assert.ok(kept.length > 0);
  }
});
