import assert from 'node:assert/strict';
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import sharp from 'sharp';
import { contentFolder } from '../../src/digest/folders.ts';
import { entryKinds, readEntries } from '../../src/digest/read.ts';
import { assemble } from '../../src/digest/assemble.ts';
import { attribute, dist, listFiles, readPages, textOf } from './site.ts';

const content = contentFolder();
const { edition } = await assemble(content, readEntries(content, entryKinds));
assert.ok(edition, 'the content of the site under test is sound');
const { digest, routes } = edition;
const pages = readPages();
const files = new Set(listFiles(dist));
const origin = new URL(digest.site.url).origin;

/** The file that an address of the site is served from. */
function fileOf(address: string): string {
  assert.ok(address.startsWith(routes.base), `${address} lies below ${routes.base}`);
  const inner = decodeURI(address.slice(routes.base.length));
  return inner === '' || inner.endsWith('/') ? `${inner}index.html` : inner;
}

test('every issue, paper, person, tag and category has its page', () => {
  const expected = [
    ...digest.issues.map((issue) => routes.issue(issue.id)),
    ...digest.papers.map((paper) => routes.paper(paper.slug)),
    ...digest.people.map((person) => routes.author(person.id)),
    ...digest.tags.map((tag) => routes.tag(tag.id)),
    ...digest.categories.map((category) => routes.category(category.slug)),
    ...[routes.home(), routes.issues(), routes.papers(), routes.authors(), routes.tags()],
    ...[
      routes.equations(),
      routes.statistics(),
      routes.feeds(),
      routes.about(),
      routes.contribute(),
      routes.contributeErrors(),
      routes.contributePreview(),
      routes.contributeKnown(),
      routes.feed('papers', 'rss'),
    ],
  ];
  for (const address of expected) assert.ok(files.has(fileOf(address)), address);
  assert.ok(files.has('404.html'));
});

test('every file of a paper is a page, and every published paper stands in its issue', () => {
  const papers = readEntries(content, ['paper']);
  const published = papers.filter((entry) => !('draft' in entry.data && entry.data.draft));
  assert.equal(digest.papers.length, published.length);
  for (const paper of digest.papers) {
    const issue = pages.find(({ address }) => routes.base + address === routes.issue(paper.issue));
    assert.ok(
      issue?.elements.some((element) => attribute(element, 'id') === paper.slug),
      paper.slug,
    );
  }
});

test('no id stands twice on a page', () => {
  for (const { address, elements } of pages) {
    const ids = elements
      .map((element) => attribute(element, 'id'))
      .filter((id) => id !== undefined);
    const repeated = ids.filter((id, index) => ids.indexOf(id) !== index);
    assert.deepEqual(repeated, [], address);
  }
});

test('every link inside the site leads to a file and, with a fragment, to an id there', () => {
  const ids = new Map(
    pages.map(({ address, elements }) => [
      address,
      new Set(elements.map((element) => attribute(element, 'id'))),
    ]),
  );
  let followed = 0;
  for (const { address, elements } of pages) {
    for (const element of elements) {
      const target = attribute(element, 'href') ?? attribute(element, 'src');
      if (target === undefined || element.tagName === 'math') continue;
      const url = new URL(target, origin + routes.base + address);
      // A link of the group's own may lead elsewhere on its host.
      if (url.origin !== origin || /^https?:/.test(target)) continue;
      const file = fileOf(url.pathname);
      assert.ok(files.has(file), `${address} → ${target}`);
      if (url.hash !== '' && file.endsWith('.html')) {
        const there = ids.get(file.replace(/index\.html$/, ''));
        assert.ok(there?.has(decodeURIComponent(url.hash.slice(1))), `${address} → ${target}`);
      }
      followed += 1;
    }
  }
  assert.ok(followed > pages.length, 'links were found at all');
});

test('nothing on a page runs but the site’s own script, and nothing is fetched from elsewhere', () => {
  const active = ['iframe', 'object', 'embed', 'applet', 'base', 'frame'];
  for (const { address, elements } of pages) {
    for (const element of elements) {
      assert.ok(!active.includes(element.tagName), `${address} holds <${element.tagName}>`);
      for (const { name, value } of element.attrs) {
        assert.ok(!/^on/i.test(name), `${address} holds ${name}`);
        assert.ok(!/^\s*(javascript|data|vbscript):/i.test(value), `${address} holds ${value}`);
      }
      const fetched =
        attribute(element, 'src') ??
        (element.tagName === 'link' && attribute(element, 'rel') !== 'canonical'
          ? attribute(element, 'href')
          : undefined);
      if (fetched !== undefined) {
        assert.equal(new URL(fetched, origin).origin, origin, `${address} fetches ${fetched}`);
      }
    }
  }
});

