import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { readSite } from '../src/site.ts';
import { renderFavicon } from '../src/views/mark.ts';
import { findFirst } from './identity.ts';

test('no group has to change a file outside of its content: the program names none', () => {
  const files = [
    ...globSync('src/**/*.{ts,mjs,astro,mdx,css}'),
    ...globSync('public/**/*.*'),
    ...globSync('.github/**/*.{md,yml,yaml}'),
    ...globSync('*.{mjs,ts,toml}'),
  ];
  assert.ok(files.length > 200);
  const found = files.flatMap((file) => findFirst(file, readFileSync(file, 'utf8')));
  assert.deepEqual(found, []);
});

test('the licence is the site’s own matter', () => {
  const template = readFileSync('.github/PULL_REQUEST_TEMPLATE.md', 'utf8');
  assert.doesNotMatch(template, /CC BY/);
});

test('a word and the mark of the first digest are found', () => {
  const mark = 'mark: [0.4, 0.8, -0.8, 0.25]';
  const { site } = readSite(`name: Residual\nurl: https://residual.example/\n${mark}\n`, 'a');
  assert.ok(site);
  assert.deepEqual(findFirst('favicon.svg', renderFavicon(site)), ['favicon.svg:1: its mark']);
  assert.deepEqual(findFirst('a', 'The residuals of an issue.\nBy Residual.'), ['a:2: Residual']);
});
