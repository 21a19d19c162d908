import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { fields, rules } from '../../src/rules/index.ts';
import { attribute, readPages, textOf } from './site.ts';

const page = readPages().find(({ address }) => address === 'contribute/errors/');
assert.ok(page);
const { html, elements } = page;
const byId = new Map(elements.map((element) => [attribute(element, 'id'), element]));

test('every problem has its entry, with its title, its code and both examples', () => {
  for (const { code, title } of rules) {
    const entry = byId.get(code);
    assert.equal(entry?.tagName, 'section', code);
    const shown = textOf(entry).replace(/\s+/g, ' ');
    assert.ok(shown.includes(title.replaceAll('`', '')), code);
    for (const part of [code, 'Wrong', 'Right']) assert.ok(shown.includes(part), code);
  }
});

test('the list of contents leads to every heading', () => {
  const leading = new Set(elements.map((element) => attribute(element, 'href')));
  for (const { id } of fields) assert.ok(byId.has(id) && leading.has(`#${id}`), id);
});

test('examples are shown letter by letter', () => {
  const sources = elements
    .filter(({ tagName }) => tagName === 'pre')
    .map((element) => textOf(element));
  for (const rule of rules) {
    if (rule.in === 'words' || rule.in === 'files') continue;
    for (const source of [rule.wrong, rule.right]) assert.ok(sources.includes(source), rule.code);
  }
});

test('the page is light: 60 kB over the wire', () => {
  assert.ok(gzipSync(html).length < 60_000);
});