test('every formula was set, and none is left as text', () => {
  for (const { address, html, elements } of pages) {
    assert.ok(!html.includes('katex-error'), address);
    const body = elements.find((element) => element.tagName === 'body');
    assert.ok(body);
    const shown = textOf(body);
    // The page for writers shows how a formula is written.
    if (address.startsWith('contribute')) continue;
    assert.doesNotMatch(shown, /\\(?:eqref|ref|label|frac|mathcal)\b|\$\$|\{\/\*/, address);
  }
});

test('headings go down one step at a time and begin with one h1', () => {
  for (const { address, elements } of pages) {
    const levels = elements
      .filter((element) => /^h[1-6]$/.test(element.tagName))
      .map((element) => Number(element.tagName.slice(1)));
    assert.equal(levels[0], 1, address);
    assert.equal(levels.filter((level) => level === 1).length, 1, address);
    levels.forEach((level, index) => {
      assert.ok(level <= (levels[index - 1] ?? 0) + 1, `${address}: h${level} too deep`);
    });
  }
});

test('every page says what it is: title, description, language, address, feed', () => {
  const titles = new Map<string, string>();
  for (const { address, elements } of pages) {
    const find = (tag: string, name: string, value: string) =>
      elements.find((element) => element.tagName === tag && attribute(element, name) === value);
    const title = elements.find((element) => element.tagName === 'title');
    assert.ok(title && textOf(title).length > 3, address);
    assert.doesNotMatch(textOf(title), /[$\\]/, address);
    assert.ok(attribute(find('meta', 'name', 'description') ?? title, 'content'), address);
    assert.ok(
      attribute(find('link', 'rel', 'canonical') ?? title, 'href')?.startsWith(origin),
      address,
    );
    assert.ok(find('link', 'type', 'application/rss+xml'), address);
    const html = elements.find((element) => element.tagName === 'html');
    assert.equal(html && attribute(html, 'lang'), digest.site.language, address);
    if (address !== '404.html') {
      assert.equal(
        titles.get(textOf(title)),
        undefined,
        `${address} has the title of another page`,
      );
      titles.set(textOf(title), address);
    }
  }
});

test('pictures have their size and an alternative, and are named by their bytes', () => {
  for (const { address, elements } of pages) {
    for (const element of elements.filter(({ tagName }) => tagName === 'img')) {
      assert.ok(attribute(element, 'alt'), address);
      assert.match(attribute(element, 'width') ?? '', /^\d+$/, address);
      assert.match(attribute(element, 'height') ?? '', /^\d+$/, address);
      assert.match(
        attribute(element, 'src') ?? '',
        /\.[0-9a-f]{10}\.(svg|png|jpg|jpeg|webp|avif)$/,
      );
    }
  }
  for (const name of edition.pictures.keys()) assert.ok(files.has(`pictures/${name}`), name);
});

test('every page has a picture to be shared with, of the size that it says', () => {
  const own = new Set<string>();
  for (const { address, elements } of pages) {
    const meta = (key: string) => {
      const found = elements.filter(
        (element) =>
          element.tagName === 'meta' &&
          (attribute(element, 'property') ?? attribute(element, 'name')) === key,
      );
      assert.equal(found.length, 1, `${address}: ${key}`);
      return attribute(found[0]!, 'content') ?? '';
    };
    const src = meta('og:image');
    assert.ok(src.startsWith(origin + routes.base), `${address}: ${src}`);
    assert.ok(meta('og:image:alt'), address);
    assert.equal(meta('twitter:card'), 'summary_large_image', address);
    const png = readFileSync(path.join(dist, fileOf(src.slice(origin.length))));
    // A PNG begins with its signature and, at fixed places, its width and height (PNG §11.2.1).
    assert.equal(png.toString('latin1', 0, 8), '\x89PNG\r\n\x1a\n', src);
    assert.equal(png.readUInt32BE(16), Number(meta('og:image:width')), src);
    assert.equal(png.readUInt32BE(20), Number(meta('og:image:height')), src);
    // Messengers give up on much more.
    assert.ok(png.length < 100_000, `${src}: ${png.length} bytes`);
    own.add(src);
  }
  const several = digest.people.filter(
    (person) => new Set([...person.papers, ...person.summaries]).size > 1,
  );
  for (const address of [
    routes.siteSharing(),
    ...digest.issues.map(({ id }) => routes.sharing('issues', id)),
    ...digest.papers.map(({ slug }) => routes.sharing('papers', slug)),
    ...several.map(({ id }) => routes.sharing('authors', id)),
  ])
    assert.ok(own.has(origin + address), address);
  // None is drawn that no page names.
  const named = [...own].map((src) => fileOf(src.slice(origin.length)));
  const drawn = [...files].filter((file) => file.startsWith('sharing/'));
  assert.deepEqual(named.sort(), drawn.sort());
});

test('every smaller file is there, as wide as it is said to be, and in the shape of its picture', async () => {
  for (const { address, elements } of pages) {
    for (const element of elements.filter(({ tagName }) => tagName === 'source')) {
      assert.ok(attribute(element, 'sizes'), address);
      const shown = element.parentNode?.childNodes.find(({ nodeName }) => nodeName === 'img');
      assert.ok(shown && 'attrs' in shown, address);
      const [width, height] = ['width', 'height'].map((name) => Number(attribute(shown, name)));
      const widths: number[] = [];
      for (const candidate of (attribute(element, 'srcset') ?? '').split(', ')) {
        const [, file = '', said] = /^(\S+) (\d+)w$/.exec(candidate) ?? [];
        const is = await sharp(path.join(dist, fileOf(file))).metadata();
        assert.equal(is.width, Number(said), `${address} → ${candidate}`);
        assert.ok(Math.abs(is.height - (is.width * (height ?? 0)) / (width ?? 1)) <= 1, candidate);
        const format = is.format === 'heif' ? 'avif' : is.format;
        assert.equal(attribute(element, 'type'), `image/${format}`, candidate);
        widths.push(is.width);
      }
      assert.deepEqual(
        widths,
        [...new Set(widths)].sort((a, b) => a - b),
        address,
      );
      assert.equal(widths.at(-1), width, address);
    }
  }
});

test('nothing of the machinery is published', () => {
  for (const file of files) {
    assert.doesNotMatch(file, /\.(mdx|ts|astro|yaml|ttf|woff|map)$/, file);
    assert.ok(statSync(path.join(dist, file)).size > 0, file);
  }
  assert.ok(existsSync(path.join(dist, 'favicon.svg')));
});
