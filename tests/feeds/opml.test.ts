import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseOpml } from 'feedsmith';
import { listFeeds } from '../../src/feeds/catalogue.ts';
import { renderOpml } from '../../src/feeds/opml.ts';
import { tags } from '../digest/fixture.ts';
import { readEdition } from '../edition.ts';
import { buildEdition } from './edition.ts';
import { assertWellFormed } from './parsers.ts';

test('every feed is in it once, under what it is of, with the page that it follows', async () => {
  const edition = await readEdition();
  const source = renderOpml(edition);
  await assertWellFormed(source);
  const groups = parseOpml(source).body?.outlines ?? [];
  assert.deepEqual(
    groups.map(({ text }) => text),
    ['Everything', 'Tags', 'Categories', 'People'],
  );
  const { absolute } = edition.routes;
  assert.deepEqual(
    groups.flatMap(({ outlines = [] }) =>
      outlines.map(({ type, text, xmlUrl, htmlUrl }) => [type, text, xmlUrl, htmlUrl]),
    ),
    listFeeds(edition).map(({ label, path, home }) => [
      'rss',
      `Ferrous Notes: ${label}`,
      absolute(path),
      absolute(home),
    ]),
  );
});

test('names of strangers stay text', async () => {
  const site = `name: '"><outline/> & ]]>'\nurl: https://shore.example/\n`;
  const source = renderOpml(buildEdition([tags()], site));
  await assertWellFormed(source);
  assert.equal(parseOpml(source).head?.title, '"><outline/> & ]]>');
});
