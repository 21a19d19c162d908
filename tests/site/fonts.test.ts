import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DefaultTreeAdapterTypes as Parse5 } from 'parse5';
import { KATEX_FACES, TEXT_FACES, type Face } from '../../src/cli/fonts/faces.ts';
import { planSubsets } from '../../src/cli/fonts/subsets.ts';
import { attribute, listFiles, dist, readPages } from './site.ts';

const pages = readPages();
const text = charactersOf(TEXT_FACES);
const formulas = charactersOf(KATEX_FACES);

/** What no face of ours has and a reader's system draws: arrows of our own, other scripts, emoji. */
const LEFT_TO_SYSTEM =
  /[\s\u200b-\u200f\u2060\ufe0e\ufe0f↩↗]|\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}|\p{Script=Cyrillic}|\p{Script=Arabic}|\p{Script=Hebrew}|\p{Script=Devanagari}|\p{Extended_Pictographic}/u;

/** Read by screen readers, or set in the system's own face. */
const UNSET = new Set([
  'head',
  'script',
  'style',
  'template',
  'math',
  'code',
  'pre',
  'kbd',
  'samp',
]);

test('every character of every page is in a font that the site brings, or left to the system', () => {
  const absent = new Set<string>();
  for (const { address, elements } of pages) {
    const html = elements.find(({ tagName }) => tagName === 'html');
    for (const { value, inFormula } of html ? textsOf(html, false) : [])
      for (const character of value)
        if (!(inFormula ? formulas : text).has(character) && !LEFT_TO_SYSTEM.test(character))
          absent.add(`${address}: ${character} in ${inFormula ? 'a formula' : 'the text'}`);
  }
  assert.deepEqual([...absent], []);
});

test('a page has the stylesheet of formulas where it has a formula, and nowhere else', () => {
  for (const { address, elements } of pages) {
    const has = (test: (element: Parse5.Element) => boolean) => elements.some(test);
    const formula = has((element) =>
      (attribute(element, 'class') ?? '').split(' ').includes('katex'),
    );
    const stylesheet = has(
      (element) =>
        element.tagName === 'link' && /\/katex\.[^/]*\.css$/.test(attribute(element, 'href') ?? ''),
    );
    assert.equal(stylesheet, formula, address);
  }
});

test('fonts are WOFF2 files alone', () => {
  assert.ok(listFiles(dist).some((file) => file.endsWith('.woff2')));
  assert.ok(!listFiles(dist).some((file) => /\.(?:ttf|woff)$/.test(file)));
});

function charactersOf(faces: readonly Face[]): Set<string> {
  return new Set(
    faces
      .flatMap(planSubsets)
      .flatMap(({ characters }) => characters.map((code) => String.fromCodePoint(code))),
  );
}

function* textsOf(
  node: Parse5.Node,
  inFormula: boolean,
): Generator<{ value: string; inFormula: boolean }> {
  if (node.nodeName === '#text') yield { value: (node as Parse5.TextNode).value, inFormula };
  if (!('childNodes' in node) || UNSET.has(node.nodeName)) return;
  const formula =
    inFormula ||
    ('tagName' in node && attribute(node, 'class')?.split(' ').includes('katex') === true);
  for (const child of node.childNodes) yield* textsOf(child, formula);
}
