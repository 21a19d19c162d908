import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseFragment, type DefaultTreeAdapterTypes as Parse5 } from 'parse5';
import { renderFeed, renderPage } from '../../src/body/rendering/html.ts';
import type { Edition } from '../../src/digest/edition.ts';
import { everything, maths, options, paragraph, root } from '../body/trees.ts';
import { readEdition } from '../edition.ts';
import { attribute, textOf } from '../site/site.ts';
import { buildFiles } from './edition.ts';
import { sanitizeForFreshRss } from './freshrss.ts';
import { sanitizeForMiniflux } from './miniflux.ts';

const base = 'https://ferrous.example/digest/';
const readers = {
  Miniflux: (html: string) => sanitizeForMiniflux(html, base),
  FreshRSS: sanitizeForFreshRss,
};

const edition = await readEdition();

function* walk(node: Parse5.Node): Generator<Parse5.Element> {
  if ('tagName' in node) yield node;
  if ('childNodes' in node) for (const child of node.childNodes) yield* walk(child);
}

/** What of an entry a reader must leave: each formula, its whole text, pictures, links, tables, code. */
function take(html: string) {
  const fragment = parseFragment(html);
  const elements = [...walk(fragment)];
  const all = (tag: string) => elements.filter(({ tagName }) => tagName === tag);
  return {
    formulas: all('math').map(textOf),
    text: textOf(fragment).replace(/\s+/g, ' '),
    pictures: all('img').map((img) => ['src', 'alt'].map((name) => attribute(img, name))),
    links: all('a').map((link) => attribute(link, 'href')),
    cells: [...all('td'), ...all('th')].map(textOf),
    code: [...all('pre'), ...all('code')].map(textOf),
    figures: all('figure').map(textOf),
  };
}

/** Of the whole, the entries of the main feeds, in both flavours. */
async function listHtml(of: Edition): Promise<string[]> {
  return (await buildFiles(of))
    .filter(({ format, path }) => format === 'atom' && path.includes('/feeds/'))
    .flatMap(({ feed }) => feed.items.map(({ html }) => html));
}

for (const [name, sanitize] of Object.entries(readers)) {
  test(`${name} leaves each formula exactly once, and all that is not one`, async () => {
    const entries = [...(await listHtml(edition)), renderFeed(everything, options)];
    let formulas = 0;
    for (const html of entries) {
      const before = take(html);
      const after = take(sanitize(html));
      // Of one of everything, some addresses are not whole: nothing here made them so.
      const whole = html === entries.at(-1) ? { links: [], pictures: [] } : {};
      assert.deepEqual({ ...after, ...whole }, { ...before, ...whole });
      formulas += before.formulas.length;
    }
    assert.ok(formulas > 20);
  });

  test(`${name} gives a page’s own markup of a formula more than once`, () => {
    const tree = root(paragraph(maths('x^2')));
    const shown = (html: string) => textOf(parseFragment(html));
    assert.equal(shown(sanitize(renderFeed(tree, options))), 'x2');
    assert.notEqual(shown(sanitize(renderPage(tree, options))).trim(), 'x2');
  });
}

test('a displayed formula is alone in its paragraph, which is all that a reader knows of it', async () => {
  for (const html of await listHtml(edition)) {
    const fragment = parseFragment(sanitizeForMiniflux(html, base));
    for (const before of walk(parseFragment(html))) {
      if (before.tagName !== 'math' || attribute(before, 'display') !== 'block') continue;
      const found = [...walk(fragment)].filter(
        (element) =>
          element.tagName === 'math' &&
          textOf(element) === textOf(before) &&
          'tagName' in element.parentNode! &&
          element.parentNode.tagName === 'p' &&
          /^(?: \([^)]+\))?$/.test(textOf(element.parentNode).replace(textOf(element), '')),
      );
      assert.ok(found.length > 0, textOf(before));
    }
  }
});

test('in the flavour of pictures each formula is one picture with its LaTeX, and none is MathML', async () => {
  const files = (await buildFiles(edition)).filter(({ format }) => format === 'atom');
  const find = (end: string) => files.find(({ path }) => path.endsWith(end))!.feed.items;
  for (const kind of ['papers', 'issues']) {
    const mathml = find(`feeds/${kind}.atom`);
    const pictures = find(`feeds/${kind}-pictures.atom`);
    assert.deepEqual(
      pictures.map(({ id }) => id),
      mathml.map(({ id }) => id),
    );
    pictures.forEach(({ html }, index) => {
      const taken = take(html);
      assert.deepEqual(taken.formulas, []);
      const set = taken.pictures.filter(([src]) => src?.includes('/formulas/'));
      assert.equal(set.length, take(mathml[index]!.html).formulas.length);
      for (const [, alt] of set) assert.ok(alt);
    });
  }
});
